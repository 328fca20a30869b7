import './Kbd.css'

/** Keys to press, such as `g t`: separated by a space when pressed one after the other. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className="Kbd">
      {keys.split(' ').map((key, place, all) => (
        <kbd key={all.slice(0, place + 1).join(' ')}>{key}</kbd>
      ))}
    </span>
  )
}

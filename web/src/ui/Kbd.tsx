import './Kbd.css'

/** Keys to press, such as `g t`: separated by a space when pressed one after the other. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className="Kbd">
      {keys.split(' ').map((key, place) => (
        <kbd key={`${place}${key}`}>{key}</kbd>
      ))}
    </span>
  )
}

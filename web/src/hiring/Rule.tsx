import './Rule.css'

/** The rule of the numbers, in its own sentences. */
export function Rule({ sentences }: { sentences: readonly string[] }) {
  return (
    <ul className="Rule">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}

import './Mark.css'

/** The product's mark: a plumb line. */
export function Mark() {
  return (
    <svg className="Mark" viewBox="0 0 16 16" aria-hidden="true">
      <path className="Mark-line" d="M8 0v8" />
      <path className="Mark-bob" d="M5 8h6l-1 4-2 3.5-2-3.5z" />
    </svg>
  )
}

import './Badge.css'
import './VisuallyHidden.css'

/** A count beside a name: things that wait. Nothing is shown for 0. `of` says what is counted, for screen readers. */
export function Badge({ count, of }: { count: number; of: string }) {
  if (count === 0) return null
  return (
    <span className="Badge">
      {count > 99 ? '99+' : count}
      <span className="VisuallyHidden"> {of}</span>
    </span>
  )
}

import './Bar.css'

interface BarProps {
  value: number
  total: number
  /** The same in words, shown beside the bar. */
  words?: string
}

/** How much of a total, drawn small. The words carry the meaning; the bar is for the eye that runs down a column. */
export function Bar({ value, total, words = `${value} of ${total}` }: BarProps) {
  const share = total === 0 ? 0 : Math.min(1, Math.max(0, value / total))
  return (
    <span className="Bar">
      <span className="Bar-track" aria-hidden="true">
        <span className="Bar-fill" style={{ inlineSize: `${share * 100}%` }} />
      </span>
      <span>{words}</span>
    </span>
  )
}

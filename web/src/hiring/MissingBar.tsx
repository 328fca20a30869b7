import './MissingBar.css'

interface MissingBarProps {
  below: number
  notRated: number
  unfilled: number
  /** The largest sum in the table: as wide as the bar gets. */
  most: number
}

/** What is missing, in its three parts. For the eye alone: the numbers stand in the columns beside it. */
export function MissingBar({ below, notRated, unfilled, most }: MissingBarProps) {
  const part = (kind: string, count: number) =>
    count > 0 && <span data-kind={kind} style={{ inlineSize: `${(100 * count) / Math.max(1, most)}%` }} />
  return (
    <span className="MissingBar" aria-hidden="true">
      {part('below', below)}
      {part('notRated', notRated)}
      {part('unfilled', unfilled)}
    </span>
  )
}

/** What the parts of the bars mean. */
export function MissingLegend() {
  return (
    <p className="MissingLegend">
      <span className="MissingBar-key" data-kind="below" /> below the expected level
      <span className="MissingBar-key" data-kind="notRated" /> not rated
      <span className="MissingBar-key" data-kind="unfilled" /> position unfilled
    </p>
  )
}

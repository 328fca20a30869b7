import { useId } from 'react'
import './Progress.css'

/** How far something has come, with the numbers beside the bar. `value` and `max` in whatever is counted. */
export function Progress({ label, value, max, unit = '' }: { label: string; value: number; max: number; unit?: string }) {
  const id = useId()
  return (
    <div className="Progress">
      <label htmlFor={id}>{label}</label>
      <span>
        {value} of {max}
        {unit === '' ? '' : ` ${unit}`}
      </span>
      <progress id={id} value={value} max={max} />
    </div>
  )
}

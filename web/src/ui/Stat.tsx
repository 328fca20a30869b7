import type { ReactNode } from 'react'
import type { Tone } from './Tag.tsx'
import './Stat.css'

interface StatProps {
  label: string
  /** The number, with its unit or what it is out of: "7 of 10". */
  value: ReactNode
  /** What the number leaves unsaid: "2 not rated". */
  note?: ReactNode
  tone?: Tone
}

/** Numbers in a row, each a `Stat`. */
export function Stats({ children }: { children: ReactNode }) {
  return <dl className="Stats">{children}</dl>
}

export function Stat({ label, value, note, tone = 'neutral' }: StatProps) {
  return (
    <div className="Stat" data-tone={tone}>
      <dt>{label}</dt>
      <dd className="Stat-value">{value}</dd>
      {note !== undefined && <dd className="Stat-note">{note}</dd>}
    </div>
  )
}

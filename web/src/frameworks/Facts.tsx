import type { ReactNode } from 'react'
import './Facts.css'

/** What is known of one entry: names and values, in two columns where there is room. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="Facts">{children}</dl>
}

export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

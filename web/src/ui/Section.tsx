import { type ReactNode, useId } from 'react'
import './Section.css'

interface SectionProps {
  title: string
  /** A line under the title. */
  note?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** A part of a page with its own heading, set off by space and a rule. */
export function Section({ title, note, actions, children }: SectionProps) {
  const id = useId()
  return (
    <section className="Section" aria-labelledby={id}>
      <header className="Section-head">
        <div>
          <h2 id={id}>{title}</h2>
          {note !== undefined && <p>{note}</p>}
        </div>
        {actions}
      </header>
      {children}
    </section>
  )
}

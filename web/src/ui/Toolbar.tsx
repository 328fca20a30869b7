import type { ReactNode } from 'react'
import './Toolbar.css'

/** Filters and switches over a table or chart. Labels of its fields may be hidden where the choice speaks for itself. */
export function Toolbar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="Toolbar" role="group" aria-label={label}>
      {children}
    </div>
  )
}

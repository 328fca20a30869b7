import type { ReactNode } from 'react'
import './Banner.css'

/** One line across the top of everything: this is a demonstration, this ends at midnight. */
export function Banner({ label, children, action }: { label: string; children: ReactNode; action?: ReactNode }) {
  return (
    <aside className="Banner" aria-label={label}>
      <span>{children}</span>
      {action}
    </aside>
  )
}

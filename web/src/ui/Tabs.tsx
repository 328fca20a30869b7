import type { ReactNode } from 'react'
import './Tabs.css'

/** Views of one thing, each with its own address: put the router's links inside; it marks the present one with `aria-current`. */
export function Tabs({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav className="Tabs" aria-label={label}>
      {children}
    </nav>
  )
}

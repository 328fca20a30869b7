import type { ReactNode } from 'react'
import './Entry.css'

interface EntryProps {
  id: string
  /** The address names this entry. */
  marked: boolean
  children: ReactNode
}

/** One entry of a list that has an address of its own. The one that the address names is marked and brought into sight. */
export function Entry({ id, marked, children }: EntryProps) {
  return (
    <li id={id} className="Entry" data-marked={marked} aria-current={marked ? 'true' : undefined} ref={marked ? bringIntoSight : undefined}>
      {children}
    </li>
  )
}

/** Entries one under another. */
export function Entries({ children }: { children: ReactNode }) {
  return <ul className="Entries">{children}</ul>
}

// A frame later, since the router puts every new page at its top.
function bringIntoSight(entry: HTMLElement | null): (() => void) | undefined {
  if (entry === null) return undefined
  const frame = requestAnimationFrame(() => entry.scrollIntoView({ block: 'start' }))
  return () => cancelAnimationFrame(frame)
}

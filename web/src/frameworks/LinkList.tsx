import type { ReactNode } from 'react'
import './LinkList.css'

interface LinkListProps<Of extends { readonly id: string }> {
  of: readonly Of[]
  children: (one: Of) => ReactNode
}

/** Entries in one running line, divided by commas. */
export function LinkList<Of extends { readonly id: string }>({ of, children }: LinkListProps<Of>) {
  return (
    <ul className="LinkList">
      {of.map((one) => (
        <li key={one.id}>{children(one)}</li>
      ))}
    </ul>
  )
}

import type { ReactNode } from 'react'
import './LinkList.css'

interface LinkListProps<Of extends { readonly id: string }> {
  of: readonly Of[]
  /** What stands there where there are none; nothing unless said otherwise. */
  none?: ReactNode
  children: (one: Of) => ReactNode
}

/** Entries in one running line, divided by commas. */
export function LinkList<Of extends { readonly id: string }>({ of, none = null, children }: LinkListProps<Of>) {
  if (of.length === 0) return none
  return (
    <ul className="LinkList">
      {of.map((one) => (
        <li key={one.id}>{children(one)}</li>
      ))}
    </ul>
  )
}

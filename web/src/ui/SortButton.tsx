import type { ReactNode } from 'react'
import './SortButton.css'

export interface Sort {
  by: string
  order: 'ascending' | 'descending'
}

interface SortButtonProps {
  column: string
  sort: Sort | undefined
  onSort: (sort: Sort) => void
  /** Numbers are mostly wanted from the top. */
  firstDescending?: boolean
  children: ReactNode
}

/** A column's head that sorts by it; pressed again it turns the order round. Its `<th>` carries `aria-sort`. */
export function SortButton({ column, sort, onSort, firstDescending = false, children }: SortButtonProps) {
  const order = sort?.by === column ? sort.order : undefined
  const next = order === undefined ? (firstDescending ? 'descending' : 'ascending') : order === 'ascending' ? 'descending' : 'ascending'
  return (
    <button type="button" className="SortButton" data-order={order} onClick={() => onSort({ by: column, order: next })}>
      {children}
    </button>
  )
}

import type { ReactNode } from 'react'
import { Toolbar } from '../ui/Toolbar.tsx'
import './Filters.css'

interface FiltersProps {
  /** How many entries fit, of how many. */
  fitting: number
  all: number
  /** What they are, in the plural. */
  of: string
  children: ReactNode
}

/** The filters over a list, and how many entries they leave; a change of the number is announced. */
export function Filters({ fitting, all, of, children }: FiltersProps) {
  return (
    <Toolbar label="Filters">
      {children}
      <p className="Filters-count" role="status">
        {fitting} of {all} {of}
      </p>
    </Toolbar>
  )
}

import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import './Details.css'

interface DetailsProps {
  summary: ReactNode
  open?: boolean
  onToggle?: (open: boolean) => void
  children: ReactNode
}

/** Something more for those who want it: why a number is what it is, where a figure comes from. */
export function Details({ summary, open, onToggle, children }: DetailsProps) {
  return (
    <details className="Details" open={open} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <summary>
        <Icon name="chevron" />
        {summary}
      </summary>
      <div className="Details-body">{children}</div>
    </details>
  )
}

import type { ReactNode } from 'react'
import './PageHeader.css'

interface PageHeaderProps {
  /** Also the document's title. */
  title: string
  subtitle?: ReactNode
  /** Where this page hangs: links to what is above it. */
  trail?: ReactNode
  actions?: ReactNode
}

/** The head of every page; each page has exactly one. */
export function PageHeader({ title, subtitle, trail, actions }: PageHeaderProps) {
  return (
    <header className="PageHeader">
      <title>{`${title} · Plumbline`}</title>
      <div className="PageHeader-text">
        {trail !== undefined && <div className="PageHeader-trail">{trail}</div>}
        <h1>{title}</h1>
        {subtitle !== undefined && <p>{subtitle}</p>}
      </div>
      {actions !== undefined && <div className="PageHeader-actions">{actions}</div>}
    </header>
  )
}

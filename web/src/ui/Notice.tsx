import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import './Notice.css'

interface NoticeProps {
  kind: 'info' | 'ok' | 'warn' | 'error'
  title?: string
  children: ReactNode
  action?: ReactNode
}

const icons = { info: 'info', ok: 'check', warn: 'warn', error: 'error' } as const

/** Something to know about what is below it. An error is announced at once. */
export function Notice({ kind, title, children, action }: NoticeProps) {
  return (
    <div className="Notice" data-kind={kind} role={kind === 'error' ? 'alert' : undefined}>
      <Icon name={icons[kind]} />
      <div className="Notice-text">
        {title !== undefined && <strong>{title}</strong>}
        <div>{children}</div>
      </div>
      {action}
    </div>
  )
}

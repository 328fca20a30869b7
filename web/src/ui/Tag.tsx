import type { ReactNode } from 'react'
import './Tag.css'

export type Tone = 'neutral' | 'accent' | 'ok' | 'warn' | 'danger'

/** A short state or kind. The colour repeats what the words say. */
export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className="Tag" data-tone={tone}>
      {children}
    </span>
  )
}

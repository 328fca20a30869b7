import type { ReactNode } from 'react'
import { EmptyState } from '../ui/EmptyState.tsx'

interface NoSuchEntryProps {
  /** What was asked for, in the framework's word: "skill". */
  kind: string
  id: string
  /** A link to where all of its kind are listed. */
  action: ReactNode
}

/** Stands where an entry would be that this version of the framework does not have. */
export function NoSuchEntry({ kind, id, action }: NoSuchEntryProps) {
  return (
    <EmptyState title={`No such ${kind}`} action={action}>
      The framework that your organisation measures with has no {kind} “{id}”. The address may be mistyped, or another version had it.
    </EmptyState>
  )
}

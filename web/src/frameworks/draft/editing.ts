import type { Carry } from '@plumbline/shared/frameworks/carry.ts'
import type { FrameworkChange } from '@plumbline/shared/frameworks/change.ts'
import { changeDraftRoute } from '@plumbline/shared/frameworks/contract.ts'
import type { EntryDifference } from '@plumbline/shared/frameworks/difference.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { createContext, use } from 'react'
import { useChange } from '../../api/change.ts'
import { freshAfterStale } from '../../api/stale.ts'
import { inOneSentence } from './in-one-sentence.ts'
import { draftReads, useDraftAgain } from './queries.ts'

/** The draft that is being edited, the version it was made from, and the way to change it. */
export interface Editing {
  readonly pack: Pack
  readonly carry: Carry
  readonly origin: Pack
  /** Of the draft from that version. */
  readonly differences: readonly EntryDifference[]
  /** Of the draft, for `If-Match`. */
  readonly version: number
  /** Makes all these changes or none. Rejects with an `ApiError`; after a stale one the present draft has been read. */
  readonly save: (changes: FrameworkChange[]) => Promise<void>
}

export const EditingContext = createContext<Editing | null>(null)

/** The editing that this part of the page belongs to. Throws outside of the draft's page. */
export function useEditing(): Editing {
  const editing = use(EditingContext)
  if (editing === null) throw new Error('Only the page of the draft has an editing.')
  return editing
}

export function useSaveChanges(version: number): Editing['save'] {
  const change = useChange(changeDraftRoute, { invalidates: draftReads })
  const again = useDraftAgain()
  return async (changes) => {
    try {
      await freshAfterStale(change.send({ body: { changes }, ifMatch: version }), again)
    } catch (error) {
      throw inOneSentence(error)
    }
  }
}

import { type ReactNode, use } from 'react'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ApiError } from './api-error.ts'
import { AskFirst } from './ask-first.ts'
import type { Read } from './query.ts'
import { sentenceOf, titleOf } from './words.ts'

/** Shows what was read, and until then waiting or the error with a way to try again. An old answer stays, with a notice, when a refresh fails. */
export function Loaded<Ok>({ of: read, children }: { of: Read<Ok>; children: (data: Ok, version: number | undefined) => ReactNode }) {
  const askFirst = use(AskFirst)
  if (read.data === undefined) {
    if (read.error === null) return <Loading />
    if (askFirst !== null && read.error instanceof ApiError && read.error.code === 'purpose_required') return askFirst
    const final = read.error instanceof ApiError && (read.error.code === 'not_found' || read.error.code === 'forbidden')
    return <ErrorState title={titleOf(read.error)} detail={sentenceOf(read.error)} {...(!final && { onRetry: read.refetch })} />
  }
  return (
    <>
      {read.error !== null && <Notice kind="warn">This may be out of date. {sentenceOf(read.error)}</Notice>}
      {children(read.data, read.version)}
    </>
  )
}

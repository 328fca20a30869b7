import type { Expectation } from '@plumbline/shared/frameworks/pack-roles.ts'
import { BasisTag } from '../BasisTag.tsx'

/** What the draft says of a cell, beside what is entered for it. */
export function ExpectationNow({ expectation, isEdited }: { expectation: Expectation | undefined; isEdited: boolean }) {
  if (expectation === undefined) return <span data-edited={isEdited ? '' : undefined}>blank</span>
  return (
    <span data-edited={isEdited ? '' : undefined}>
      {expectation.level} {expectation.importance} <BasisTag basis={expectation.basis} />
    </span>
  )
}

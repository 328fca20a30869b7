import { listsOf } from './check-references.ts'
import { differenceOf, type EntryDifference, same } from './difference.ts'
import type { Draft } from './draft.ts'
import type { Pack } from './pack.ts'

/** Entries that a change is told by; of more only the number is said. */
export const mostTold = 100

type Values = Readonly<Record<string, unknown>>
export interface ToldChange {
  /** By `list/id`: of a changed entry the fields that differ, of an added one null before, of a removed one null after. */
  readonly before: Values
  readonly after: Values
  /** How many entries more differ. */
  readonly further?: number
}

function entryIn(pack: Pack, { list, id }: EntryDifference): unknown {
  if (list !== 'expectations') return listsOf(pack)[list]?.find((entry) => entry.id === id) ?? null
  const [role = '', skill = ''] = id.split('/')
  return pack.expectations[role]?.[skill] ?? null
}

const side = (difference: EntryDifference, which: 'before' | 'after', pack: Pack): unknown =>
  difference.kind === 'changed'
    ? Object.fromEntries(difference.fields.map((one) => [one.field, one[which] ?? null]))
    : entryIn(pack, difference)

/** What a change of a draft did, for the audit trail: entry by entry, and what is carried over at publishing. */
export function toldChange(before: Draft, after: Draft): ToldChange {
  const differences = differenceOf(before.pack, after.pack)
  const told = differences.slice(0, mostTold)
  const carries = !same(before.carry, after.carry)
  const values = (draft: Draft, which: 'before' | 'after'): Values => ({
    ...Object.fromEntries(told.map((one) => [`${one.list}/${one.id}`, side(one, which, draft.pack)])),
    ...(carries && { carry: draft.carry }),
  })
  const further = differences.length - told.length
  return { before: values(before, 'before'), after: values(after, 'after'), ...(further > 0 && { further }) }
}

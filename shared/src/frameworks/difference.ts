import { listsOf } from './check-references.ts'
import type { Pack } from './pack.ts'

export interface FieldDifference {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** One entry that is not the same in both. For an expectation `list` is `expectations` and `id` is `role/skill`. */
export interface EntryDifference {
  readonly list: string
  readonly id: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** For `changed` only. */
  readonly fields: readonly FieldDifference[]
}

// A database hands the keys of a record back in an order of its own, so the order of keys means nothing.
const inKeyOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** Whether two values say the same, in whichever order their keys stand. */
export const same = (a: unknown, b: unknown) => JSON.stringify(a, inKeyOrder) === JSON.stringify(b, inKeyOrder)

function fieldsOf(before: object, after: object): FieldDifference[] {
  const old = new Map(Object.entries(before) as [string, unknown][])
  const now = new Map(Object.entries(after) as [string, unknown][])
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((field) => !same(old.get(field), now.get(field)))
    .map((field) => ({ field, before: old.get(field), after: now.get(field) }))
}

function inList(list: string, before: ReadonlyMap<string, object>, after: ReadonlyMap<string, object>): EntryDifference[] {
  const removed = [...before.keys()].filter((id) => !after.has(id)).map((id) => ({ list, id, kind: 'removed' as const, fields: [] }))
  const others = [...after].flatMap(([id, entry]): EntryDifference[] => {
    const old = before.get(id)
    if (old === undefined) return [{ list, id, kind: 'added', fields: [] }]
    const fields = fieldsOf(old, entry)
    return fields.length === 0 ? [] : [{ list, id, kind: 'changed', fields }]
  })
  return [...removed, ...others]
}

const byId = (entries: readonly { readonly id: string }[]) => new Map(entries.map((entry) => [entry.id, entry]))

const cells = ({ expectations }: Pack) =>
  new Map(
    Object.entries(expectations).flatMap(([role, row]) =>
      Object.entries(row).map(([skill, expectation]) => [`${role}/${skill}`, expectation] as const),
    ),
  )

const whole = ({ name, levelNames, seniorities }: Pack) => new Map([['framework', { name, levelNames, seniorities }]])

/** What differs between two packs, entry by entry: of each list what is gone first, then what is new or changed in the order it has now. */
export function differenceOf(before: Pack, after: Pack): EntryDifference[] {
  const now = listsOf(after)
  return [
    ...inList('pack', whole(before), whole(after)),
    ...Object.entries(listsOf(before)).flatMap(([list, entries]) => inList(list, byId(entries), byId(now[list] ?? []))),
    ...inList('expectations', cells(before), cells(after)),
  ]
}

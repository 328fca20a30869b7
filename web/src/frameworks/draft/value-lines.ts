import { practiceLevelNames } from '@plumbline/shared/frameworks/pack-practices.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { levelNamesOf } from '@plumbline/shared/levels/level.ts'
import { fieldWord } from './field-words.ts'

/** Finds the name of an entry by its list and id. */
export type NameOf = (list: string, id: string) => string

/** The list that the ids in a field stand for. */
const referred: Readonly<Record<string, string>> = {
  category: 'categories',
  prerequisites: 'skills',
  area: 'areas',
  replacedBy: 'certifications',
  skills: 'skills',
  skill: 'skills',
  roles: 'roles',
  role: 'roles',
  tools: 'tools',
  certifications: 'certifications',
  document: 'documents',
  reason: 'monthReasons',
  reasons: 'reasons',
}

type Fields = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
// Keys may come in any order.
const text = (value: unknown): string =>
  isRecord(value)
    ? `{${Object.keys(value)
        .toSorted()
        .map((key) => `${key}:${text(value[key])}`)
        .join()}}`
    : Array.isArray(value)
      ? `[${value.map(text).join()}]`
      : JSON.stringify(value)

/** A value in one line. */
function phrase(field: string, value: unknown, name: NameOf): string {
  const list = referred[field]
  if (isNothing(value)) return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return list === undefined ? value : name(list, value)
  if (Array.isArray(value)) return value.map((one: unknown) => phrase(field, one, name)).join(', ')
  if (!isRecord(value)) return String(value)
  return Object.keys(value)
    .toSorted((a, b) => Number(isTitle(b)) - Number(isTitle(a)) || (a < b ? -1 : 1))
    .filter((key) => !isNothing(value[key]))
    .map((key) => `${isTitle(key) ? '' : `${fieldWord(key).toLowerCase()} `}${phrase(key, value[key], name)}`)
    .join(', ')
}

/** What a record is about: it stands first and without the word for it. */
const isTitle = (key: string): boolean => key === 'name' || key === 'skill' || key === 'role' || key === 'document' || key === 'roadmap'

/** Of one part with an id, such as a stage of a roadmap, the fields that are not the same in the other. */
function partLines(part: Fields, other: Fields | undefined, name: NameOf): string[] {
  const title = typeof part['name'] === 'string' ? part['name'] : String(part['id'])
  if (other === undefined) return [title]
  return Object.entries(part)
    .filter(([key, value]) => text(value) !== text(other[key]))
    .map(([key, value]) => `${title}, ${fieldWord(key).toLowerCase()}: ${only(key, value, other[key], name).join('; ')}`)
}

const rest = 'only what both have'

/** The items of a list of records or ids that the other does not have; all of any other list. */
function only(field: string, value: unknown, other: unknown, name: NameOf): string[] {
  if (!Array.isArray(value) || isNothing(value)) return [phrase(field, value, name)]
  const items: readonly unknown[] = value
  const others: readonly unknown[] = Array.isArray(other) ? other : []
  const known = new Set(others.map(text))
  if (!items.every(isRecord)) {
    const shown = referred[field] === undefined ? items : items.filter((item) => !known.has(text(item)))
    return shown.length === 0 ? [rest] : shown.map((item) => phrase(field, item, name))
  }
  const byId = new Map(others.filter(isRecord).map((one) => [one['id'], one]))
  const lines = items
    .filter((item) => !known.has(text(item)))
    .flatMap((item) => (typeof item['id'] === 'string' ? partLines(item, byId.get(item['id']), name) : [phrase(field, item, name)]))
  return lines.length === 0 ? [rest] : lines
}

const scales: ReadonlySet<string> = new Set(['descriptors', 'levelNames'])

/**
 * One side of a field that differs, in lines to read. Of what each level looks like, and of lists of records or ids, only what is not the
 * same in `other`.
 */
export function valueLines(list: string, field: string, value: unknown, other: unknown, name: NameOf, pack: Pack): string[] {
  if (field === 'level' && typeof value === 'number')
    return [list === 'practices' ? `${value} ${practiceLevelNames[value - 1] ?? ''}` : `${value} ${levelNamesOf(pack)[value] ?? ''}`]
  if (!scales.has(field) || !Array.isArray(value)) return only(field, value, other, name)
  const beside: readonly unknown[] = Array.isArray(other) ? other : []
  const lines = value.flatMap((words: unknown, level) => (words === beside[level] ? [] : [`${level}: ${String(words)}`]))
  return lines.length === 0 ? ['nothing'] : lines
}

import { quoted } from './pack-problem.ts'

export type Path = readonly PropertyKey[]

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

/** What stands at a path, or undefined where nothing does. */
export const valueAt = (content: unknown, path: Path): unknown => path.reduce<unknown>(childOf, content)

function childOf(value: unknown, part: PropertyKey): unknown {
  if (isList(value)) return value[Number(part)]
  return isRecord(value) && Object.hasOwn(value, part) ? value[String(part)] : undefined
}

const nameOf = (value: unknown, part: PropertyKey): string => {
  const entry = childOf(value, part)
  const id = isList(value) && isRecord(entry) ? entry['id'] : undefined
  return quoted(typeof id === 'string' && id !== '' ? id : String(part)).slice(1, -1)
}

/** The address that problems name a place by: entries of lists by their id, or by their number from 0 where they have none. */
export const addressOf = (content: unknown, path: Path): string =>
  path.map((part, at) => nameOf(valueAt(content, path.slice(0, at)), part)).join('/')

/** The path of an entry that an address such as `skills/python` names; `nth` is for ids that stand more than once. */
export function pathOf(content: unknown, address: string, nth: number): Path {
  const [list = '', id, ...rest] = address.split('/')
  const entries = valueAt(content, [list])
  if (id === undefined) return [list]
  if (!isList(entries)) return [list, id, ...rest]
  const places = [...entries.keys()].filter((at) => nameOf(entries, at) === id)
  const place = places[Math.min(nth, places.length - 1)]
  return place === undefined ? [list] : [list, place, ...rest]
}

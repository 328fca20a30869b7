import type { Tx } from '#db/client.ts'
import { keysOf } from './key-queries.ts'
import { openValues } from './sealing.ts'
import type { Sealed } from './sealing.ts'

type Detail = Record<string, unknown>

const isFields = (value: unknown): value is Detail => typeof value === 'object' && value !== null && !Array.isArray(value)

const sealedIn = (detail: Detail): Sealed | null => (isFields(detail['sealed']) ? (detail['sealed'] as unknown as Sealed) : null)

/** What was said openly and under seal, together: fields of both stand side by side. */
function joined(open: Detail, values: Detail): Detail {
  const both = { ...open }
  for (const [name, value] of Object.entries(values)) {
    const stands = both[name]
    both[name] = isFields(stands) && isFields(value) ? joined(stands, value) : value
  }
  return both
}

interface Event {
  readonly id: string
  readonly detail: Detail
}

/** One event as it may be read with these keys. Of someone who was erased it says only that. */
export function openDetail({ id, detail }: Event, orgId: string, keys: ReadonlyMap<string, Buffer>): Detail {
  const sealed = sealedIn(detail)
  if (sealed === null) return detail
  const { sealed: _, ...open } = detail
  const key = keys.get(sealed.person)
  if (!key) return { ...open, personal: 'erased' }
  const values = openValues(sealed, key, { orgId, eventId: id, person: sealed.person })
  return values === null ? { ...open, personal: 'cannot be opened: run audit:verify' } : joined(open, values)
}

/** Events as they may be read: one query for the keys of all of them. */
export async function openDetails<One extends Event>(tx: Tx, orgId: string, events: readonly One[]): Promise<One[]> {
  const people = new Set(events.flatMap(({ detail }) => sealedIn(detail)?.person ?? []))
  const keys = await keysOf(tx, orgId, [...people])
  return events.map((event) => ({ ...event, detail: openDetail(event, orgId, keys) }))
}

import { randomBytes } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { personKeys } from '#db/schema.ts'

/** Keys that a transaction has looked up or made. They are gone from memory with it. */
const known = new WeakMap<Tx, Map<string, Buffer>>()

/** Keys of these people, as far as they have one. */
export async function keysOf(tx: Tx, orgId: string, personIds: readonly string[]): Promise<Map<string, Buffer>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx
    .select({ personId: personKeys.personId, key: personKeys.key })
    .from(personKeys)
    .where(and(eq(personKeys.orgId, orgId), inArray(personKeys.personId, [...personIds])))
  return new Map(rows.map(({ personId, key }) => [personId, key]))
}

/** Keys of these people, made where they have none yet. Looked up once a transaction. Fails for someone who is not there. */
export async function keysFor(tx: Tx, orgId: string, personIds: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const found = known.get(tx) ?? new Map<string, Buffer>()
  known.set(tx, found)
  const note = (rows: Iterable<readonly [string, Buffer]>) => {
    for (const [personId, key] of rows) found.set(personId, key)
  }
  const unknown = () => [...new Set(personIds)].filter((id) => !found.has(id)).toSorted()
  note(await keysOf(tx, orgId, unknown()))
  const without = unknown()
  if (without.length === 0) return found
  const made = await tx
    .insert(personKeys)
    .values(without.map((personId) => ({ personId, key: randomBytes(32) })))
    .onConflictDoNothing()
    .returning({ personId: personKeys.personId, key: personKeys.key })
  note(made.map(({ personId, key }) => [personId, key] as const))
  // Someone else may have made one in the meantime.
  note(await keysOf(tx, orgId, unknown()))
  return found
}

/** The person's key, to be proved gone; null where nothing was ever sealed for them. */
export const keyOf = async (tx: Tx, orgId: string, personId: string) => (await keysOf(tx, orgId, [personId])).get(personId) ?? null

import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import type { Database } from '#db/client.ts'
import { measuresWith, rememberIds, shippedBySource, shippedByVersion, storeShipped } from './queries.ts'

export interface PackFiles {
  /** Of the files' bytes. */
  readonly sourceHash: string
  readonly read: () => Promise<Pack>
}

export const contentHashOf = (pack: Pack): string => createHash('sha256').update(JSON.stringify(pack)).digest('hex')

/**
 * Loads the pack that comes with the product as its version. Files that are the same as at the last load are not even read. A version that
 * was loaded before may be mended in words, practices and references; its skills, their positions and its roles stay: they take a new version.
 */
export async function loadPack(
  database: Database,
  { sourceHash, read }: PackFiles,
  organisations: () => Promise<readonly string[]>,
): Promise<'loaded' | 'unchanged'> {
  if (await database.withTx({}, { readOnly: true }, (tx) => shippedBySource(tx, sourceHash))) return 'unchanged'
  const pack = await read()
  await database.withTx({}, {}, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('frameworks'))`)
    const stored = await shippedByVersion(tx, pack.version)
    if (stored) refuseOther(stored.content, pack)
    await storeShipped(tx, pack, contentHashOf(pack), sourceHash)
  })
  for (const orgId of await organisations())
    await database.withTx({ orgId }, {}, async (tx) => {
      if (await measuresWith(tx, orgId, pack.version)) await rememberIds(tx, pack)
    })
  return 'loaded'
}

function refuseOther(stored: Pack, pack: Pack): void {
  const fixed = ({ skills, roles }: Pack) =>
    JSON.stringify([skills.map(({ id, position }) => [position, id]).toSorted(), roles.map(({ id }) => id).toSorted()])
  if (fixed(stored) !== fixed(pack))
    throw new Error(`The framework ${pack.version} was loaded before with other skills or roles. Give the changed pack a new version.`)
}

import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import type { Database } from '#db/client.ts'
import { frameworks, practices, roles, skills } from '#db/schema.ts'

/** Loads a pack as its version; doing it again changes nothing. Ids of skills, roles and practices are only ever added. */
export async function loadPack(database: Database, pack: Pack): Promise<'loaded' | 'unchanged'> {
  const contentHash = createHash('sha256').update(JSON.stringify(pack)).digest('hex')
  return database.withTx({}, {}, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('frameworks'))`)
    const [stored] = await tx.select({ contentHash: frameworks.contentHash }).from(frameworks).where(eq(frameworks.version, pack.version))
    if (stored?.contentHash === contentHash) return 'unchanged'
    await tx
      .insert(skills)
      .values(pack.skills.map(({ id, position }) => ({ id, position })))
      .onConflictDoNothing()
    await tx
      .insert(roles)
      .values(pack.roles.map(({ id }) => ({ id })))
      .onConflictDoNothing()
    await tx
      .insert(practices)
      .values(pack.practices.map(({ id, area }) => ({ id, area })))
      .onConflictDoNothing()
    await tx
      .insert(frameworks)
      .values({ version: pack.version, content: pack, contentHash })
      .onConflictDoUpdate({ target: frameworks.version, set: { content: pack, contentHash, loadedAt: sql`now()` } })
    return 'loaded'
  })
}

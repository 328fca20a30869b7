import { inArray } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { sessions } from '#db/schema.ts'
import { isDead } from './session-queries.ts'
import type { SessionLimits } from './session-limits.ts'
import { pruneTries } from './try-queries.ts'

const block = 5000

/** Removes every session that holds no more, of whomever, and failed tries that no longer count. */
export async function removeDeadSessions(db: Database['identity'], limits: SessionLimits): Promise<void> {
  let removed: number
  do {
    const dead = db.select({ id: sessions.id }).from(sessions).where(isDead(limits)).limit(block)
    removed = (await db.delete(sessions).where(inArray(sessions.id, dead)).returning({ id: sessions.id })).length
  } while (removed >= block)
  await pruneTries(db)
}

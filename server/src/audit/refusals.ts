import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { actorOf } from '#access/actor-of.ts'
import { actorOfToken } from '#access/token-holder.ts'
import type { TokenHolder } from '#access/token-holder.ts'
import type { Database, Tx } from '#db/client.ts'
import { auditEvents } from '#db/schema.ts'
import type { By } from '#http/context.ts'

/** Refusals of one account that are written within a minute, so that nobody can fill the trail. */
export const mostRefusals = 20

async function refusalsOfLate(tx: Tx, orgId: string, accountId: string): Promise<number> {
  // One after the other, so that many at once do not count past each other.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`refusals ${accountId}`}, 0))`)
  const { rows } = await tx.execute<{ recent: number }>(sql`
    select count(*)::int as recent from audit_events
    where org_id = ${orgId} and at > now() - interval '1 minute' and account_id = ${accountId} and action = 'refused'`)
  return rows[0]?.recent ?? 0
}

/** Who was refused, and with what they asked. */
export interface Asker {
  readonly accountId: string
  readonly by: By
  /** Where they asked with one. */
  readonly token?: TokenHolder | undefined
}

/**
 * Writes that a verb was refused, in a transaction of its own: the one of the request was undone. `pattern` is the route without ids. The last one
 * that is written within a minute says so.
 */
export const recordRefusal = (database: Database, { accountId, by, token }: Asker, pattern: string, reason: string): Promise<void> =>
  database.withTx({ accountId }, {}, async (tx) => {
    const actor = token === undefined ? await actorOf(tx, accountId) : await actorOfToken(tx, token, null)
    if (actor === null) return
    const recent = await refusalsOfLate(tx, actor.orgId, accountId)
    if (recent >= mostRefusals) return
    const detail = { reason, ...(recent === mostRefusals - 1 && { further: 'not written within this minute' }) }
    await tx.insert(auditEvents).values({
      id: uuidv7(),
      accountId,
      personId: actor.personId,
      means: by.means,
      action: 'refused',
      subject: `route:${pattern}`,
      detail,
    })
  })

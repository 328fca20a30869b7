import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'

/**
 * Keeps the framework that an organisation measures with as it is until the transaction ends, as any number of changes may do at once; or waits
 * for all of them, to put another in its place. Taken before anything else is locked, so that nobody waits in a circle.
 */
export const holdFramework = (tx: Tx, orgId: string, how: 'shared' | 'alone') =>
  how === 'alone'
    ? tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`framework ${orgId}`}, 0))`)
    : tx.execute(sql`select pg_advisory_xact_lock_shared(hashtextextended(${`framework ${orgId}`}, 0))`)

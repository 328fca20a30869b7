import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { signInTries } from '#db/schema.ts'
import type { Tries } from './try-rule.ts'

type Identity = Database['identity']
export type IdentityTx = Parameters<Parameters<Identity['transaction']>[0]>[0]

/** The rows of these subjects, locked until the transaction ends, with the database's clock. Sorted, so that two tries never wait in a circle. */
export async function lockTries(tx: IdentityTx, subjects: readonly string[]) {
  const sorted = subjects.toSorted()
  await tx
    .insert(signInTries)
    .values(sorted.map((subject) => ({ subject, failures: 0, windowStart: sql`now()`, lastAt: sql`now()` })))
    .onConflictDoNothing()
  return tx
    .select({
      subject: signInTries.subject,
      failures: signInTries.failures,
      windowStart: signInTries.windowStart,
      lastAt: signInTries.lastAt,
      lockedUntil: signInTries.lockedUntil,
      now: sql`clock_timestamp()`.mapWith(signInTries.lastAt),
    })
    .from(signInTries)
    .where(inArray(signInTries.subject, sorted))
    .orderBy(signInTries.subject)
    .for('update')
}

export const putTries = (tx: IdentityTx, subject: string, tries: Tries, lastAt: Date) =>
  tx
    .update(signInTries)
    .set({ ...tries, lastAt })
    .where(eq(signInTries.subject, subject))

/** Takes back a failure that was none, and the wait that it began: `free` failures come without one, and `wait` is the end of its own. */
export const takeBackFailure = (db: Identity, subject: string, free: number, wait: Date | null) =>
  db
    .update(signInTries)
    .set({
      failures: sql`greatest(${signInTries.failures} - 1, 0)`,
      lockedUntil: sql`case when ${signInTries.failures} - 1 > ${free}::integer
        and ${signInTries.lockedUntil} is distinct from ${wait?.toISOString() ?? null}::timestamptz then ${signInTries.lockedUntil} end`,
    })
    .where(eq(signInTries.subject, subject))

/** Until when this one is locked; null where it is not now. */
export const lockOf = async (db: Identity, subject: string): Promise<Date | null> =>
  (
    await db
      .select({ until: signInTries.lockedUntil })
      .from(signInTries)
      .where(and(eq(signInTries.subject, subject), gt(signInTries.lockedUntil, sql`now()`)))
  )[0]?.until ?? null

export const forgetTries = (db: Identity, subject: string) => db.delete(signInTries).where(eq(signInTries.subject, subject))

/** Removes what no longer counts; a row that a try is at work on is left for the next time. */
export const pruneTries = (db: Identity) =>
  db.execute(sql`delete from sign_in_tries where subject in (
    select subject from sign_in_tries where last_at < now() - interval '1 day' limit 100 for update skip locked)`)

import { and, desc, eq, lt, ne, or, sql } from 'drizzle-orm'
import type { Purpose } from '@plumbline/shared/access/purpose.ts'
import type { Database, Tx } from '#db/client.ts'
import { asIdentity } from '#db/client.ts'
import { sessions } from '#db/schema.ts'
import type { SessionLimits } from './session-limits.ts'
import { endStepsOf } from './step-queries.ts'

type Identity = Database['identity']

export const deleteSession = (db: Identity, id: string) => db.delete(sessions).where(eq(sessions.id, id))

export const noteUse = (db: Identity, id: string) =>
  db
    .update(sessions)
    .set({ updatedAt: sql`now()` })
    .where(eq(sessions.id, id))

const ago = (ms: number) => sql`now() - ${ms / 1000}::double precision * interval '1 second'`

export const isDead = ({ idleMs, absoluteMs }: SessionLimits) =>
  or(lt(sessions.expiresAt, sql`now()`), lt(sessions.updatedAt, ago(idleMs)), lt(sessions.createdAt, ago(absoluteMs)))

/** Removes those of an account's sessions that hold no more and never came back to be told. */
export const endDeadSessions = (db: Identity, accountId: string, limits: SessionLimits) =>
  db.delete(sessions).where(and(eq(sessions.userId, accountId), isDead(limits)))

/** An account's sessions that hold, the last used first. */
export const liveSessions = (tx: Tx, accountId: string, limits: SessionLimits) =>
  asIdentity(tx, (tx) =>
    tx
      .select({
        id: sessions.id,
        ipAddress: sessions.ipAddress,
        userAgent: sessions.userAgent,
        createdAt: sessions.createdAt,
        updatedAt: sessions.updatedAt,
      })
      .from(sessions)
      .where(and(eq(sessions.userId, accountId), sql`not (${isDead(limits)})`))
      .orderBy(desc(sessions.updatedAt), desc(sessions.id))
      .limit(200),
  )

/** Keeps what the session opens other people's data for. Gives back what it was before; undefined where the session is over. */
export const setPurpose = async (tx: Tx, accountId: string, id: string, purpose: Purpose) =>
  asIdentity(tx, async (tx) => {
    const own = and(eq(sessions.userId, accountId), eq(sessions.id, id))
    const [before] = await tx.select({ purpose: sessions.purpose }).from(sessions).where(own).for('update')
    if (before) await tx.update(sessions).set({ purpose }).where(own)
    return before
  })

export const endOwnSession = async (tx: Tx, accountId: string, id: string) =>
  (
    await asIdentity(tx, (tx) =>
      tx
        .delete(sessions)
        .where(and(eq(sessions.userId, accountId), eq(sessions.id, id)))
        .returning({ id: sessions.id }),
    )
  ).length > 0

/** Ends an account's sessions but `keep`, or all of them, and every sign-in that only owes its second step. Gives back how many sessions. */
export const endSessionsOf = async (tx: Tx, accountId: string, keep: string | null) =>
  (
    await asIdentity(tx, async (tx) => {
      await endStepsOf(tx, accountId)
      return tx
        .delete(sessions)
        .where(and(eq(sessions.userId, accountId), keep === null ? undefined : ne(sessions.id, keep)))
        .returning({ id: sessions.id })
    })
  ).length

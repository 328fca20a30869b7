import { and, eq, gt, sql } from 'drizzle-orm'
import { accounts, credentials, signInSteps } from '#db/schema.ts'
import { stepSeconds } from './browser-cookie.ts'
import type { Queries } from './factor-queries.ts'

/** Whose e-mail address this is, and the hash of their password, if they have one. */
export const passwordOf = async (db: Queries, email: string) =>
  (
    await db
      .select({ accountId: accounts.id, hash: credentials.password })
      .from(accounts)
      .leftJoin(credentials, and(eq(credentials.userId, accounts.id), eq(credentials.providerId, 'credential')))
      .where(eq(accounts.email, email.toLowerCase()))
  )[0]

interface NewStep {
  id: string
  secretHash: string
  accountId: string
  method: 'password' | 'link'
}

/** Kept for five minutes; what was never finished goes along the way. */
export async function insertStep(db: Queries, row: NewStep): Promise<void> {
  const over = db
    .select({ id: signInSteps.id })
    .from(signInSteps)
    .where(sql`${signInSteps.expiresAt} < now()`)
    .limit(100)
    .for('update', { skipLocked: true })
  await db.delete(signInSteps).where(sql`${signInSteps.id} in (${over})`)
  await db.insert(signInSteps).values({ ...row, expiresAt: sql`now() + make_interval(secs => ${stepSeconds})` })
}

/** The step that this browser owes, and whose it is. */
export const openStep = async (db: Queries, secretHash: string) =>
  (
    await db
      .select({ id: signInSteps.id, accountId: signInSteps.accountId, method: signInSteps.method, email: accounts.email })
      .from(signInSteps)
      .innerJoin(accounts, eq(accounts.id, signInSteps.accountId))
      .where(and(eq(signInSteps.secretHash, secretHash), gt(signInSteps.expiresAt, sql`now()`)))
  )[0]

/** False where it was taken or ended in the meantime. */
export const endStep = async (db: Queries, id: string) =>
  (await db.delete(signInSteps).where(eq(signInSteps.id, id)).returning({ id: signInSteps.id })).length > 0

export const endStepsOf = (db: Queries, accountId: string) => db.delete(signInSteps).where(eq(signInSteps.accountId, accountId))

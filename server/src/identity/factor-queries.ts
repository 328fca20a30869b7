import { and, count, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { accounts, authenticatorApps, passkeys, recoveryCodes, sessions } from '#db/schema.ts'
import type { SecondFactor } from '@plumbline/shared/identity/contract.ts'

/** For sign-in's own connection as well as within a request's transaction, there inside `asIdentity`. */
export type Queries = Pick<Tx, 'select' | 'insert' | 'update' | 'delete'>

/** With what an account takes the second step; empty where it has no second factor. Recovery codes stand in for one, and are none by themselves. */
export async function factorsOf(db: Queries, accountId: string): Promise<SecondFactor[]> {
  const [found] = await db
    .select({
      totp: sql<boolean>`exists (select from authenticator_apps where account_id = ${accountId} and confirmed_at is not null)`,
      passkey: sql<boolean>`exists (select from passkeys where account_id = ${accountId})`,
      recovery: sql<boolean>`exists (select from recovery_codes where account_id = ${accountId})`,
    })
    .from(accounts)
    .where(eq(accounts.id, accountId))
  if (!found || (!found.totp && !found.passkey)) return []
  return (['totp', 'passkey', 'recovery'] as const).filter((factor) => found[factor])
}

/** Changes of an account's factors take turns, so that none is decided on what another is just changing. Gives its address. */
export const lockAccount = async (tx: Queries, accountId: string) =>
  (await tx.select({ name: accounts.name, email: accounts.email }).from(accounts).where(eq(accounts.id, accountId)).for('no key update'))[0]

/** The account's app, held until the transaction ends, with the database's clock. */
export const lockApp = async (tx: Queries, accountId: string) =>
  (
    await tx
      .select({
        secret: authenticatorApps.secret,
        lastStep: authenticatorApps.lastStep,
        createdAt: authenticatorApps.createdAt,
        confirmedAt: authenticatorApps.confirmedAt,
        now: sql`clock_timestamp()`.mapWith(authenticatorApps.createdAt),
      })
      .from(authenticatorApps)
      .where(eq(authenticatorApps.accountId, accountId))
      .for('update')
  )[0]

export const confirmedAppOf = async (tx: Queries, accountId: string) =>
  (
    await tx
      .select({ confirmedAt: authenticatorApps.confirmedAt })
      .from(authenticatorApps)
      .where(and(eq(authenticatorApps.accountId, accountId), isNotNull(authenticatorApps.confirmedAt)))
  )[0]

/** Begins anew with another secret. False where the account has an app that counts. */
export const putPendingApp = async (tx: Queries, accountId: string, secret: string) =>
  (
    await tx
      .insert(authenticatorApps)
      .values({ accountId, secret })
      .onConflictDoUpdate({
        target: authenticatorApps.accountId,
        set: { secret, lastStep: 0, createdAt: sql`now()` },
        setWhere: isNull(authenticatorApps.confirmedAt),
      })
      .returning({ accountId: authenticatorApps.accountId })
  ).length > 0

/** Uses up every code up to this step. */
export const setLastStep = (tx: Queries, accountId: string, lastStep: number) =>
  tx.update(authenticatorApps).set({ lastStep }).where(eq(authenticatorApps.accountId, accountId))

export const confirmApp = (tx: Queries, accountId: string, lastStep: number) =>
  tx
    .update(authenticatorApps)
    .set({ lastStep, confirmedAt: sql`now()` })
    .where(eq(authenticatorApps.accountId, accountId))

/** False where there is none that counts. One that was only begun goes as well. */
export const deleteApp = async (tx: Queries, accountId: string) =>
  (
    await tx
      .delete(authenticatorApps)
      .where(eq(authenticatorApps.accountId, accountId))
      .returning({ confirmedAt: authenticatorApps.confirmedAt })
  ).some(({ confirmedAt }) => confirmedAt !== null)

export const countRecoveryCodes = async (tx: Queries, accountId: string) =>
  (await tx.select({ left: count() }).from(recoveryCodes).where(eq(recoveryCodes.accountId, accountId)))[0]?.left ?? 0

/** Ends the codes that there were. */
export async function replaceRecoveryCodes(tx: Queries, accountId: string, hashes: readonly string[]): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId))
  if (hashes.length > 0) await tx.insert(recoveryCodes).values(hashes.map((codeHash) => ({ accountId, codeHash })))
}

/** False where the account has no such code, or no more. */
export const useRecoveryCode = async (tx: Queries, accountId: string, codeHash: string) =>
  (
    await tx
      .delete(recoveryCodes)
      .where(and(eq(recoveryCodes.accountId, accountId), eq(recoveryCodes.codeHash, codeHash)))
      .returning({ codeHash: recoveryCodes.codeHash })
  ).length > 0

/** Takes away every factor. False where there was none. */
export async function deleteFactors(tx: Queries, accountId: string): Promise<boolean> {
  const hadApp = await deleteApp(tx, accountId)
  const gone = await tx.delete(passkeys).where(eq(passkeys.accountId, accountId)).returning({ id: passkeys.id })
  await replaceRecoveryCodes(tx, accountId, [])
  return hadApp || gone.length > 0
}

export const setSecondFactor = (tx: Queries, sessionId: string, secondFactor: boolean) =>
  tx.update(sessions).set({ secondFactor }).where(eq(sessions.id, sessionId))

export const noteProof = (tx: Queries, sessionId: string) =>
  tx
    .update(sessions)
    .set({ provedAt: sql`now()` })
    .where(eq(sessions.id, sessionId))

/** When the session was last known to be its owner's, and whether that was within these minutes. */
export const proofOf = async (tx: Queries, sessionId: string, minutes: number) =>
  (
    await tx
      .select({
        until: sql`greatest(${sessions.createdAt}, ${sessions.provedAt}) + make_interval(mins => ${minutes})`.mapWith(sessions.createdAt),
        holds: sql<boolean>`greatest(${sessions.createdAt}, ${sessions.provedAt}) > now() - make_interval(mins => ${minutes})`,
      })
      .from(sessions)
      .where(eq(sessions.id, sessionId))
  )[0]

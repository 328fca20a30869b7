import { and, eq } from 'drizzle-orm'
import { asIdentity, speakFor } from '#db/client.ts'
import type { Tx, Who } from '#db/client.ts'
import { accounts, credentials, memberships } from '#db/schema.ts'
import type { Queries } from './factor-queries.ts'

const byPassword = (accountId: string) => and(eq(credentials.userId, accountId), eq(credentials.providerId, 'credential'))

/** With what an account signs in, held until the transaction ends: of two changes at once the second sees the first. */
export const signInOf = async (tx: Tx, accountId: string) =>
  (
    await asIdentity(tx, (tx) =>
      tx
        .select({ email: accounts.email, hash: credentials.password })
        .from(accounts)
        .innerJoin(credentials, eq(credentials.userId, accounts.id))
        .where(and(eq(accounts.id, accountId), byPassword(accountId)))
        .for('update', { of: credentials }),
    )
  )[0]

/** Asked as sign-in. */
export const hasPassword = async (tx: Queries, accountId: string) =>
  (await tx.select({ id: credentials.id }).from(credentials).where(byPassword(accountId))).length > 0

export const emailOf = async (tx: Tx, accountId: string) =>
  (await asIdentity(tx, (tx) => tx.select({ email: accounts.email }).from(accounts).where(eq(accounts.id, accountId))))[0]?.email

/** Sets the password, or gives the account its first one. */
export const putPassword = async (tx: Tx, id: string, accountId: string, hash: string) => {
  if (await setPassword(tx, accountId, hash)) return
  await asIdentity(tx, (tx) =>
    tx.insert(credentials).values({ id, userId: accountId, providerId: 'credential', accountId, password: hash }),
  )
}

/** False where the account has no password to replace. */
export const setPassword = async (tx: Tx, accountId: string, hash: string) =>
  (
    await asIdentity(tx, (tx) =>
      tx.update(credentials).set({ password: hash, updatedAt: new Date() }).where(byPassword(accountId)).returning({ id: credentials.id }),
    )
  ).length > 0

/** Whether the account belongs to more than one organisation; afterwards the transaction speaks for `who` again. */
export async function isShared(tx: Tx, accountId: string, who: Who): Promise<boolean> {
  await speakFor(tx, { ...who, accountId })
  const found = await tx.select({ orgId: memberships.orgId }).from(memberships).where(eq(memberships.accountId, accountId)).limit(2)
  await speakFor(tx, who)
  return found.length > 1
}

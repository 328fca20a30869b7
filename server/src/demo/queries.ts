import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Database, Tx } from '#db/client.ts'
import { accounts, credentials, installation, memberships, organisations, people } from '#db/schema.ts'

export const setDemo = (tx: Tx, demoOrgId: string | null) =>
  tx.update(installation).set({ demoOrgId }).where(eq(installation.onlyRow, true))

/** What time it is for the database. */
export const clock = async (tx: Tx): Promise<Date> => {
  const [row] = await tx.select({ now: sql`now()`.mapWith(installation.startedAt) }).from(installation)
  if (!row) throw new Error('the installation row is missing')
  return row.now
}

export const accountsOf = (tx: Tx, orgId: string) =>
  tx.select({ accountId: memberships.accountId }).from(memberships).where(eq(memberships.orgId, orgId))

export const accountByEmail = async (tx: Tx, orgId: string, email: string) =>
  (
    await tx
      .select({ accountId: memberships.accountId })
      .from(memberships)
      .innerJoin(people, and(eq(people.orgId, memberships.orgId), eq(people.id, memberships.personId)))
      .where(and(eq(memberships.orgId, orgId), eq(people.email, email)))
  )[0]?.accountId

/** Takes everything of the organisation with it: each of its tables refers to this row. */
export const deleteOrganisation = (tx: Tx, orgId: string) => tx.delete(organisations).where(eq(organisations.id, orgId))

/** Accounts with one of these addresses that nobody can sign in to. */
export const visitorsWith = (identity: Database['identity'], emails: string[]) =>
  identity
    .select({ id: accounts.id })
    .from(accounts)
    .leftJoin(credentials, eq(credentials.userId, accounts.id))
    .where(and(inArray(accounts.email, emails), isNull(credentials.id)))

import { eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { adoptShipped } from '#frameworks/adopt.ts'
import { installation, memberships, organisations, people } from '#db/schema.ts'

const columns = { firstRunHash: installation.firstRunHash, startedAt: installation.startedAt, demoOrgId: installation.demoOrgId }

export const getInstallation = async (tx: Tx) => {
  const [row] = await tx.select(columns).from(installation)
  if (!row) throw new Error('the installation row is missing')
  return row
}

/** Held to the end of the transaction: only one first run, only one demo. */
export const lockInstallation = async (tx: Tx) => {
  const [row] = await tx.select(columns).from(installation).for('update')
  if (!row) throw new Error('the installation row is missing')
  return row
}

export const setFirstRun = (tx: Tx, firstRunHash: string) =>
  tx.update(installation).set({ firstRunHash }).where(eq(installation.onlyRow, true))

export const setStarted = (tx: Tx) =>
  tx
    .update(installation)
    .set({ startedAt: sql`now()`, firstRunHash: null })
    .where(eq(installation.onlyRow, true))

/** With the framework that comes with the product; the transaction speaks for the new organisation. */
export const insertOrganisation = async (tx: Tx, row: { id: string; name: string; frameworkVersion: string; isDemo: boolean }) => {
  await tx.insert(organisations).values(row)
  await adoptShipped(tx, row.frameworkVersion)
}

export const insertFirstAdmin = async (tx: Tx, row: { accountId: string; personId: string; name: string; email: string }) => {
  await tx.insert(people).values({ id: row.personId, name: row.name, email: row.email })
  await tx.insert(memberships).values({ accountId: row.accountId, personId: row.personId, role: 'admin' })
}

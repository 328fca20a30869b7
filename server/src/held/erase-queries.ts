import { and, eq, sql } from 'drizzle-orm'
import { asIdentity } from '#db/client.ts'
import type { Tx } from '#db/client.ts'
import { accounts, erasures, memberships, people } from '#db/schema.ts'

/** The person, held to the end of the transaction: what is being written about them is waited for, and nothing is written any more. */
export async function lockPerson(tx: Tx, orgId: string, id: string) {
  const [person] = await tx
    .select({ id: people.id, name: people.name, email: people.email, teamId: people.teamId })
    .from(people)
    .where(and(eq(people.orgId, orgId), eq(people.id, id)))
    .for('update')
  if (!person) return null
  const [membership] = await tx
    .select({ accountId: memberships.accountId })
    .from(memberships)
    .where(and(eq(memberships.orgId, orgId), eq(memberships.personId, id)))
  return { ...person, accountId: membership?.accountId ?? null }
}

/**
 * Whether the account belongs to this organisation alone. It is held to the end of the transaction, so that it cannot join another one
 * meanwhile. The transaction has to speak for the account, which alone sees where it belongs.
 */
export async function isOnlyHere(tx: Tx, orgId: string, accountId: string): Promise<boolean> {
  await asIdentity(tx, (tx) => tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, accountId)).for('update'))
  const elsewhere = await tx
    .select({ orgId: memberships.orgId })
    .from(memberships)
    .where(and(eq(memberships.accountId, accountId), sql`${memberships.orgId} <> ${orgId}`))
    .limit(1)
  return elsewhere.length === 0
}

/** Takes what refers to the person with it: rows that are theirs go, what stays of their work loses its author. */
export const deletePerson = (tx: Tx, orgId: string, id: string) => tx.delete(people).where(and(eq(people.orgId, orgId), eq(people.id, id)))

interface Named {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly accountId: string | null
}

/** Forgets stored answers that hold something of the person: their own, and those to others that name them. Gives back how many. */
export async function forgetAnswers(tx: Tx, orgId: string, { id, name, email, accountId }: Named): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    delete from idempotency_keys where org_id = ${orgId} and (account_id = ${accountId}::uuid
      or position(${id} in body::text) > 0 or position(${email} in lower(body::text)) > 0 or position(${JSON.stringify(name)} in body::text) > 0)`)
  return rowCount ?? 0
}

/** Deletes an account with its sessions and ways to sign in, and what waits to be confirmed for it. */
export const deleteAccount = (tx: Tx, accountId: string) =>
  asIdentity(tx, async (tx) => {
    await tx.execute(sql`
      delete from verifications v using accounts a where a.id = ${accountId} and (
        position(a.email in lower(v.identifier)) > 0 or position(a.email in lower(v.value)) > 0
        or position(a.id::text in v.identifier) > 0 or position(a.id::text in v.value) > 0)`)
    await tx.delete(accounts).where(eq(accounts.id, accountId))
  })

/** Gives back when it was, by the database's clock. */
export async function insertErasure(tx: Tx, row: Omit<typeof erasures.$inferInsert, 'orgId' | 'at'>): Promise<Date> {
  const [kept] = await tx.insert(erasures).values(row).returning({ at: erasures.at })
  if (!kept) throw new Error('an insert that returned nothing')
  return kept.at
}

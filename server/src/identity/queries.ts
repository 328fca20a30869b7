import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { LinkKind } from '@plumbline/shared/identity/contract.ts'
import type { Database, Tx } from '#db/client.ts'
import { accounts, invitations, memberships, organisations, people } from '#db/schema.ts'

interface NewLink {
  id: string
  personId: string
  tokenHash: string
  kind: LinkKind
  hours: number
}

/** A person has one link at a time: a newer one replaces it, of whichever kind. */
export async function putInvitation(tx: Tx, { hours, ...row }: NewLink) {
  const expiresAt = sql`now() + make_interval(hours => ${hours})`
  const { id, tokenHash, kind } = row
  const kept = await tx
    .insert(invitations)
    .values({ ...row, expiresAt })
    .onConflictDoUpdate({ target: [invitations.orgId, invitations.personId], set: { id, tokenHash, kind, expiresAt } })
    .returning({ expiresAt: invitations.expiresAt })
  return kept[0]
}

/** Seen through the policy that knows the secret's hash, by someone who belongs to no organisation yet. */
export const openInvitation = async (tx: Tx, tokenHash: string) =>
  (
    await tx
      .select({ orgId: invitations.orgId, personId: invitations.personId, kind: invitations.kind })
      .from(invitations)
      .where(and(eq(invitations.tokenHash, tokenHash), gt(invitations.expiresAt, sql`now()`)))
  )[0]

export const invitedPerson = async (tx: Tx, orgId: string, personId: string) =>
  (
    await tx
      .select({ organisation: organisations.name, name: people.name, email: people.email })
      .from(people)
      .innerJoin(organisations, eq(organisations.id, people.orgId))
      .where(and(eq(people.orgId, orgId), eq(people.id, personId), isNull(people.leftOn)))
  )[0]

export const endInvitation = async (tx: Tx, orgId: string, tokenHash: string) =>
  (
    await tx
      .delete(invitations)
      .where(and(eq(invitations.orgId, orgId), eq(invitations.tokenHash, tokenHash)))
      .returning({ id: invitations.id })
  ).length > 0

export const insertMembership = (tx: Tx, row: { accountId: string; personId: string | null; role: 'admin' | 'member' | 'viewer' }) =>
  tx.insert(memberships).values(row)

export const personToInvite = async (tx: Tx, orgId: string, personId: string) =>
  (
    await tx
      .select({ id: people.id, accountId: memberships.accountId, role: memberships.role, leftOn: people.leftOn })
      .from(people)
      .leftJoin(memberships, and(eq(memberships.orgId, people.orgId), eq(memberships.personId, people.id)))
      .where(and(eq(people.orgId, orgId), eq(people.id, personId)))
  )[0]

/** Where an account belongs; seen by the account itself. */
export const membershipsOf = (tx: Tx, accountId: string) =>
  tx.select({ orgId: memberships.orgId }).from(memberships).where(eq(memberships.accountId, accountId))

export const accountByEmail = async (db: Database['identity'], email: string) =>
  (await db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email.trim().toLowerCase())))[0]

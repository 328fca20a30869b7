import { and, eq, gt, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { invitations, memberships, organisations, people } from '#db/schema.ts'

export const putInvitation = async (tx: Tx, row: { id: string; personId: string; tokenHash: string }) =>
  (
    await tx
      .insert(invitations)
      .values({ ...row, expiresAt: sql`now() + interval '7 days'` })
      .onConflictDoUpdate({
        target: [invitations.orgId, invitations.personId],
        set: { id: row.id, tokenHash: row.tokenHash, expiresAt: sql`now() + interval '7 days'` },
      })
      .returning({ expiresAt: invitations.expiresAt })
  )[0]

/** Seen through the policy that knows the secret's hash, by someone who belongs to no organisation yet. */
export const openInvitation = async (tx: Tx, tokenHash: string) =>
  (
    await tx
      .select({ orgId: invitations.orgId, personId: invitations.personId })
      .from(invitations)
      .where(and(eq(invitations.tokenHash, tokenHash), gt(invitations.expiresAt, sql`now()`)))
  )[0]

export const invitedPerson = async (tx: Tx, orgId: string, personId: string) =>
  (
    await tx
      .select({ organisation: organisations.name, name: people.name, email: people.email })
      .from(people)
      .innerJoin(organisations, eq(organisations.id, people.orgId))
      .where(and(eq(people.orgId, orgId), eq(people.id, personId)))
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
      .select({ id: people.id, accountId: memberships.accountId })
      .from(people)
      .leftJoin(memberships, and(eq(memberships.orgId, people.orgId), eq(memberships.personId, people.id)))
      .where(and(eq(people.orgId, orgId), eq(people.id, personId)))
  )[0]

/** Where an account belongs; seen by the account itself. */
export const membershipsOf = (tx: Tx, accountId: string) =>
  tx.select({ orgId: memberships.orgId }).from(memberships).where(eq(memberships.accountId, accountId))

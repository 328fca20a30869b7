import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { invitations, leads, memberships, people, teams } from '#db/schema.ts'

/** The accounts of all admins, held until the transaction ends: of two who would each take the other away the second sees the first. */
export const lockAdmins = (tx: Tx, orgId: string) =>
  tx
    .select({ personId: memberships.personId })
    .from(memberships)
    .where(and(eq(memberships.orgId, orgId), eq(memberships.role, 'admin')))
    .orderBy(asc(memberships.accountId))
    .for('update')

/** Notes the day, in UTC; false where the person has another version or left already. */
export const setLeft = async (tx: Tx, orgId: string, id: string, version: number) =>
  (
    await tx
      .update(people)
      .set({ leftOn: sql`(now() at time zone 'UTC')::date`, teamId: null, version: sql`${people.version} + 1` })
      .where(and(eq(people.orgId, orgId), eq(people.id, id), eq(people.version, version), isNull(people.leftOn)))
      .returning({ id: people.id })
  ).length > 0

export const clearLeft = async (tx: Tx, orgId: string, id: string, version: number) =>
  (
    await tx
      .update(people)
      .set({ leftOn: null, version: sql`${people.version} + 1` })
      .where(and(eq(people.orgId, orgId), eq(people.id, id), eq(people.version, version), isNotNull(people.leftOn)))
      .returning({ id: people.id })
  ).length > 0

/** Ends what they lead, and gives back of which teams. Counts as a change of those teams, so that an older view of them is stale. */
export async function endLeads(tx: Tx, orgId: string, personId: string): Promise<string[]> {
  const ended = await tx
    .delete(leads)
    .where(and(eq(leads.orgId, orgId), eq(leads.personId, personId)))
    .returning({ teamId: leads.teamId })
  const ids = ended.map(({ teamId }) => teamId)
  await tx
    .update(teams)
    .set({ version: sql`${teams.version} + 1` })
    .where(and(eq(teams.orgId, orgId), inArray(teams.id, ids)))
  return ids
}

/** False where there was none. */
export const endInvitations = async (tx: Tx, orgId: string, personId: string) =>
  (
    await tx
      .delete(invitations)
      .where(and(eq(invitations.orgId, orgId), eq(invitations.personId, personId)))
      .returning({ id: invitations.id })
  ).length > 0

/** Takes the person's membership away and gives back whose account it was. */
export const endMembership = async (tx: Tx, orgId: string, personId: string) =>
  (
    await tx
      .delete(memberships)
      .where(and(eq(memberships.orgId, orgId), eq(memberships.personId, personId)))
      .returning({ accountId: memberships.accountId, role: memberships.role })
  )[0]

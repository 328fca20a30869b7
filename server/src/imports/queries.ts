import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Seniority } from '@plumbline/shared/frameworks/seniority.ts'
import type { Tx } from '#db/client.ts'
import { leads, people, teams } from '#db/schema.ts'

/** The lock that every change of the tree's shape takes, so that an import and a move cannot close a circle together. */
export const lockTree = (tx: Tx, orgId: string) => tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`teams ${orgId}`}, 0))`)

export const teamTree = (tx: Tx, orgId: string) =>
  tx.select({ id: teams.id, name: teams.name, parentId: teams.parentId }).from(teams).where(eq(teams.orgId, orgId))

const ofTheirTeam = and(eq(leads.orgId, people.orgId), eq(leads.personId, people.id), eq(leads.teamId, people.teamId))

/** `lead` is whether they lead the team they are in, `left` whether they are here no more. */
export const peopleByEmail = (tx: Tx, orgId: string, emails: readonly string[]) =>
  tx
    .select({
      id: people.id,
      email: people.email,
      name: people.name,
      teamId: people.teamId,
      roleId: people.roleId,
      seniority: people.seniority,
      lead: sql<boolean>`${isNotNull(leads.personId)}`,
      left: sql<boolean>`${isNotNull(people.leftOn)}`,
    })
    .from(people)
    .leftJoin(leads, ofTheirTeam)
    .where(and(eq(people.orgId, orgId), inArray(people.email, [...emails])))

/** Held to the end of the transaction, in the order of ids, so that nobody moves between being read and being written. */
export const lockPeople = (tx: Tx, orgId: string, emails: readonly string[]) =>
  tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.orgId, orgId), inArray(people.email, [...emails])))
    .orderBy(people.id)
    .for('update')

export const insertTeams = async (tx: Tx, rows: { id: string; name: string; parentId: string | null }[]) => {
  if (rows.length > 0) await tx.insert(teams).values(rows)
}

export interface PersonRow {
  id: string
  name: string
  email: string
  teamId: string
  roleId: string
  seniority: Seniority
}

export const insertPeople = async (tx: Tx, rows: PersonRow[]) => {
  if (rows.length > 0) await tx.insert(people).values(rows)
}

/** All in one statement: the rows travel as one JSON parameter. */
export const updatePeople = async (tx: Tx, orgId: string, rows: readonly PersonRow[]) => {
  if (rows.length === 0) return
  await tx.execute(sql`
    update ${people} set name = new.name, team_id = new."teamId", role_id = new."roleId", seniority = new.seniority, version = ${people.version} + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as new(id uuid, name text, "teamId" uuid, "roleId" text, seniority text)
    where ${people.orgId} = ${orgId} and ${people.id} = new.id`)
}

export interface LeadRow {
  teamId: string
  personId: string
}

/** Makes the first the leads of their teams and the others not. Counts as a change of those teams, so that an older view of them is stale. */
export const setLeads = async (tx: Tx, orgId: string, yes: LeadRow[], no: readonly LeadRow[]) => {
  const added = yes.length === 0 ? [] : await tx.insert(leads).values(yes).onConflictDoNothing().returning({ teamId: leads.teamId })
  const pairs = sql`(${leads.teamId}, ${leads.personId}) in (
    select "teamId", "personId" from jsonb_to_recordset(${JSON.stringify(no)}::jsonb) as no("teamId" uuid, "personId" uuid))`
  const removed =
    no.length === 0
      ? []
      : await tx
          .delete(leads)
          .where(and(eq(leads.orgId, orgId), pairs))
          .returning({ teamId: leads.teamId })
  const changed = [...new Set([...added, ...removed].map((row) => row.teamId))]
  if (changed.length === 0) return
  await tx
    .update(teams)
    .set({ version: sql`${teams.version} + 1` })
    .where(and(eq(teams.orgId, orgId), inArray(teams.id, changed)))
}

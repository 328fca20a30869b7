import { and, asc, count, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Lead } from '@plumbline/shared/teams/contract.ts'
import type { Tx } from '#db/client.ts'
import { leads, people, teams } from '#db/schema.ts'

const columns = { id: teams.id, name: teams.name, parentId: teams.parentId, version: teams.version }

export type TeamRow = { id: string; name: string; parentId: string | null; version: number }

export const allTeams = (tx: Tx, orgId: string): Promise<TeamRow[]> =>
  tx
    .select(columns)
    .from(teams)
    .where(eq(teams.orgId, orgId))
    .orderBy(asc(sql`lower(${teams.name})`), asc(teams.id))

export const teamById = async (tx: Tx, orgId: string, id: string) =>
  (
    await tx
      .select(columns)
      .from(teams)
      .where(and(eq(teams.orgId, orgId), eq(teams.id, id)))
  )[0]

export const leadsByTeam = (tx: Tx, orgId: string) =>
  tx
    .select({ teamId: leads.teamId, id: people.id, name: people.name, from: leads.fromDay, until: leads.untilDay })
    .from(leads)
    .innerJoin(people, and(eq(people.orgId, leads.orgId), eq(people.id, leads.personId)))
    .where(eq(leads.orgId, orgId))
    .orderBy(asc(sql`lower(${people.name})`), asc(people.id))

export const peopleByTeam = (tx: Tx, orgId: string) =>
  tx.select({ teamId: people.teamId, people: count() }).from(people).where(eq(people.orgId, orgId)).groupBy(people.teamId)

export const insertTeam = (tx: Tx, row: { id: string; name: string; parentId: string | null }) => tx.insert(teams).values(row)

export const updateTeam = async (tx: Tx, orgId: string, id: string, version: number, change: { name?: string; parentId?: string | null }) =>
  (
    await tx
      .update(teams)
      .set({ ...change, version: sql`${teams.version} + 1` })
      .where(and(eq(teams.orgId, orgId), eq(teams.id, id), eq(teams.version, version)))
      .returning({ id: teams.id })
  ).length > 0

export const deleteTeam = async (tx: Tx, orgId: string, id: string, version: number) =>
  (
    await tx
      .delete(teams)
      .where(and(eq(teams.orgId, orgId), eq(teams.id, id), eq(teams.version, version)))
      .returning({ id: teams.id })
  ).length > 0

export const replaceLeads = async (tx: Tx, orgId: string, teamId: string, given: readonly Lead[]) => {
  await tx.delete(leads).where(and(eq(leads.orgId, orgId), eq(leads.teamId, teamId)))
  if (given.length > 0)
    await tx.insert(leads).values(given.map(({ id, from, until }) => ({ teamId, personId: id, fromDay: from, untilDay: until })))
}

/** Of these those who are here. */
export const knownPeople = async (tx: Tx, orgId: string, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : tx
        .select({ id: people.id })
        .from(people)
        .where(and(eq(people.orgId, orgId), inArray(people.id, [...ids]), isNull(people.leftOn)))

/** Held while the tree's shape changes, so that two moves cannot close a circle together. */
export const lockTree = (tx: Tx, orgId: string) => tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`teams ${orgId}`}, 0))`)

import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { HiringReport } from '@plumbline/shared/hiring/contract.ts'
import type { Seniority } from '@plumbline/shared/frameworks/seniority.ts'
import type { Tx } from '#db/client.ts'
import { hiringReports, organisations, people, roleDemands, teams } from '#db/schema.ts'

export const allTeams = (tx: Tx, orgId: string) =>
  tx
    .select({ id: teams.id, name: teams.name, parentId: teams.parentId })
    .from(teams)
    .where(eq(teams.orgId, orgId))
    .orderBy(asc(sql`lower(${teams.name})`), asc(teams.id))

const demandColumns = { roleId: roleDemands.roleId, seniority: roleDemands.seniority, people: roleDemands.people }

export const demandsOf = (tx: Tx, orgId: string, teamIds: readonly string[]) =>
  tx
    .select({ teamId: roleDemands.teamId, ...demandColumns })
    .from(roleDemands)
    .where(and(eq(roleDemands.orgId, orgId), inArray(roleDemands.teamId, [...teamIds])))
    .orderBy(asc(roleDemands.teamId), asc(roleDemands.roleId), asc(roleDemands.seniority))

/** Held while a team's demand is replaced, so that two at once do not mix. */
export const lockDemand = (tx: Tx, orgId: string, teamId: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`demand ${orgId} ${teamId}`}, 0))`)

export const replaceDemand = async (
  tx: Tx,
  orgId: string,
  teamId: string,
  rows: readonly { roleId: string; seniority: Seniority; people: number }[],
) => {
  await tx.delete(roleDemands).where(and(eq(roleDemands.orgId, orgId), eq(roleDemands.teamId, teamId)))
  if (rows.length > 0) await tx.insert(roleDemands).values(rows.map((row) => ({ teamId, ...row })))
}

/** The organisation's name, and the day it is for the database, in UTC. */
export const nameAndDay = async (tx: Tx, orgId: string) =>
  (
    await tx
      .select({ name: organisations.name, day: sql<string>`(now() at time zone 'UTC')::date::text` })
      .from(organisations)
      .where(eq(organisations.id, orgId))
  )[0]

/** What is kept of a report; whose it is and since when stand in columns of their own. */
export type ReportContent = Omit<HiringReport, 'id' | 'createdAt' | 'createdBy'>

export const insertReport = (tx: Tx, row: { id: string; frameworkVersion: string; content: ReportContent; createdBy: string | null }) =>
  tx.insert(hiringReports).values(row)

const kept = {
  id: hiringReports.id,
  createdAt: hiringReports.createdAt,
  /** While they are still here. */
  createdBy: people.name,
}
const author = and(eq(people.orgId, hiringReports.orgId), eq(people.id, hiringReports.createdBy))

export const reportById = async (tx: Tx, orgId: string, id: string) =>
  (
    await tx
      .select({ ...kept, content: sql<ReportContent>`${hiringReports.content}` })
      .from(hiringReports)
      .leftJoin(people, author)
      .where(and(eq(hiringReports.orgId, orgId), eq(hiringReports.id, id)))
  )[0]

export const reportHeads = (tx: Tx, orgId: string) =>
  tx
    .select({
      ...kept,
      day: sql<string>`${hiringReports.content} ->> 'day'`,
      people: sql<number>`(${hiringReports.content} -> 'people')::integer`,
      teams: sql<ReportContent['teams']>`${hiringReports.content} -> 'teams'`,
      counted: sql<ReportContent['counted']>`${hiringReports.content} -> 'counted'`,
    })
    .from(hiringReports)
    .leftJoin(people, author)
    .where(eq(hiringReports.orgId, orgId))
    .orderBy(desc(hiringReports.createdAt), desc(hiringReports.id))

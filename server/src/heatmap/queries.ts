import { and, asc, count, desc, eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { assessments, people, personLevels, practiceAnswers, ratings, teamCounts, teams } from '#db/schema.ts'

/** The ids of a team and all below it, as a subquery. */
const subtree = (orgId: string, teamId: string) => sql`(
  with recursive below as (
    select ${teams.id} from ${teams} where ${teams.orgId} = ${orgId} and ${teams.id} = ${teamId}
    union
    select child.id from ${teams} child join below on child.org_id = ${orgId} and child.parent_id = below.id
  )
  select id from below
)`

export const teamById = async (tx: Tx, orgId: string, id: string) =>
  (
    await tx
      .select({ id: teams.id, name: teams.name })
      .from(teams)
      .where(and(eq(teams.orgId, orgId), eq(teams.id, id)))
  )[0]

export const peopleBelow = (tx: Tx, orgId: string, teamId: string) =>
  tx
    .select({
      id: people.id,
      name: people.name,
      teamId: sql<string>`${people.teamId}`,
      roleId: people.roleId,
      seniority: people.seniority,
      levels: personLevels.current,
      ratedOn: sql<string | null>`(select max(day)::text from unnest(${personLevels.ratedOn}) day)`,
    })
    .from(people)
    .leftJoin(personLevels, and(eq(personLevels.orgId, people.orgId), eq(personLevels.personId, people.id)))
    .where(and(eq(people.orgId, orgId), sql`${people.teamId} in ${subtree(orgId, teamId)}`))
    .orderBy(asc(sql`lower(${people.name})`), asc(people.id))

const countColumns = {
  teamId: teamCounts.teamId,
  expected: teamCounts.expected,
  rated: teamCounts.rated,
  met: teamCounts.met,
  holders: teamCounts.holders,
  levelSum: teamCounts.levelSum,
}

export const countsBelow = (tx: Tx, orgId: string, teamId: string) =>
  tx
    .select(countColumns)
    .from(teamCounts)
    .where(and(eq(teamCounts.orgId, orgId), sql`${teamCounts.teamId} in ${subtree(orgId, teamId)}`))

export const allCounts = (tx: Tx, orgId: string) => tx.select(countColumns).from(teamCounts).where(eq(teamCounts.orgId, orgId))

export const allTeams = (tx: Tx, orgId: string) =>
  tx
    .select({ id: teams.id, name: teams.name, parentId: teams.parentId })
    .from(teams)
    .where(eq(teams.orgId, orgId))
    .orderBy(asc(sql`lower(${teams.name})`), asc(teams.id))

export const peopleByTeam = (tx: Tx, orgId: string) =>
  tx.select({ teamId: people.teamId, people: count() }).from(people).where(eq(people.orgId, orgId)).groupBy(people.teamId)

export const standingAnswers = (tx: Tx, orgId: string) =>
  tx
    .selectDistinctOn([practiceAnswers.teamId, practiceAnswers.practiceId], {
      teamId: practiceAnswers.teamId,
      practiceId: practiceAnswers.practiceId,
      answer: practiceAnswers.answer,
    })
    .from(practiceAnswers)
    .where(eq(practiceAnswers.orgId, orgId))
    .orderBy(asc(practiceAnswers.teamId), asc(practiceAnswers.practiceId), desc(practiceAnswers.revision))

export const personById = async (tx: Tx, orgId: string, id: string) =>
  (
    await tx
      .select({ id: people.id, name: people.name, teamId: people.teamId, roleId: people.roleId, seniority: people.seniority })
      .from(people)
      .where(and(eq(people.orgId, orgId), eq(people.id, id)))
  )[0]

/** The newest rating of each kind, with the name of whoever gave it while they are still here. */
export const newestRatings = (tx: Tx, orgId: string, personId: string, skillId: string) =>
  tx
    .selectDistinctOn([ratings.kind], {
      kind: ratings.kind,
      level: ratings.level,
      note: ratings.note,
      ratedAt: ratings.ratedAt,
      ratedOn: sql<string>`(${ratings.ratedAt} at time zone 'UTC')::date::text`,
      by: people.name,
    })
    .from(ratings)
    .innerJoin(assessments, and(eq(assessments.orgId, ratings.orgId), eq(assessments.id, ratings.assessmentId)))
    .leftJoin(people, and(eq(people.orgId, assessments.orgId), eq(people.id, assessments.submittedBy)))
    .where(and(eq(ratings.orgId, orgId), eq(ratings.personId, personId), eq(ratings.skillId, skillId)))
    .orderBy(asc(ratings.kind), desc(ratings.ratedAt), desc(ratings.id))

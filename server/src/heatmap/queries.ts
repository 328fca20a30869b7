import { and, asc, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Answer } from '@plumbline/shared/practices/maturity.ts'
import type { Tx } from '#db/client.ts'
import { assessments, organisations, people, personLevels, practiceAnswers, ratings, teamCounts, teams } from '#db/schema.ts'
import { newestReply } from '#levels/newest-reply.ts'

export const peopleOf = (tx: Tx, orgId: string, teamIds: string[]) =>
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
    .where(and(eq(people.orgId, orgId), inArray(people.teamId, teamIds)))
    .orderBy(asc(sql`lower(${people.name})`), asc(people.id))

const countColumns = {
  teamId: teamCounts.teamId,
  expected: teamCounts.expected,
  rated: teamCounts.rated,
  met: teamCounts.met,
  holders: teamCounts.holders,
  levelSum: teamCounts.levelSum,
}

export const countsOf = (tx: Tx, orgId: string, teamIds: string[]) =>
  tx
    .select(countColumns)
    .from(teamCounts)
    .where(and(eq(teamCounts.orgId, orgId), inArray(teamCounts.teamId, teamIds)))

export const allCounts = (tx: Tx, orgId: string) => tx.select(countColumns).from(teamCounts).where(eq(teamCounts.orgId, orgId))

/** The teams within a scope, by name. */
export const teamsIn = (tx: Tx, orgId: string, scope: SQL) =>
  tx
    .select({ id: teams.id, name: teams.name, parentId: teams.parentId })
    .from(teams)
    .where(and(eq(teams.orgId, orgId), scope))
    .orderBy(asc(sql`lower(${teams.name})`), asc(teams.id))

export const peopleByTeam = (tx: Tx, orgId: string) =>
  tx.select({ teamId: people.teamId, people: count() }).from(people).where(eq(people.orgId, orgId)).groupBy(people.teamId)

/** The optional practice areas that the organisation turned on. */
export const turnedOn = async (tx: Tx, orgId: string) =>
  (await tx.select({ areas: organisations.practiceAreas }).from(organisations).where(eq(organisations.id, orgId)))[0]?.areas ?? []

/** What stands of each team's checklist, by practice: one row a team, for a large organisation answers hundreds of thousands of times. */
export const standingAnswers = (tx: Tx, orgId: string) => {
  const newest = tx
    .selectDistinctOn([practiceAnswers.teamId, practiceAnswers.practiceId], {
      teamId: practiceAnswers.teamId,
      practiceId: practiceAnswers.practiceId,
      answer: practiceAnswers.answer,
    })
    .from(practiceAnswers)
    .where(eq(practiceAnswers.orgId, orgId))
    .orderBy(asc(practiceAnswers.teamId), asc(practiceAnswers.practiceId), desc(practiceAnswers.revision))
    .as('newest')
  return tx
    .select({ teamId: newest.teamId, answers: sql<Record<string, Answer>>`json_object_agg(${newest.practiceId}, ${newest.answer})` })
    .from(newest)
    .groupBy(newest.teamId)
}

/** Someone who left is not there: nobody opens their ratings any more. */
export const personById = async (tx: Tx, orgId: string, id: string) =>
  (
    await tx
      .select({ id: people.id, name: people.name, teamId: people.teamId, roleId: people.roleId, seniority: people.seniority })
      .from(people)
      .where(and(eq(people.orgId, orgId), eq(people.id, id), isNull(people.leftOn)))
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
      reply: newestReply,
    })
    .from(ratings)
    .innerJoin(assessments, and(eq(assessments.orgId, ratings.orgId), eq(assessments.id, ratings.assessmentId)))
    .leftJoin(people, and(eq(people.orgId, assessments.orgId), eq(people.id, assessments.submittedBy)))
    .where(and(eq(ratings.orgId, orgId), eq(ratings.personId, personId), eq(ratings.skillId, skillId)))
    .orderBy(asc(ratings.kind), desc(ratings.ratedAt), desc(ratings.id))

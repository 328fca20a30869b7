import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Answer } from '@plumbline/shared/practices/maturity.ts'
import type { Tx } from '#db/client.ts'
import { organisations, people, practiceAnswers } from '#db/schema.ts'

export const homeTeamOf = async (tx: Tx, orgId: string, personId: string) =>
  (
    await tx
      .select({ teamId: people.teamId })
      .from(people)
      .where(and(eq(people.orgId, orgId), eq(people.id, personId)))
  )[0]?.teamId ?? null

/** The optional practice areas that the organisation turned on. */
export const turnedOn = async (tx: Tx, orgId: string) =>
  (await tx.select({ areas: organisations.practiceAreas }).from(organisations).where(eq(organisations.id, orgId)))[0]?.areas ?? []

const standing = {
  practiceId: practiceAnswers.practiceId,
  answer: practiceAnswers.answer,
  evidence: practiceAnswers.evidence,
  note: practiceAnswers.note,
  answeredAt: practiceAnswers.answeredAt,
  /** While they are still here. */
  answeredBy: people.name,
  version: practiceAnswers.revision,
}
const author = and(eq(people.orgId, practiceAnswers.orgId), eq(people.id, practiceAnswers.answeredBy))

/** What stands now: the newest revision of each practice. */
export const standingAnswers = (tx: Tx, orgId: string, teamId: string) =>
  tx
    .selectDistinctOn([practiceAnswers.practiceId], standing)
    .from(practiceAnswers)
    .leftJoin(people, author)
    .where(and(eq(practiceAnswers.orgId, orgId), eq(practiceAnswers.teamId, teamId)))
    .orderBy(asc(practiceAnswers.practiceId), desc(practiceAnswers.revision))

export const standingAnswer = async (tx: Tx, orgId: string, teamId: string, practiceId: string) =>
  (
    await tx
      .select(standing)
      .from(practiceAnswers)
      .leftJoin(people, author)
      .where(and(eq(practiceAnswers.orgId, orgId), eq(practiceAnswers.teamId, teamId), eq(practiceAnswers.practiceId, practiceId)))
      .orderBy(desc(practiceAnswers.revision))
      .limit(1)
  )[0]

/** Held while one practice of a team is answered, so that of two answers at once the second sees the first. */
export const lockPractice = (tx: Tx, orgId: string, teamId: string, practiceId: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`practice ${orgId} ${teamId} ${practiceId}`}, 0))`)

interface NewAnswer {
  teamId: string
  practiceId: string
  revision: number
  answer: Answer
  evidence: string | null
  note: string
  answeredBy: string | null
  /** Left out, it is the database's now. */
  answeredAt?: Date
}

export const insertAnswer = (tx: Tx, row: NewAnswer) => tx.insert(practiceAnswers).values(row)

import { and, count, countDistinct, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Level } from '@plumbline/shared/levels/level.ts'
import type { Tx } from '#db/client.ts'
import { people, personLevels, practiceAnswers, ratings, roleDemands } from '#db/schema.ts'

/** Everyone who is here, as the numbers see them. */
export const peopleWithLevels = async (tx: Tx, orgId: string) => {
  const rows = await tx
    .select({ role: people.roleId, seniority: people.seniority, levels: personLevels.current })
    .from(people)
    .leftJoin(personLevels, and(eq(personLevels.orgId, people.orgId), eq(personLevels.personId, people.id)))
    .where(and(eq(people.orgId, orgId), isNull(people.leftOn)))
  return rows.map((row) => ({ ...row, levels: (row.levels ?? []) as (Level | null)[] }))
}

const byId = <Held>(rows: readonly (Held & { id: string })[]) => new Map(rows.map((row) => [row.id, row]))

/** How many ratings these skills have and of how many people, by skill. */
export const ratingsOf = async (tx: Tx, orgId: string, skillIds: readonly string[]) => {
  const ofPeople = tx
    .select({ id: ratings.skillId, personId: ratings.personId, entries: count().as('entries') })
    .from(ratings)
    .where(and(eq(ratings.orgId, orgId), inArray(ratings.skillId, [...skillIds])))
    .groupBy(ratings.skillId, ratings.personId)
    .as('of_people')
  return byId(
    await tx
      .select({ id: ofPeople.id, entries: sql<number>`sum(${ofPeople.entries})`.mapWith(Number), holders: count() })
      .from(ofPeople)
      .groupBy(ofPeople.id),
  )
}

/** How many answers these practices have and of how many teams, by practice. */
export const answersOf = async (tx: Tx, orgId: string, practiceIds: readonly string[]) =>
  byId(
    await tx
      .select({ id: practiceAnswers.practiceId, entries: count(), holders: countDistinct(practiceAnswers.teamId) })
      .from(practiceAnswers)
      .where(and(eq(practiceAnswers.orgId, orgId), inArray(practiceAnswers.practiceId, [...practiceIds])))
      .groupBy(practiceAnswers.practiceId),
  )

/** How many people teams demand, by role. */
export const demandedOf = async (tx: Tx, orgId: string) => {
  const rows = await tx
    .select({ id: roleDemands.roleId, people: sql<number>`sum(${roleDemands.people})`.mapWith(Number) })
    .from(roleDemands)
    .where(eq(roleDemands.orgId, orgId))
    .groupBy(roleDemands.roleId)
  return new Map(rows.map((row) => [row.id, row.people]))
}

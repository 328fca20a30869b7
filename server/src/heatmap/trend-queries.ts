import { and, asc, count, desc, eq, gt, inArray, isNotNull, lt, sql } from 'drizzle-orm'
import type { AssessmentKind } from '@plumbline/shared/levels/current.ts'
import type { Level } from '@plumbline/shared/levels/level.ts'
import type { Tx } from '#db/client.ts'
import { frameworks, organisationFrameworks, people, ratings } from '#db/schema.ts'

/** The database's day, in UTC. */
export const today = async (tx: Tx) => {
  const { rows } = await tx.execute<{ day: string }>(sql`select (now() at time zone 'UTC')::date::text as day`)
  return rows[0]?.day ?? ''
}

/** How many people have their home in these teams. */
export const countPeopleIn = async (tx: Tx, orgId: string, teamIds: string[]) => {
  const [row] = await tx
    .select({ people: count() })
    .from(people)
    .where(and(eq(people.orgId, orgId), inArray(people.teamId, teamIds)))
  return row?.people ?? 0
}

/** Skill, kind, level, and from which of the days on it counts. */
export type Given = readonly [skillId: string, kind: AssessmentKind, level: Level | null, point: number]

/**
 * What of these people's ratings of these skills can count at one of these days, in one statement: of each kind the newest rating that came
 * in up to the first day, then between it and the second, and so on, by the number of that day. What came in after the last day is left out.
 * One row a person, for hundreds of people have tens of thousands of ratings.
 */
export const ratingsByDay = (tx: Tx, orgId: string, personIds: string[], skillIds: string[], days: readonly string[]) => {
  // A day counts to its end: the next one, not included, is where the stretch after it begins.
  const ends = sql`(select array_agg((day + 1)::timestamp at time zone 'UTC' order by day) from unnest(${sql.param(`{${days.join(',')}}`)}::date[]) day)`
  const stretch = sql<number>`width_bucket(${ratings.ratedAt}, ${ends})`
  const stretches = tx
    .select({
      personId: ratings.personId,
      skillId: ratings.skillId,
      kind: ratings.kind,
      level: ratings.level,
      ratedAt: ratings.ratedAt,
      id: ratings.id,
      point: stretch.as('point'),
    })
    .from(ratings)
    .where(and(eq(ratings.orgId, orgId), inArray(ratings.personId, personIds), inArray(ratings.skillId, skillIds)))
    .as('stretches')
  const { personId, skillId, kind, level, ratedAt, id, point } = stretches
  const newest = tx
    .selectDistinctOn([personId, skillId, kind, point], { personId, skillId, kind, level, point })
    .from(stretches)
    .where(lt(point, days.length))
    .orderBy(asc(personId), asc(skillId), asc(kind), asc(point), desc(ratedAt), desc(id))
    .as('newest')
  const given = sql<Given[]>`json_agg(json_build_array(${newest.skillId}, ${newest.kind}, ${newest.level}, ${newest.point}))`
  return tx.select({ personId: newest.personId, given }).from(newest).groupBy(newest.personId)
}

const name = sql<string>`coalesce(${organisationFrameworks.content}, ${frameworks.content}) ->> 'name'`
const day = sql<string>`(${organisationFrameworks.publishedAt} at time zone 'UTC')::date::text`

/** Versions published after a day. The one an organisation began with has no origin: nothing was measured before it. */
export const publishedAfter = (tx: Tx, orgId: string, after: string) =>
  tx
    .select({ day, version: organisationFrameworks.version, name })
    .from(organisationFrameworks)
    .leftJoin(frameworks, eq(frameworks.version, organisationFrameworks.shipped))
    .where(and(eq(organisationFrameworks.orgId, orgId), isNotNull(organisationFrameworks.origin), gt(day, after)))
    .orderBy(asc(organisationFrameworks.publishedAt))

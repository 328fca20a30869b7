import { and, desc, eq, gte, isNull, lt, sql } from 'drizzle-orm'
import type { ReadFilter } from '@plumbline/shared/reads/contract.ts'
import type { Place } from '#audit/queries.ts'
import type { Tx } from '#db/client.ts'
import { people, reads, teams } from '#db/schema.ts'

export const personById = async (tx: Tx, orgId: string, id: string) =>
  (
    await tx
      .select({ id: people.id, teamId: people.teamId })
      .from(people)
      .where(and(eq(people.orgId, orgId), eq(people.id, id)))
  )[0]

interface Listing extends ReadFilter {
  after: Place | undefined
  limit: number
}

const teamOfSubject = sql`case when ${reads.subject} like 'team:%' then substr(${reads.subject}, 6)::uuid end`

/** What was read of a person, newest first, one more than asked for where there are more. A reader who left has no name. */
export const readsOf = (tx: Tx, orgId: string, personId: string, { purpose, from, to, after, limit }: Listing) =>
  tx
    .select({
      id: reads.id,
      at: reads.at,
      place: sql<string>`to_char(${reads.at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
      readerName: people.name,
      means: reads.means,
      what: reads.what,
      team: teams.name,
      purpose: reads.purpose,
      people: sql<number>`cardinality(${reads.people})`,
      rows: sql<number | null>`(${reads.detail} ->> 'rows')::int`,
    })
    .from(reads)
    .leftJoin(people, and(eq(people.orgId, reads.orgId), eq(people.id, reads.personId), isNull(people.leftOn)))
    .leftJoin(teams, and(eq(teams.orgId, reads.orgId), eq(teams.id, teamOfSubject)))
    .where(
      and(
        eq(reads.orgId, orgId),
        sql`${reads.people} @> array[${personId}::uuid]`,
        purpose === undefined ? undefined : eq(reads.purpose, purpose),
        from === undefined ? undefined : gte(reads.at, sql`${from}::date at time zone 'UTC'`),
        to === undefined ? undefined : lt(reads.at, sql`(${to}::date + 1) at time zone 'UTC'`),
        after === undefined ? undefined : sql`(${reads.at}, ${reads.id}) < (${after.at}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(reads.at), desc(reads.id))
    .limit(limit + 1)

import { and, asc, eq, lt, notExists, sql } from 'drizzle-orm'
import type { Renewed } from '@plumbline/shared/heatmap/aggregate-count.ts'
import type { ShownBlock } from '@plumbline/shared/heatmap/aggregate-shares.ts'
import type { Tx } from '#db/client.ts'
import { aggregateMembers, aggregatePast, aggregateRounds, aggregates, leads, organisations } from '#db/schema.ts'
import { teamsIn } from './queries.ts'

/** Of many servers one counts an organisation at a time, until its transaction ends. */
export async function mayCount(tx: Tx, orgId: string): Promise<boolean> {
  const { rows } = await tx.execute<{ mine: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`aggregates ${orgId}`}, 0)) as mine`,
  )
  return rows[0]?.mine === true
}

/** All teams by name: that they are there is told to everyone. */
export const everyTeam = (tx: Tx, orgId: string) => teamsIn(tx, orgId, sql`true`)

/** The day on which upkeep looked last. */
export const lastRound = async (tx: Tx, orgId: string) =>
  (await tx.select({ day: aggregateRounds.day }).from(aggregateRounds).where(eq(aggregateRounds.orgId, orgId)))[0]?.day ?? null

export const noteRound = (tx: Tx, day: string) =>
  tx
    .insert(aggregateRounds)
    .values({ day })
    .onConflictDoUpdate({ target: [aggregateRounds.orgId], set: { day } })

export const shownBlocks = (tx: Tx, orgId: string): Promise<ShownBlock[]> =>
  tx
    .select({
      teamId: aggregates.teamId,
      category: aggregates.category,
      countedOn: aggregates.countedOn,
      people: aggregates.people,
      expected: aggregates.expected,
      met: aggregates.met,
      side: aggregates.side,
    })
    .from(aggregates)
    .where(eq(aggregates.orgId, orgId))

export const allLeads = (tx: Tx, orgId: string) =>
  tx
    .select({ teamId: leads.teamId, personId: leads.personId })
    .from(leads)
    .where(eq(leads.orgId, orgId))
    .orderBy(asc(leads.teamId), asc(leads.personId))

/** Whom the blocks of a category are about, as they were counted. */
export const membersOfBlocks = (tx: Tx, orgId: string, category: string) =>
  tx
    .select({
      teamId: aggregateMembers.teamId,
      personId: aggregateMembers.personId,
      expected: aggregateMembers.expected,
      met: aggregateMembers.met,
    })
    .from(aggregateMembers)
    .where(and(eq(aggregateMembers.orgId, orgId), eq(aggregateMembers.category, category)))

/** Every contribution of a category that was in a block. */
export const pastOf = (tx: Tx, orgId: string, category: string) =>
  tx
    .select({ personId: aggregatePast.personId, expected: aggregatePast.expected, met: aggregatePast.met })
    .from(aggregatePast)
    .where(and(eq(aggregatePast.orgId, orgId), eq(aggregatePast.category, category)))

/** Takes away what is no block any more, or is about to be shown anew; whom it was about goes with it. */
export const takeAway = (tx: Tx, orgId: string, blocks: readonly Pick<ShownBlock, 'teamId' | 'category'>[]) =>
  tx.execute(sql`
    delete from ${aggregates} using jsonb_to_recordset(${JSON.stringify(blocks)}::jsonb) as gone("teamId" uuid, category text)
    where ${aggregates.orgId} = ${orgId} and ${aggregates.teamId} = gone."teamId" and ${aggregates.category} = gone.category`)

/** Puts blocks there and notes every contribution in them, in three statements however many they are. */
export async function putThere(tx: Tx, orgId: string, blocks: readonly Renewed[]): Promise<void> {
  if (blocks.length === 0) return
  const rows = blocks.map(({ teamId, category, countedOn, people, expected, met, side }) => {
    return { teamId, category, countedOn, people, expected, met, side }
  })
  const members = blocks.flatMap(({ teamId, category, countedOn, members }) =>
    members.map(({ personId, expected, met }) => ({ teamId, category, countedOn, personId, expected, met })),
  )
  await tx.execute(sql`
    insert into aggregates (org_id, team_id, category, counted_on, people, expected, met, side)
    select ${orgId}::uuid, b."teamId", b.category, b."countedOn", b.people, b.expected, b.met, b.side
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as b("teamId" uuid, category text, "countedOn" date, people integer, expected integer, met integer, side text)`)
  const counted = sql`jsonb_to_recordset(${JSON.stringify(members)}::jsonb)
    as m("teamId" uuid, category text, "countedOn" date, "personId" uuid, expected smallint, met smallint)`
  await tx.execute(sql`
    insert into aggregate_members (org_id, team_id, category, person_id, expected, met)
    select ${orgId}::uuid, m."teamId", m.category, m."personId", m.expected, m.met from ${counted}`)
  await tx.execute(sql`
    insert into aggregate_past (org_id, category, person_id, expected, met, counted_on)
    select ${orgId}::uuid, m.category, m."personId", m.expected, m.met, m."countedOn" from ${counted}
    on conflict (org_id, category, person_id, expected, met) do update set counted_on = excluded.counted_on`)
}

/** Forgets contributions that were last counted before a day and are in no block that is shown. */
export const forgetPast = (tx: Tx, orgId: string, before: string) =>
  tx.delete(aggregatePast).where(
    and(
      eq(aggregatePast.orgId, orgId),
      lt(aggregatePast.countedOn, before),
      notExists(
        tx
          .select({ personId: aggregateMembers.personId })
          .from(aggregateMembers)
          .where(
            and(
              eq(aggregateMembers.orgId, aggregatePast.orgId),
              eq(aggregateMembers.category, aggregatePast.category),
              eq(aggregateMembers.personId, aggregatePast.personId),
              eq(aggregateMembers.expected, aggregatePast.expected),
              eq(aggregateMembers.met, aggregatePast.met),
            ),
          ),
      ),
    ),
  )

/** For upkeep over all of them, as the role that may list nothing else. */
export const organisationIds = async (tx: Tx): Promise<string[]> => {
  const rows = await tx.select({ id: organisations.id }).from(organisations).orderBy(asc(organisations.id))
  return rows.map(({ id }) => id)
}

import { sharesOf } from '@plumbline/shared/heatmap/aggregate-shares.ts'
import type { getAggregatesRoute } from '@plumbline/shared/heatmap/aggregates-contract.ts'
import { noCounts } from '@plumbline/shared/heatmap/coverage.ts'
import { rollUp } from '@plumbline/shared/heatmap/overview.ts'
import type { OkOf } from '@plumbline/shared/http/route.ts'
import type { Ctx } from '#http/context.ts'
import { everyTeam, lastRound, shownBlocks } from './aggregates-queries.ts'
import { peopleByTeam } from './queries.ts'

/** All teams with what everyone in the organisation may know of them. Reads no person's row and no count of a team: only what upkeep has put there to be seen. */
export async function getAggregates({ tx, actor }: Ctx): Promise<OkOf<typeof getAggregatesRoute>> {
  const teams = await everyTeam(tx, actor.orgId)
  const people = await peopleByTeam(tx, actor.orgId)
  const shares = sharesOf(teams, await shownBlocks(tx, actor.orgId))
  const own = people.flatMap((row) => (row.teamId === null ? [] : [[row.teamId, { people: row.people, counts: noCounts }] as const]))
  const sums = rollUp(teams, new Map(own))
  return {
    countedOn: await lastRound(tx, actor.orgId),
    teams: teams.map((team) => ({ ...team, people: sums.get(team.id)?.people ?? 0, categories: shares.get(team.id) ?? {} })),
  }
}

import { can } from '@plumbline/shared/access/can.ts'
import type { getOverviewRoute } from '@plumbline/shared/heatmap/contract.ts'
import { noCounts } from '@plumbline/shared/heatmap/coverage.ts'
import { byCategory, rollUp } from '@plumbline/shared/heatmap/overview.ts'
import type { OkOf } from '@plumbline/shared/http/route.ts'
import { areasInForce } from '@plumbline/shared/practices/areas.ts'
import { type Answers, maturity } from '@plumbline/shared/practices/maturity.ts'
import { requires } from '#access/require.ts'
import { scopes } from '#access/scopes.ts'
import { frameworkOf } from '#frameworks/framework-of.ts'
import type { Ctx } from '#http/context.ts'
import { allCounts, peopleByTeam, standingAnswers, teamsIn, turnedOn } from './queries.ts'

/** All teams that one may see: coverage by category with all below each, maturity by area of the team itself. */
export async function getOverview(ctx: Ctx): Promise<OkOf<typeof getOverviewRoute>> {
  requires(can.viewOrganisation, ctx.actor)
  const { pack } = await frameworkOf(ctx)
  const teams = await visibleTeams(ctx)
  const sums = rollUp(teams, await ownNumbers(ctx))
  const maturityOf = await maturities(ctx)
  return {
    teams: teams.map((team) => {
      const { people, counts } = sums.get(team.id) ?? { people: 0, counts: noCounts }
      return { ...team, people, categories: byCategory(counts, pack), areas: maturityOf(team.id) }
    }),
  }
}

/** All teams for an admin, the own subtrees for a lead. A team whose parent is out of sight stands at the top. */
async function visibleTeams({ tx, actor }: Ctx) {
  const teams = await teamsIn(tx, actor.orgId, scopes.viewHeatmap(actor))
  const visible = new Set(teams.map(({ id }) => id))
  return teams.map((team) => ({ ...team, parentId: team.parentId !== null && visible.has(team.parentId) ? team.parentId : null }))
}

async function ownNumbers({ tx, actor }: Ctx) {
  const counts = new Map((await allCounts(tx, actor.orgId)).map((row) => [row.teamId, row]))
  const people = await peopleByTeam(tx, actor.orgId)
  return new Map(
    people.flatMap((row) =>
      row.teamId === null ? [] : [[row.teamId, { people: row.people, counts: counts.get(row.teamId) ?? noCounts }]],
    ),
  )
}

/** Works out a team's maturity in every practice area in force, from its own answers alone. */
async function maturities(ctx: Ctx) {
  const { pack } = await frameworkOf(ctx)
  const practices = Map.groupBy(pack.practices, (practice) => practice.area)
  const areas = areasInForce(pack, await turnedOn(ctx.tx, ctx.actor.orgId))
  const answers = new Map((await standingAnswers(ctx.tx, ctx.actor.orgId)).map((row) => [row.teamId, row.answers]))
  return (teamId: string) => {
    const given: Answers = new Map(Object.entries(answers.get(teamId) ?? {}))
    return Object.fromEntries(areas.map(({ id }) => [id, maturity(practices.get(id) ?? [], given)]))
  }
}

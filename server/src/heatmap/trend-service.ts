import { can } from '@plumbline/shared/access/can.ts'
import { notFound } from '@plumbline/shared/errors/problem.ts'
import type { getTrendRoute } from '@plumbline/shared/heatmap/contract.ts'
import { mostPeopleForTrend, type RatingAt, trend, trendDays } from '@plumbline/shared/heatmap/trend.ts'
import type { OkOf } from '@plumbline/shared/http/route.ts'
import { type PersonLevels, expectedOf } from '@plumbline/shared/levels/person-levels.ts'
import { requires } from '#access/require.ts'
import { frameworkOf } from '#frameworks/framework-of.ts'
import type { Ctx } from '#http/context.ts'
import { membersOf, teamById, teamsBelow } from '#levels/members.ts'
import { countPeopleIn, publishedAfter, ratingsByDay, today } from './trend-queries.ts'

const months = 12

/**
 * A team with all below it at the end of the last twelve months and today; for the team's leads and admins; to all others it is not there. Of more people than
 * `mostPeopleForTrend` it says that they are too many.
 */
export async function getTrend(ctx: Ctx, teamId: string): Promise<OkOf<typeof getTrendRoute>> {
  const { tx, actor } = ctx
  const team = await teamById(tx, actor.orgId, teamId)
  if (!team) throw notFound()
  requires(can.viewHeatmap, actor, team)
  const teamIds = await teamsBelow(tx, actor.orgId, teamId)
  const people = await countPeopleIn(tx, actor.orgId, teamIds)
  const tooMany = people > mostPeopleForTrend
  const days = trendDays(await today(tx), months)
  const points = tooMany ? [] : await pointsOf(ctx, await membersOf(tx, actor.orgId, teamIds), days)
  return { team, people, tooMany, points, breaks: await publishedAfter(tx, actor.orgId, days[0] ?? '') }
}

async function pointsOf(ctx: Ctx, people: readonly PersonLevels[], days: readonly string[]) {
  const { index } = await frameworkOf(ctx)
  const points = trend(people, await ratingsAt(ctx, people, days), days.length, index)
  return points.map((point, at) => ({ day: days[at] ?? '', ...point }))
}

/** Only what is expected of somebody here is read: nothing else moves the line. */
async function ratingsAt(ctx: Ctx, people: readonly PersonLevels[], days: readonly string[]): Promise<RatingAt[]> {
  const { index } = await frameworkOf(ctx)
  const skills = new Set(people.flatMap((person) => expectedOf(person, index)).map(({ expected }) => expected.skill))
  if (skills.size === 0) return []
  const ids = people.map(({ id }) => id)
  const rows = await ratingsByDay(ctx.tx, ctx.actor.orgId, ids, [...skills], days)
  return rows.flatMap(({ personId, given }) => given.map(([skillId, kind, level, point]) => ({ personId, skillId, kind, level, point })))
}

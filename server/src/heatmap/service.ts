import { can } from '@plumbline/shared/access/can.ts'
import { notFound } from '@plumbline/shared/errors/problem.ts'
import type { explainCellRoute, getHeatmapRoute } from '@plumbline/shared/heatmap/contract.ts'
import { addCounts, noCounts } from '@plumbline/shared/heatmap/coverage.ts'
import { explainCell as explain } from '@plumbline/shared/heatmap/explain.ts'
import { readiness } from '@plumbline/shared/heatmap/fit.ts'
import { singlePointsOfFailure } from '@plumbline/shared/heatmap/single-points.ts'
import type { OkOf } from '@plumbline/shared/http/route.ts'
import { type Level, levelNamesOf } from '@plumbline/shared/levels/level.ts'
import { roleExpectations } from '@plumbline/shared/levels/pack-index.ts'
import { requires } from '#access/require.ts'
import { openPeople } from '#audit/open-people.ts'
import { frameworkOf } from '#frameworks/framework-of.ts'
import type { Ctx } from '#http/context.ts'
import { teamById, teamsBelow } from '#levels/members.ts'
import { countsOf, newestRatings, peopleOf, personById } from './queries.ts'

/** People × skills of a team and all below it; for the team's leads and admins; to all others it is not there. */
export async function getHeatmap(ctx: Ctx, teamId: string): Promise<OkOf<typeof getHeatmapRoute>> {
  const { tx, actor } = ctx
  const team = await teamById(tx, actor.orgId, teamId)
  if (!team) throw notFound()
  requires(can.viewHeatmap, actor, team)
  const { index } = await frameworkOf(ctx)
  const teamIds = await teamsBelow(tx, actor.orgId, teamId)
  const rows = await peopleOf(tx, actor.orgId, teamIds)
  await openPeople(ctx, { what: 'heatmap', subject: `team:${teamId}`, people: rows.map(({ id }) => id) })
  const people = rows.map((row) => ({ ...row, levels: (row.levels ?? []) as (Level | null)[] }))
  const measured = people.map(({ id, roleId, seniority, levels }) => ({ id, role: roleId, seniority, levels }))
  const { expected, rated, met, holders, levelSum } = (await countsOf(tx, actor.orgId, teamIds)).reduce(addCounts, noCounts)
  const { singlePoints, uncovered } = singlePointsOfFailure(measured, index)
  return {
    team,
    people,
    coverage: { expected: [...expected], rated: [...rated], met: [...met], holders: [...holders], levelSum: [...levelSum] },
    singlePoints: [...singlePoints],
    uncovered: [...uncovered],
    readiness: readiness(measured, index).value,
  }
}

/** Everything behind one number of one person, the newest rating of each kind with who gave it. A skill outside the framework is missing. */
export async function explainCell(ctx: Ctx, personId: string, skillId: string): Promise<OkOf<typeof explainCellRoute>> {
  const { tx, actor } = ctx
  const person = await personById(tx, actor.orgId, personId)
  if (!person) throw notFound()
  requires(can.viewRatings, actor, person)
  const { pack, index } = await frameworkOf(ctx)
  const skill = index.skillById.get(skillId)
  if (!skill) throw notFound()
  await openPeople(ctx, { what: 'ratings', subject: `person:${personId}`, people: [personId] })
  const rows = await newestRatings(tx, actor.orgId, personId, skillId)
  const newest = (kind: (typeof rows)[number]['kind']) => (rows.find((row) => row.kind === kind)?.level ?? null) as Level | null
  const expected = roleExpectations(index, person.roleId, person.seniority)[skill.position] ?? null
  const { current, gap, sentences, reasons } = explain({
    expected,
    seniority: person.seniority,
    reasons: (expected?.reasons ?? []).flatMap((id) => pack.reasons.find((reason) => reason.id === id) ?? []),
    names: levelNamesOf(pack),
    self: newest('self'),
    lead: newest('lead'),
    agreed: newest('agreed'),
    ratedOn:
      rows
        .map((row) => row.ratedOn)
        .toSorted()
        .at(-1) ?? null,
  })
  return {
    person,
    skill: { id: skill.id, name: skill.name },
    expected: expected && { ...expected, reasons: reasons.map(({ text, sources }) => ({ text, sources })) },
    current,
    ratings: rows.map((row) => ({ ...row, level: row.level as Level | null, note: row.note ?? '', ratedAt: row.ratedAt.toISOString() })),
    gap,
    sentences: [...sentences],
  }
}

import { can } from '@plumbline/shared/access/can.ts'
import { conflict, notFound, stale } from '@plumbline/shared/errors/problem.ts'
import type { Practice } from '@plumbline/shared/frameworks/pack-practices.ts'
import type { BodyOf, OkOf } from '@plumbline/shared/http/route.ts'
import { areasInForce, practicesInForce } from '@plumbline/shared/practices/areas.ts'
import { blockedPractices, peopleByLevel, rankUnblocking } from '@plumbline/shared/practices/blocked.ts'
import type { answerPracticeRoute, listAnswersRoute, StoredAnswer } from '@plumbline/shared/practices/contract.ts'
import { type Answers, maturity } from '@plumbline/shared/practices/maturity.ts'
import { requires } from '#access/require.ts'
import { record } from '#audit/record.ts'
import { frameworkOf } from '#frameworks/framework-of.ts'
import type { Ctx } from '#http/context.ts'
import { membersOf, teamById, teamsBelow } from '#levels/members.ts'
import { homeTeamOf, insertAnswer, lockPractice, standingAnswer, standingAnswers, turnedOn } from './queries.ts'

type Checklist = OkOf<typeof listAnswersRoute>

export async function listAnswers(ctx: Ctx, teamId: string): Promise<Checklist> {
  const { tx, actor } = ctx
  const team = await teamById(tx, actor.orgId, teamId)
  if (!team) throw notFound()
  const { areas, practices: asked } = await inForce(ctx)
  const known = new Set(asked.map(({ id }) => id))
  // Answers to practices of another framework version or of an area that is turned off stay in history and count for nothing here.
  const rows = (await standingAnswers(tx, actor.orgId, teamId)).filter((row) => known.has(row.practiceId))
  const answers: Answers = new Map(rows.map((row) => [row.practiceId, row.answer]))
  const practices = Map.groupBy(asked, (practice) => practice.area)
  return {
    team,
    readOnlyBecause: can.answerPractices.allows(actor, team, await homeTeam(ctx)) ? null : can.answerPractices.reason,
    answers: Object.fromEntries(rows.map((row) => [row.practiceId, stored(row)])),
    areas: areas.map(({ id }) => {
      const { holding, ...numbers } = maturity(practices.get(id) ?? [], answers)
      return { id, ...numbers, holding: [...holding] }
    }),
    ...(await shortages(ctx, teamId, asked, answers)),
  }
}

/** What teams are asked about: the areas and practices that are not optional, and those that the organisation turned on. */
async function inForce(ctx: Ctx) {
  const { pack } = await frameworkOf(ctx)
  const on = await turnedOn(ctx.tx, ctx.actor.orgId)
  return { areas: areasInForce(pack, on), practices: practicesInForce(pack, on) }
}

async function shortages(
  ctx: Ctx,
  teamId: string,
  practices: readonly Practice[],
  answers: Answers,
): Promise<Pick<Checklist, 'blocked' | 'unblocking' | 'shortagesHiddenBecause'>> {
  const { tx, actor } = ctx
  if (!can.viewHeatmap.allows(actor, { id: teamId })) return { blocked: [], unblocking: [], shortagesHiddenBecause: can.viewHeatmap.reason }
  const { index } = await frameworkOf(ctx)
  const people = await membersOf(tx, actor.orgId, await teamsBelow(tx, actor.orgId, teamId))
  const blocked = blockedPractices(practices, answers, peopleByLevel(people, index))
  return {
    blocked: blocked.map(({ practice, shortages: short }) => ({ practice: practice.id, shortages: [...short] })),
    unblocking: rankUnblocking(blocked).map(({ skill, unblocks, helps }) => ({ skill, unblocks: [...unblocks], helps: [...helps] })),
    shortagesHiddenBecause: null,
  }
}

/**
 * Answers one practice as the revision after `version`, the number of its answers so far. `at` backdates the history of the demo.
 * Throws not_found for a team or practice that is not there, conflict for a checklist that is turned off, and stale where somebody
 * answered since.
 */
export async function answerPractice(
  ctx: Ctx,
  { teamId, practiceId }: { teamId: string; practiceId: string },
  version: number,
  body: BodyOf<typeof answerPracticeRoute>,
  at?: Date,
): Promise<StoredAnswer> {
  const { tx, actor } = ctx
  const team = await teamById(tx, actor.orgId, teamId)
  if (!team) throw notFound()
  requires(can.answerPractices, actor, team, await homeTeam(ctx))
  const { pack } = await frameworkOf(ctx)
  if (!pack.practices.some(({ id }) => id === practiceId)) throw notFound()
  if (!(await inForce(ctx)).practices.some(({ id }) => id === practiceId)) throw conflict(turnedOff)
  await lockPractice(tx, actor.orgId, teamId, practiceId)
  const before = await standingAnswer(tx, actor.orgId, teamId, practiceId)
  if ((before?.version ?? 0) !== version) throw stale(before?.version ?? 0)
  await insertAnswer(tx, { teamId, practiceId, revision: version + 1, ...body, answeredBy: actor.personId, ...(at && { answeredAt: at }) })
  const { answer, ...words } = body
  const open = { practice: practiceId, before: before ? { answer: before.answer } : null, after: { answer } }
  const was = before && { evidence: before.evidence, note: before.note ?? '' }
  // What the team answered is its own; the words are those of whoever wrote them.
  await record(ctx, 'practice.answered', `team:${teamId}`, open, {
    about: actor.personId,
    values: { ...(was && { before: was }), after: words },
  })
  const after = await standingAnswer(tx, actor.orgId, teamId, practiceId)
  if (!after) throw new Error('an answer that was written and is not there')
  return stored(after)
}

const turnedOff = 'This checklist is turned off. Ask an admin to turn it on under “Further checklists”.'

const homeTeam = async ({ tx, actor }: Ctx) => (actor.personId === null ? null : homeTeamOf(tx, actor.orgId, actor.personId))

type Row = NonNullable<Awaited<ReturnType<typeof standingAnswer>>>
const stored = ({ answer, evidence, note, answeredAt, answeredBy, version }: Row): StoredAnswer => ({
  answer,
  evidence,
  note: note ?? '',
  answeredAt: answeredAt.toISOString(),
  answeredBy,
  version,
})

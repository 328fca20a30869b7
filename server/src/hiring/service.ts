import { can } from '@plumbline/shared/access/can.ts'
import { invalid, notFound } from '@plumbline/shared/errors/problem.ts'
import type { getDemandRoute, getHiringGapsRoute, setDemandRoute } from '@plumbline/shared/hiring/contract.ts'
import { hiringRule } from '@plumbline/shared/hiring/gaps.ts'
import type { BodyOf, OkOf } from '@plumbline/shared/http/route.ts'
import { requires } from '#access/require.ts'
import { record } from '#audit/record.ts'
import { frameworkOf } from '#frameworks/framework-of.ts'
import type { Ctx } from '#http/context.ts'
import { gapsOf, scopeOf } from './gaps.ts'
import { teamById } from '#levels/members.ts'
import { demandsOf, lockDemand, replaceDemand } from './queries.ts'

export async function getHiringGaps(ctx: Ctx, teamIds: readonly string[]): Promise<OkOf<typeof getHiringGapsRoute>> {
  const { gaps, people } = await gapsOf(ctx, await scopeOf(ctx, teamIds))
  return { ...gaps, people, rule: [...hiringRule] }
}

async function teamToPlan({ tx, actor }: Ctx, teamId: string) {
  const team = await teamById(tx, actor.orgId, teamId)
  if (!team) throw notFound()
  requires(can.planHiring, actor, team)
}

export async function getDemand(ctx: Ctx, teamId: string): Promise<OkOf<typeof getDemandRoute>> {
  await teamToPlan(ctx, teamId)
  return { demand: await demandsOf(ctx.tx, ctx.actor.orgId, [teamId]) }
}

/** Replaces what a team needs. A role may be asked for once at each seniority. */
export async function setDemand(ctx: Ctx, teamId: string, { demand }: BodyOf<typeof setDemandRoute>) {
  await teamToPlan(ctx, teamId)
  const { tx, actor } = ctx
  await checkRoles(ctx, demand)
  await lockDemand(tx, actor.orgId, teamId)
  const before = (await demandsOf(tx, actor.orgId, [teamId])).map(({ roleId, seniority, people }) => ({ roleId, seniority, people }))
  await replaceDemand(tx, actor.orgId, teamId, demand)
  await record(ctx, 'demand.set', `team:${teamId}`, { before, after: demand })
  return { done: true as const }
}

async function checkRoles(ctx: Ctx, demand: BodyOf<typeof setDemandRoute>['demand']) {
  const { index } = await frameworkOf(ctx)
  const unknown = demand.findIndex(({ roleId }) => !index.roleById.has(roleId))
  if (unknown >= 0) throw wrongRole(unknown, 'A role is not in the framework.', 'Choose a role of the framework.')
  const isSame = (a: number, b: number) => demand[a]?.roleId === demand[b]?.roleId && demand[a]?.seniority === demand[b]?.seniority
  const again = demand.findIndex((_, at) => demand.slice(0, at).some((__, before) => isSame(before, at)))
  if (again >= 0) throw wrongRole(again, 'A role is asked for twice.', 'This role stands above already. Change the number there.')
}

const wrongRole = (at: number, sentence: string, detail: string) =>
  invalid(sentence, [{ in: 'body', pointer: `/demand/${at}/roleId`, detail }])

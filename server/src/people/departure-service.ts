import { can } from '@plumbline/shared/access/can.ts'
import { conflict, stale } from '@plumbline/shared/errors/problem.ts'
import type { Person } from '@plumbline/shared/people/contract.ts'
import { requires } from '#access/require.ts'
import { record } from '#audit/record.ts'
import type { Ctx } from '#http/context.ts'
import { endAccountWithoutMembership } from '#identity/leaving-account.ts'
import { keepCounts } from '#levels/keep.ts'
import { clearLeft, endInvitations, endLeads, endMembership, lockAdmins, setLeft } from './departure-queries.ts'
import { getPerson } from './service.ts'

/**
 * Notes that a person left today. Their access ends with the next request: membership, leads and open links go, and their account where it
 * belongs to no other organisation. They are in no team and no list any more. Ratings stay, unseen, until their time is over.
 */
export async function depart(ctx: Ctx, id: string, version: number): Promise<Person> {
  requires(can.manageOrganisation, ctx.actor)
  const { tx, actor } = ctx
  const before = await getPerson(ctx, id)
  if (id === actor.personId) throw conflict('You cannot note your own leaving. Ask another admin.')
  if (before.leftOn !== null) throw conflict(`${before.name} has left already.`)
  const admins = await lockAdmins(tx, actor.orgId)
  if (admins.length > 0 && admins.every(({ personId }) => personId === id))
    throw conflict(`${before.name} is the last admin. Make someone else an admin first.`)
  if (!(await setLeft(tx, actor.orgId, id, version))) throw stale((await getPerson(ctx, id)).version)
  const leads = await endLeads(tx, actor.orgId, id)
  const invitation = await endInvitations(tx, actor.orgId, id)
  const membership = await endMembership(tx, actor.orgId, id)
  const accountEnded = membership !== undefined && (await endAccountWithoutMembership(ctx, membership.accountId))
  await keepCounts(ctx, [before.teamId])
  const after = await getPerson(ctx, id)
  const ended = { teamId: before.teamId, leads, invitation, access: membership?.role ?? null, accountEnded }
  await record(ctx, 'person.left', `person:${id}`, { leftOn: after.leftOn, ended })
  return after
}

/** They are here again, without team, lead or access: those are given anew. Ratings that are still kept count with the team. */
export async function takeDepartureBack(ctx: Ctx, id: string, version: number): Promise<Person> {
  requires(can.manageOrganisation, ctx.actor)
  const before = await getPerson(ctx, id)
  if (before.leftOn === null) throw conflict(`${before.name} is here and has not left.`)
  if (!(await clearLeft(ctx.tx, ctx.actor.orgId, id, version))) throw stale((await getPerson(ctx, id)).version)
  await record(ctx, 'person.came_back', `person:${id}`, { leftOn: before.leftOn })
  return getPerson(ctx, id)
}

import { can } from '@plumbline/shared/access/can.ts'
import { conflict, stale } from '@plumbline/shared/errors/problem.ts'
import type { Person, PersonAccess } from '@plumbline/shared/people/contract.ts'
import { requires } from '#access/require.ts'
import { record } from '#audit/record.ts'
import type { Ctx } from '#http/context.ts'
import { lockAdmins, setMembershipRole, updatePerson } from './queries.ts'
import { getPerson } from './service.ts'

/** Changes what a person's account may do, from their next request on. Throws conflict for the last admin, and for someone who has no account. */
export async function changeAccess(ctx: Ctx, id: string, version: number, { role }: { role: PersonAccess }): Promise<Person> {
  requires(can.manageOrganisation, ctx.actor)
  const { tx, actor } = ctx
  await getPerson(ctx, id)
  const admins = await lockAdmins(tx, actor.orgId)
  // Read again: only now nobody else changes it.
  const before = await getPerson(ctx, id)
  if (before.access === null) throw conflict(`${before.name} has no account yet. Invite them first; then choose what they may do.`)
  if (!admins.some(({ personId }) => personId === actor.personId))
    throw conflict('You are no admin any more: another one has just changed that.')
  if (role !== 'admin' && admins.every(({ personId }) => personId === id))
    throw conflict(`${before.name} is the only admin. Make someone else an admin first.`)
  if (!(await updatePerson(tx, actor.orgId, id, version, {}))) throw stale((await getPerson(ctx, id)).version)
  await setMembershipRole(tx, actor.orgId, id, role)
  await record(ctx, 'person.access-changed', `person:${id}`, { before: before.access, after: role })
  return getPerson(ctx, id)
}

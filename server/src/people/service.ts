import { v7 as uuidv7 } from 'uuid'
import { can } from '@plumbline/shared/access/can.ts'
import { conflict, invalid, notFound, stale } from '@plumbline/shared/errors/problem.ts'
import type { Seniority } from '@plumbline/shared/frameworks/seniority.ts'
import type { Person } from '@plumbline/shared/people/contract.ts'
import { requires } from '#access/require.ts'
import { record } from '#audit/record.ts'
import { frameworkOf } from '#frameworks/framework-of.ts'
import { erasePerson } from '#held/erase-person.ts'
import type { Ctx } from '#http/context.ts'
import { keepCounts } from '#levels/keep.ts'
import { cursorOf, readCursor } from './cursor.ts'
import { countPeople, insertPeople, isTeam, lockedVersion, membershipRole, pageOfPeople, personById, updatePerson } from './queries.ts'

interface Listing {
  search?: string | undefined
  team?: string | undefined
  after?: string | undefined
  limit: number
}

export async function listPeople({ tx, actor }: Ctx, { after, ...listing }: Listing) {
  const filter = { ...listing, after: after === undefined ? undefined : readCursor(after) }
  const rows = await pageOfPeople(tx, actor.orgId, filter)
  const page = rows.slice(0, listing.limit)
  const last = page.at(-1)
  const next = rows.length > page.length && last ? cursorOf({ name: last.sortName, id: last.id }) : null
  return { people: page, total: await countPeople(tx, actor.orgId, filter), next }
}

export async function getPerson({ tx, actor }: Ctx, id: string): Promise<Person> {
  const person = await personById(tx, actor.orgId, id)
  if (!person) throw notFound()
  return person
}

interface Fields {
  name: string
  email: string
  teamId: string | null
  roleId: string | null
  seniority: Seniority
}

export async function createPerson(ctx: Ctx, fields: Fields): Promise<Person> {
  requires(can.manageOrganisation, ctx.actor)
  await checkPlace(ctx, fields)
  const id = uuidv7()
  await insertPeople(ctx.tx, [{ id, ...fields }])
  await keepCounts(ctx, [fields.teamId])
  await record(ctx, 'person.added', `person:${id}`, {}, { about: id, values: { ...fields } })
  return getPerson(ctx, id)
}

type Change = { [Key in keyof Fields]?: Fields[Key] | undefined }

export async function changePerson(ctx: Ctx, id: string, version: number, change: Change): Promise<Person> {
  requires(can.manageOrganisation, ctx.actor)
  const before = await getPerson(ctx, id)
  await checkPlace(ctx, change)
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<Fields>
  if (!(await updatePerson(ctx.tx, ctx.actor.orgId, id, version, given))) throw stale((await getPerson(ctx, id)).version)
  const after = await getPerson(ctx, id)
  await keepCounts(ctx, [before.teamId, after.teamId])
  await record(ctx, 'person.changed', `person:${id}`, {}, { about: id, values: { before, after: given } })
  return after
}

/** Removes a person and all that is held on them; what stays of their work stays without their name. */
export async function removePerson(ctx: Ctx, id: string, version: number) {
  requires(can.manageOrganisation, ctx.actor)
  const { tx, actor } = ctx
  const person = await getPerson(ctx, id)
  if (id === actor.personId) throw conflict('You cannot remove yourself. Ask another admin.')
  if ((await membershipRole(tx, actor.orgId, id)) === 'admin')
    throw conflict(`${person.name} is an admin. Make them a member first, under Change and Access.`)
  const now = await lockedVersion(tx, actor.orgId, id)
  if (now === undefined) throw notFound()
  if (now !== version) throw stale(now)
  return { done: true as const, proof: await erasePerson(ctx, id, 'admin') }
}

/** The team must be one of this organisation, the role one of its framework. */
async function checkPlace(ctx: Ctx, { teamId, roleId }: Change) {
  if (typeof teamId === 'string' && !(await isTeam(ctx.tx, ctx.actor.orgId, teamId)))
    throw invalid('The team is not there.', [{ in: 'body', pointer: '/teamId', detail: 'Choose a team of your organisation.' }])
  if (typeof roleId === 'string' && !(await frameworkOf(ctx)).index.roleById.has(roleId))
    throw invalid('The role is not in your framework.', [{ in: 'body', pointer: '/roleId', detail: 'Choose a role of your framework.' }])
}

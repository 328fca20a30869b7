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
import {
  countPeople,
  insertPeople,
  isTeam,
  leaverByEmail,
  lockedVersion,
  membershipRole,
  pageOfPeople,
  personById,
  updatePerson,
} from './queries.ts'

interface Listing {
  search?: string | undefined
  team?: string | undefined
  /** Those who left instead of those who are here. */
  left?: boolean
  after?: string | undefined
  limit: number
}

/** A page of the directory: of those who are here, or for admins of those who left. */
export async function listPeople({ tx, actor }: Ctx, { after, ...listing }: Listing) {
  if (listing.left === true) requires(can.manageOrganisation, actor)
  const filter = { ...listing, after: after === undefined ? undefined : readCursor(after) }
  const rows = await pageOfPeople(tx, actor.orgId, filter)
  const page = rows.slice(0, listing.limit)
  const last = page.at(-1)
  const next = rows.length > page.length && last ? cursorOf({ name: last.sortName, id: last.id }) : null
  return { people: page, total: await countPeople(tx, actor.orgId, filter), next }
}

/** Someone who left is there for admins alone. */
export async function getPerson({ tx, actor }: Ctx, id: string): Promise<Person> {
  const person = await personById(tx, actor.orgId, id)
  if (!person || (person.leftOn !== null && !can.manageOrganisation.allows(actor))) throw notFound()
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
  await checkAddress(ctx, fields.email)
  const id = uuidv7()
  await insertPeople(ctx.tx, [{ id, ...fields }])
  await keepCounts(ctx, [fields.teamId])
  await record(ctx, 'person.added', `person:${id}`, {}, { about: id, values: { before: null, after: factsOf(fields) } })
  return getPerson(ctx, id)
}

const factsOf = ({ name, email, teamId, roleId, seniority }: Fields): Fields => ({ name, email, teamId, roleId, seniority })

type Change = { [Key in keyof Fields]?: Fields[Key] | undefined }

export async function changePerson(ctx: Ctx, id: string, version: number, change: Change): Promise<Person> {
  requires(can.manageOrganisation, ctx.actor)
  const before = await getPerson(ctx, id)
  if (before.leftOn !== null) throw conflict(`${before.name} has left. Take that back first.`)
  await checkPlace(ctx, change)
  if (change.email !== undefined && change.email !== before.email) await checkAddress(ctx, change.email)
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<Fields>
  if (!(await updatePerson(ctx.tx, ctx.actor.orgId, id, version, given))) throw stale((await getPerson(ctx, id)).version)
  const after = await getPerson(ctx, id)
  await keepCounts(ctx, [before.teamId, after.teamId])
  await record(ctx, 'person.changed', `person:${id}`, {}, { about: id, values: { before: factsOf(before), after: factsOf(after) } })
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

/** Whoever comes back is not added a second time. */
async function checkAddress({ tx, actor }: Ctx, email: string) {
  const left = await leaverByEmail(tx, actor.orgId, email)
  if (left === undefined) return
  const detail = `${left.name} had this address and left. Find them among those who left, and take that back.`
  throw conflict('This e-mail address belongs to someone who left.', [{ in: 'body', pointer: '/email', detail }])
}

/** The team must be one of this organisation, the role one of its framework. */
async function checkPlace(ctx: Ctx, { teamId, roleId }: Change) {
  if (typeof teamId === 'string' && !(await isTeam(ctx.tx, ctx.actor.orgId, teamId)))
    throw invalid('The team is not there.', [{ in: 'body', pointer: '/teamId', detail: 'Choose a team of your organisation.' }])
  if (typeof roleId === 'string' && !(await frameworkOf(ctx)).index.roleById.has(roleId))
    throw invalid('The role is not in your framework.', [{ in: 'body', pointer: '/roleId', detail: 'Choose a role of your framework.' }])
}

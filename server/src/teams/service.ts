import { v7 as uuidv7 } from 'uuid'
import { can } from '@plumbline/shared/access/can.ts'
import { conflict, invalid, notFound, stale } from '@plumbline/shared/errors/problem.ts'
import type { Lead, Team } from '@plumbline/shared/teams/contract.ts'
import { subtreeOf } from '@plumbline/shared/teams/tree.ts'
import { requires } from '#access/require.ts'
import { record } from '#audit/record.ts'
import { requirePerson } from '#http/context.ts'
import type { Ctx } from '#http/context.ts'
import {
  allTeams,
  deleteTeam,
  insertTeam,
  knownPeople,
  leadsByTeam,
  lockTree,
  peopleByTeam,
  replaceLeads,
  teamById,
  updateTeam,
} from './queries.ts'

export async function listTeams({ tx, actor }: Ctx): Promise<{ teams: Team[] }> {
  const rows = await allTeams(tx, actor.orgId)
  const leads = Map.groupBy(await leadsByTeam(tx, actor.orgId), (lead) => lead.teamId)
  const people = new Map((await peopleByTeam(tx, actor.orgId)).map((row) => [row.teamId, row.people]))
  return { teams: rows.map((row) => ({ ...row, leads: leads.get(row.id) ?? [], people: people.get(row.id) ?? 0 })) }
}

async function getTeam(ctx: Ctx, id: string): Promise<Team> {
  const team = (await listTeams(ctx)).teams.find((one) => one.id === id)
  if (!team) throw notFound()
  return team
}

export async function createTeam(ctx: Ctx, { name, parentId }: { name: string; parentId: string | null }): Promise<Team> {
  requires(can.manageOrganisation, ctx.actor)
  const { tx, actor } = ctx
  if (parentId !== null && !(await teamById(tx, actor.orgId, parentId))) throw noSuchParent()
  const id = uuidv7()
  await insertTeam(tx, { id, name, parentId })
  await record(ctx, 'team.added', `team:${id}`, { before: null, after: { name, parentId, leads: [] } })
  return getTeam(ctx, id)
}

/** What the trail keeps of a team: its leads by id, for no name of a person stands in events of a team. */
const factsOf = ({ name, parentId, leads }: Team) => ({ name, parentId, leads: leads.map(({ id, from, until }) => ({ id, from, until })) })

interface Change {
  name?: string | undefined
  parentId?: string | null | undefined
  leads?: Lead[] | undefined
}

export async function changeTeam(ctx: Ctx, id: string, version: number, { name, parentId, leads }: Change): Promise<Team> {
  requires(can.manageOrganisation, ctx.actor)
  if (leads) requirePerson(ctx, 'Leads see the ratings of their people, so they are named by someone who is signed in, not by a token.')
  const { tx, actor } = ctx
  await lockTree(tx, actor.orgId)
  const before = await getTeam(ctx, id)
  if (parentId !== undefined && parentId !== null) await checkMove(ctx, id, parentId)
  if (leads) await checkLeads(ctx, leads)
  const changed = await updateTeam(tx, actor.orgId, id, version, {
    ...(name !== undefined && { name }),
    ...(parentId !== undefined && { parentId }),
  })
  if (!changed) throw stale(before.version)
  if (leads) await replaceLeads(tx, actor.orgId, id, leads)
  const after = await getTeam(ctx, id)
  await record(ctx, 'team.changed', `team:${id}`, { before: factsOf(before), after: factsOf(after) })
  return after
}

export async function removeTeam(ctx: Ctx, id: string, version: number) {
  requires(can.manageOrganisation, ctx.actor)
  const { tx, actor } = ctx
  await lockTree(tx, actor.orgId)
  const team = await getTeam(ctx, id)
  if (team.people > 0) throw conflict(`${team.name} still has people. Move them to another team first.`)
  if ((await allTeams(tx, actor.orgId)).some((one) => one.parentId === id))
    throw conflict(`${team.name} still has teams below it. Move or remove them first.`)
  if (!(await deleteTeam(tx, actor.orgId, id, version))) throw stale(team.version)
  await record(ctx, 'team.removed', `team:${id}`, { before: factsOf(team), after: null })
  return { done: true as const }
}

const noSuchParent = () =>
  invalid('The parent team is not there.', [{ in: 'body', pointer: '/parentId', detail: 'Choose a team of your organisation.' }])

async function checkMove({ tx, actor }: Ctx, id: string, parentId: string) {
  const rows = await allTeams(tx, actor.orgId)
  if (!rows.some((row) => row.id === parentId)) throw noSuchParent()
  if (subtreeOf(rows, id).includes(parentId))
    throw invalid('A team cannot stand below itself.', [
      { in: 'body', pointer: '/parentId', detail: 'Choose a team that is not below this one.' },
    ])
}

async function checkLeads({ tx, actor }: Ctx, leads: readonly Lead[]) {
  const ids = leads.map(({ id }) => id)
  const again = ids.findIndex((id, at) => ids.indexOf(id) < at)
  if (again >= 0) throw wrongLead(again, 'A lead is named twice.', 'This person stands above already. Change the days there.')
  const known = new Set((await knownPeople(tx, actor.orgId, ids)).map((row) => row.id))
  const unknown = ids.findIndex((id) => !known.has(id))
  if (unknown >= 0) throw wrongLead(unknown, 'A lead is not there.', 'Choose a person of your organisation.')
}

const wrongLead = (at: number, sentence: string, detail: string) => invalid(sentence, [{ in: 'body', pointer: `/leads/${at}/id`, detail }])

import { z } from 'zod'
import { done, id, name } from '../http/fields.ts'
import { defineRoute } from '../http/route.ts'

export const team = z.object({
  id,
  name,
  parentId: id.nullable(),
  version: z.number(),
  /** Those who lead it by name; leads of the teams above it lead it too. Days in UTC, both included; null is without end. */
  leads: z.array(z.object({ id, name, from: z.string().nullable(), until: z.string().nullable() })),
  /** People whose home team it is. */
  people: z.number(),
})
export type Team = z.infer<typeof team>

const params = z.strictObject({ teamId: id })

const day = z.iso.date('Give a day such as 2026-11-21.').nullable().default(null)

/** A person who leads the team, for good or from a day until a day. */
const lead = z.strictObject({ id, from: day, until: day }).refine(({ from, until }) => from === null || until === null || from <= until, {
  path: ['until'],
  error: 'Give a day that is not before the first.',
})
export type Lead = z.infer<typeof lead>

export const listTeamsRoute = defineRoute({
  method: 'get',
  path: '/teams',
  scope: 'teams:read',
  summary: 'All teams of the organisation',
  ok: z.object({ teams: z.array(team) }),
})

export const createTeamRoute = defineRoute({
  method: 'post',
  path: '/teams',
  scope: 'teams:write',
  summary: 'Add a team',
  body: z.strictObject({ name, parentId: id.nullable().default(null) }),
  ok: team,
})

export const changeTeamRoute = defineRoute({
  method: 'patch',
  path: '/teams/{teamId}',
  scope: 'teams:write',
  summary: 'Change a team’s name, place or leads',
  ifMatch: true,
  params,
  body: z.strictObject({
    name: name.optional(),
    parentId: id.nullable().optional(),
    leads: z.array(lead).max(50, 'Choose at most 50 leads.').optional(),
  }),
  ok: team,
})

export const removeTeamRoute = defineRoute({
  method: 'delete',
  path: '/teams/{teamId}',
  scope: 'teams:write',
  summary: 'Remove a team that has no people and no teams below it',
  ifMatch: true,
  params,
  ok: done,
})

import { z } from 'zod'
import { seniority } from '../frameworks/seniority.ts'
import { done, email, id, name } from '../http/fields.ts'
import { defineRoute } from '../http/route.ts'
import { erasureProof } from '../privacy/erasure.ts'

/** What an account may do in the organisation: everything, what a member may, or read alone. */
export const personAccess = z.enum(['admin', 'member', 'viewer'])
export type PersonAccess = z.infer<typeof personAccess>

export const person = z.object({
  id,
  name,
  email: z.string(),
  teamId: id.nullable(),
  roleId: z.string().nullable(),
  seniority,
  /** Whether they have an account: invited people have none until they accept. */
  hasAccount: z.boolean(),
  /** null for people without an account. */
  access: personAccess.nullable(),
  /** The day on which they left, in UTC; null while they are here. */
  leftOn: z.string().nullable(),
  version: z.number(),
})
export type Person = z.infer<typeof person>

const params = z.strictObject({ personId: id })
const roleId = z.string().max(60)

export const listPeopleRoute = defineRoute({
  method: 'get',
  path: '/people',
  scope: 'people:read',
  summary: 'The people of the organisation by name, a page at a time',
  query: z.strictObject({
    search: z.string().trim().max(120).optional(),
    team: id.optional(),
    /** Those who left, for admins, instead of those who are here. */
    left: z.literal('true').optional(),
    /** Where the page before ended. */
    after: z.string().max(400).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  ok: z.object({ people: z.array(person), total: z.number(), next: z.string().nullable() }),
})

export const getPersonRoute = defineRoute({
  method: 'get',
  path: '/people/{personId}',
  scope: 'people:read',
  summary: 'One person',
  params,
  ok: person,
})

export const createPersonRoute = defineRoute({
  method: 'post',
  path: '/people',
  scope: 'people:write',
  summary: 'Add a person',
  body: z.strictObject({
    name,
    email,
    teamId: id.nullable().default(null),
    roleId: roleId.nullable().default(null),
    seniority: seniority.default('mid'),
  }),
  ok: person,
})

export const changePersonRoute = defineRoute({
  method: 'patch',
  path: '/people/{personId}',
  scope: 'people:write',
  summary: 'Change a person’s name, address, team, role or seniority',
  ifMatch: true,
  params,
  body: z.strictObject({
    name: name.optional(),
    email: email.optional(),
    teamId: id.nullable().optional(),
    roleId: roleId.nullable().optional(),
    seniority: seniority.optional(),
  }),
  ok: person,
})

export const changeAccessRoute = defineRoute({
  method: 'put',
  path: '/people/{personId}/access',
  summary: 'Change what a person’s account may do: everything as an admin, what a member may, or read alone',
  ifMatch: true,
  params,
  body: z.strictObject({ role: personAccess }),
  ok: person,
})

export const departRoute = defineRoute({
  method: 'post',
  path: '/people/{personId}/departure',
  summary: 'Note that a person left today: their access, team and leads end at once, what was rated goes when its time is over',
  ifMatch: true,
  params,
  body: z.strictObject({}),
  ok: person,
})

export const takeDepartureBackRoute = defineRoute({
  method: 'delete',
  path: '/people/{personId}/departure',
  summary: 'Take back that a person left; they need a team and an invitation anew',
  ifMatch: true,
  params,
  ok: person,
})

export const removePersonRoute = defineRoute({
  method: 'delete',
  path: '/people/{personId}',
  scope: 'people:remove',
  summary: 'Remove a person and all that is held on them',
  ifMatch: true,
  params,
  ok: done.extend({ proof: erasureProof }),
})

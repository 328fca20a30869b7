import { z } from 'zod'
import { seniority } from '../frameworks/pack.ts'
import { id, name } from '../http/fields.ts'
import { defineRoute } from '../http/route.ts'

export const meRoute = defineRoute({
  method: 'get',
  path: '/me',
  summary: 'Who I am here, and what I may do',
  ok: z.object({
    accountId: id,
    role: z.enum(['admin', 'member', 'viewer']),
    organisation: z.object({ id, name, isDemo: z.boolean(), frameworkVersion: z.string() }),
    person: z.object({ id, name, email: z.string(), teamId: id.nullable(), roleId: z.string().nullable(), seniority }).nullable(),
    /** Every team that I lead, those below included. */
    leads: z.array(id),
  }),
})

export const getOrganisationRoute = defineRoute({
  method: 'get',
  path: '/organisation',
  summary: 'The organisation',
  ok: z.object({ id, name, frameworkVersion: z.string(), isDemo: z.boolean(), version: z.number() }),
})

export const renameOrganisationRoute = defineRoute({
  method: 'patch',
  path: '/organisation',
  summary: 'Rename the organisation',
  ifMatch: true,
  body: z.strictObject({ name }),
  ok: getOrganisationRoute.ok,
})

import { z } from 'zod'
import { email, id, name, password } from '../http/fields.ts'
import { defineRoute } from '../http/route.ts'

export const token = z.string('Open the link that the log prints.').min(20, 'Open the link that the log prints.').max(100)

export const getSetupRoute = defineRoute({
  method: 'get',
  path: '/setup',
  summary: 'Whether an organisation was started, and whether the demo is there',
  access: 'public',
  ok: z.object({ started: z.boolean(), demo: z.boolean(), visits: z.boolean() }),
})

export const startOrganisationRoute = defineRoute({
  method: 'post',
  path: '/setup/organisation',
  summary: 'Start the organisation with the one-time link of the first run',
  access: 'public',
  body: z.strictObject({ token, organisation: name, name, email, password }),
  ok: z.object({ organisationId: id }),
})

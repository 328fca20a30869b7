import { z } from 'zod'
import { purpose } from '../access/purpose.ts'
import { seniority } from '../frameworks/seniority.ts'
import { id, name } from '../http/fields.ts'
import { defineRoute } from '../http/route.ts'

/** Ids of the optional practice areas that are turned on. */
const practiceAreas = z.array(z.string())

export const meRoute = defineRoute({
  method: 'get',
  path: '/me',
  scope: 'organisation:read',
  summary: 'Who I am here, and what I may do',
  beforeSecondFactor: true,
  ok: z.object({
    accountId: id,
    role: z.enum(['admin', 'member', 'viewer']),
    /** The organisation asks for a second factor, and this session has none: nothing else answers until there is one. */
    mustAddSecondFactor: z.boolean(),
    /** The organisation asks to sign in with its provider, and this session was opened in another way. */
    mustUseProvider: z.boolean(),
    organisation: z.object({
      id,
      name,
      isDemo: z.boolean(),
      frameworkVersion: z.string(),
      practiceAreas,
      /** The organisation's own names of the levels 0 to 5; null where it has given none. */
      levelNames: z.array(z.string()).nullable(),
    }),
    person: z.object({ id, name, email: z.string(), teamId: id.nullable(), roleId: z.string().nullable(), seniority }).nullable(),
    /** Every team that I lead, those below included. */
    leads: z.array(id),
    /** What I open other people’s data for in this session; null until I said. */
    purpose: purpose.nullable(),
    /** The version of the purpose text that I have yet to read; null where I said that I have. */
    noticeToRead: z.number().nullable(),
  }),
})

export const getOrganisationRoute = defineRoute({
  method: 'get',
  path: '/organisation',
  scope: 'organisation:read',
  summary: 'The organisation',
  ok: z.object({ id, name, frameworkVersion: z.string(), isDemo: z.boolean(), practiceAreas, version: z.number() }),
})

export const renameOrganisationRoute = defineRoute({
  method: 'patch',
  path: '/organisation',
  summary: 'Rename the organisation',
  ifMatch: true,
  body: z.strictObject({ name }),
  ok: getOrganisationRoute.ok,
})

export const setPracticeAreasRoute = defineRoute({
  method: 'put',
  path: '/organisation/practice-areas',
  summary: 'Turn further checklists on or off: the optional practice areas of the framework that every team is asked about',
  ifMatch: true,
  body: z.strictObject({ areas: z.array(z.string().max(60)).max(50, 'Choose at most 50 areas.') }),
  ok: getOrganisationRoute.ok,
})

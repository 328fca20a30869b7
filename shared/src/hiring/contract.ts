import { z } from 'zod'
import { basis, source } from '../frameworks/pack-source.ts'
import { importance } from '../frameworks/pack-roles.ts'
import { seniority } from '../frameworks/seniority.ts'
import { done, id, instant, listOf } from '../http/fields.ts'
import { defineRoute } from '../http/route.ts'
import { level } from '../levels/level.ts'

const count = z.number()
const scope = listOf(id, 500)

/** People who meet, people below, people not rated, and positions nobody fills: missing = below + notRated + unfilled. */
const missing = z.object({
  skill: z.string(),
  expected: count,
  met: count,
  below: count,
  notRated: count,
  unfilled: count,
  missing: count,
  importance,
})

export const hiringGaps = z.object({
  /** `skills` are those with somebody missing; `covered` counts the others that the role expects. */
  roles: z.array(
    z.object({ role: z.string(), present: count, demanded: count, unfilled: count, skills: z.array(missing), covered: count }),
  ),
  skills: z.array(
    missing
      .omit({ importance: true })
      .extend({ mustMissing: count, roles: z.array(z.object({ role: z.string(), importance, missing: count })) }),
  ),
  /** Skills of which nothing is missing. */
  covered: count,
})
export type HiringGaps = z.infer<typeof hiringGaps>

export const getHiringGapsRoute = defineRoute({
  method: 'get',
  path: '/hiring/gaps',
  scope: 'hiring:read',
  summary: 'What is missing per role and per skill across the chosen teams and all below them',
  query: z.strictObject({ team: scope }),
  ok: hiringGaps.extend({ people: count, rule: z.array(z.string()) }),
})

const demand = z.object({ roleId: z.string(), seniority, people: z.number() })

export const getDemandRoute = defineRoute({
  method: 'get',
  path: '/teams/{teamId}/demand',
  scope: 'hiring:read',
  summary: 'How many people a team needs in a role at least; without an entry, those who are there',
  params: z.strictObject({ teamId: id }),
  ok: z.object({ demand: z.array(demand) }),
})

export const setDemandRoute = defineRoute({
  method: 'put',
  path: '/teams/{teamId}/demand',
  scope: 'hiring:write',
  summary: 'Set what a team needs',
  params: z.strictObject({ teamId: id }),
  body: z.strictObject({
    demand: z
      .array(
        z.strictObject({
          roleId: z.string().min(1, 'Choose a role.').max(60),
          seniority: seniority.default('mid'),
          people: z.int().min(1).max(999),
        }),
      )
      .max(100),
  }),
  ok: done,
})

const namedTeam = z.object({ id, name: z.string() })

export const hiringReport = z.object({
  id,
  /** The day of the report, in UTC. */
  day: z.string(),
  createdAt: instant,
  createdBy: z.string().nullable(),
  organisation: z.string(),
  frameworkVersion: z.string(),
  /** The teams that were chosen. */
  teams: z.array(namedTeam),
  /** These, and all below them as the tree was that day. */
  counted: z.array(namedTeam),
  people: count,
  gaps: hiringGaps,
  /** Names as they were that day. */
  roleNames: z.record(z.string(), z.string()),
  skillNames: z.record(z.string(), z.string()),
  /** What the levels 0 to 5 were called; reports made before levels could be named have none. */
  levelNames: z.array(z.string()).length(6).optional(),
  documents: z.array(z.object({ id: z.string(), title: z.string(), author: z.string(), date: z.string() })),
  /** By role, by skill that is missing: what the role expects at mid level, and where that was read. */
  expectations: z.record(z.string(), z.record(z.string(), z.object({ level, basis, sources: z.array(source) }))),
  rule: z.array(z.string()),
})
export type HiringReport = z.infer<typeof hiringReport>

export const createReportRoute = defineRoute({
  method: 'post',
  path: '/hiring/reports',
  scope: 'hiring:write',
  summary: 'Make a dated report of what is missing; it is kept as it was',
  body: z.strictObject({ teams: z.array(id).min(1, 'Choose at least one team.').max(500) }),
  ok: hiringReport,
})

export const listReportsRoute = defineRoute({
  method: 'get',
  path: '/hiring/reports',
  scope: 'hiring:read',
  summary: 'The reports that I may see, newest first',
  ok: z.object({
    reports: z.array(hiringReport.pick({ id: true, day: true, createdAt: true, createdBy: true, teams: true, people: true })),
  }),
})

const reportParams = z.strictObject({ reportId: id })

export const getReportRoute = defineRoute({
  method: 'get',
  path: '/hiring/reports/{reportId}',
  scope: 'hiring:read',
  summary: 'One report',
  params: reportParams,
  ok: hiringReport,
})

export const exportReportRoute = defineRoute({
  method: 'get',
  path: '/hiring/reports/{reportId}/csv',
  scope: 'hiring:read',
  summary: 'One report as CSV; the export is an event of the audit trail',
  reads: false,
  params: reportParams,
  media: 'text/csv',
  ok: z.string(),
})

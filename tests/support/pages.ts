import type { BrowserContext } from 'playwright-core'
import type { OkOf } from '@plumbline/shared/http/route.ts'
import type { meRoute } from '@plumbline/shared/organisations/contract.ts'
import type { listTeamsRoute } from '@plumbline/shared/teams/contract.ts'
import type { Purpose } from '@plumbline/shared/access/purpose.ts'
import { personas } from '@plumbline/shared/demo/contract.ts'
import type { Persona } from '@plumbline/shared/demo/contract.ts'
import { acknowledgeNotice } from './notice.ts'
import { addressOf, paths } from '../../web/src/paths.ts'

export type Visitor = Persona | 'nobody'

/** Ids in the demo organisation that a persona's pages are about. */
export interface Places {
  teamId: string
  reportId: string
  firstRun: string
  /** The secret of an invitation. */
  invitation: string
}

interface PageEntry {
  /** Who sees it; pages before sign-in have `nobody`. */
  visitors: readonly Visitor[]
  address: (places: Places) => string
}

const all: readonly Visitor[] = personas
const planners: readonly Visitor[] = ['lead', 'admin']
const nobody: readonly Visitor[] = ['nobody']
/** For pages that everyone in the organisation sees alike. */
const reader: readonly Visitor[] = ['engineer']

/** Every page of the application: what `look` photographs and what is held to be accessible. */
export const pages: Record<keyof typeof paths, PageEntry> = {
  home: { visitors: all, address: () => paths.home },
  assessment: { visitors: all, address: () => paths.assessment },
  team: { visitors: planners, address: ({ teamId }) => addressOf(paths.team, { teamId }) },
  practices: { visitors: all, address: ({ teamId }) => addressOf(paths.practices, { teamId }) },
  organisation: { visitors: all, address: () => paths.organisation },
  hiring: { visitors: planners, address: () => paths.hiring },
  hiringReport: { visitors: planners, address: ({ reportId }) => addressOf(paths.hiringReport, { reportId }) },
  framework: { visitors: all, address: () => paths.framework },
  frameworkRoles: { visitors: reader, address: () => paths.frameworkRoles },
  frameworkRole: { visitors: reader, address: () => addressOf(paths.frameworkRole, { roleId: 'platform-engineer' }) },
  frameworkPersona: { visitors: reader, address: () => addressOf(paths.frameworkPersona, { personaId: 'remote-devops-engineer' }) },
  frameworkSkills: { visitors: reader, address: () => paths.frameworkSkills },
  frameworkSkill: { visitors: ['engineer', 'lead'], address: () => addressOf(paths.frameworkSkill, { skillId: 'kubernetes' }) },
  frameworkPractices: { visitors: reader, address: () => paths.frameworkPractices },
  frameworkPractice: { visitors: reader, address: () => addressOf(paths.frameworkPractice, { practiceId: 'idp-01' }) },
  frameworkCertifications: { visitors: reader, address: () => paths.frameworkCertifications },
  frameworkCertification: { visitors: reader, address: () => addressOf(paths.frameworkCertification, { certificationId: 'cks' }) },
  frameworkRoadmaps: { visitors: reader, address: () => paths.frameworkRoadmaps },
  frameworkRoadmap: { visitors: reader, address: () => addressOf(paths.frameworkRoadmap, { roadmapId: 'six-stages' }) },
  frameworkMarket: { visitors: reader, address: () => paths.frameworkMarket },
  frameworkClaim: { visitors: reader, address: () => addressOf(paths.frameworkClaim, { claimId: 'pay-inr-entry' }) },
  frameworkContradictions: { visitors: reader, address: () => paths.frameworkContradictions },
  frameworkContradiction: {
    visitors: reader,
    address: () => addressOf(paths.frameworkContradiction, { contradictionId: 'pay-currency' }),
  },
  frameworkTools: { visitors: reader, address: () => paths.frameworkTools },
  frameworkTool: { visitors: reader, address: () => addressOf(paths.frameworkTool, { toolId: 'python' }) },
  frameworkSources: { visitors: reader, address: () => paths.frameworkSources },
  frameworkSource: { visitors: reader, address: () => addressOf(paths.frameworkSource, { documentId: 'mlops-roadmap' }) },
  frameworkModels: { visitors: reader, address: () => paths.frameworkModels },
  frameworkModel: { visitors: reader, address: () => addressOf(paths.frameworkModel, { modelId: 'cncf-platform-maturity' }) },
  frameworkVersions: { visitors: ['engineer', 'admin'], address: () => paths.frameworkVersions },
  frameworkDraft: { visitors: ['admin'], address: () => `${paths.frameworkDraft}?list=expectations&role=platform-engineer` },
  people: { visitors: all, address: () => paths.people },
  peopleImport: { visitors: ['admin'], address: () => paths.peopleImport },
  audit: { visitors: ['engineer', 'admin'], address: () => paths.audit },
  myRecord: { visitors: ['engineer', 'lead'], address: () => paths.myRecord },
  privacySettings: { visitors: ['engineer', 'admin'], address: () => paths.privacySettings },
  notice: { visitors: reader, address: () => paths.notice },
  myRatings: { visitors: reader, address: () => paths.myRatings },
  signInSettings: { visitors: ['engineer', 'admin'], address: () => paths.signInSettings },
  tokens: { visitors: ['engineer', 'admin'], address: () => paths.tokens },
  myData: { visitors: ['engineer', 'admin'], address: () => paths.myData },
  start: { visitors: nobody, address: ({ firstRun }) => `${paths.start}#${firstRun}` },
  demo: { visitors: nobody, address: ({ firstRun }) => `${paths.demo}#${firstRun}` },
  signIn: { visitors: nobody, address: () => paths.signIn },
  join: { visitors: nobody, address: ({ invitation }) => `${paths.join}#${invitation}` },
  forgotPassword: { visitors: nobody, address: () => paths.forgotPassword },
  resetPassword: { visitors: nobody, address: ({ invitation }) => `${paths.resetPassword}#${invitation}` },
  confirmEmail: { visitors: nobody, address: ({ invitation }) => `${paths.confirmEmail}#${invitation}` },
}

interface App {
  url: string
  firstRun: string
}

async function ask<Body>(context: BrowserContext, method: 'get' | 'post' | 'put', url: string, data?: unknown): Promise<Body> {
  const answer = await context.request[method](url, data === undefined ? {} : { data })
  if (!answer.ok()) throw new Error(`${method} ${url}: ${answer.status()} ${await answer.text()}`)
  return (await answer.json()) as Body
}

/** Builds the demo where it is not there yet; that takes a few seconds. */
export async function startDemo({ url, firstRun }: App): Promise<void> {
  const answer = await fetch(`${url}/api/v1/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: firstRun }),
  })
  if (!answer.ok) throw new Error(`No demo: ${answer.status} ${await answer.text()}`)
}

/** Signs the context in as this visitor of the demo, and says which pages are theirs to see. With `purpose: null` they are asked what for. */
export async function visitDemoAs(
  context: BrowserContext,
  { url, firstRun }: App,
  visitor: Visitor,
  { purpose = 'development' }: { purpose?: Purpose | null } = {},
): Promise<Places> {
  const api = `${url}/api/v1`
  await ask(context, 'post', `${api}/demo/visits`, { as: visitor === 'nobody' ? 'admin' : visitor, token: firstRun })
  if (purpose !== null) await ask(context, 'put', `${api}/sessions/current/purpose`, { purpose })
  const me = await ask<OkOf<typeof meRoute>>(context, 'get', `${api}/me`)
  await acknowledgeNotice(context, url)
  const { teams } = await ask<OkOf<typeof listTeamsRoute>>(context, 'get', `${api}/teams`)
  const teamId = me.leads[0] ?? me.person?.teamId ?? teams[0]?.id ?? ''
  // Where a draft is open already, this is refused, and that one is looked at.
  if (visitor === 'admin') await context.request.post(`${api}/framework/draft`, { data: { from: '2026.1', name: 'A draft' } })
  const mayPlan = pages.hiringReport.visitors.includes(visitor)
  const reportId = mayPlan ? (await ask<{ id: string }>(context, 'post', `${api}/hiring/reports`, { teams: [teamId] })).id : ''
  if (visitor !== 'nobody') return { teamId, reportId, firstRun, invitation: '' }
  const newcomer = { name: 'Nil Newcomer', email: `${crypto.randomUUID()}@demo.example` }
  const { id } = await ask<{ id: string }>(context, 'post', `${api}/people`, newcomer)
  const { secret } = await ask<{ secret: string }>(context, 'post', `${api}/people/${id}/invitation`)
  await context.clearCookies()
  return { teamId, reportId, firstRun, invitation: secret }
}

export const pagesOf = (visitor: Visitor): { name: string; address: PageEntry['address'] }[] =>
  Object.entries(pages)
    .filter(([, page]) => page.visitors.includes(visitor))
    .map(([name, { address }]) => ({ name, address }))

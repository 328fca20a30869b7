import type { BrowserContext } from 'playwright-core'
import type { OkOf } from '@plumbline/shared/http/route.ts'
import type { meRoute } from '@plumbline/shared/organisations/contract.ts'
import type { listTeamsRoute } from '@plumbline/shared/teams/contract.ts'
import { personas } from '@plumbline/shared/demo/contract.ts'
import type { Persona } from '@plumbline/shared/demo/contract.ts'
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
  people: { visitors: all, address: () => paths.people },
  peopleImport: { visitors: ['admin'], address: () => paths.peopleImport },
  start: { visitors: nobody, address: ({ firstRun }) => `${paths.start}#${firstRun}` },
  demo: { visitors: nobody, address: ({ firstRun }) => `${paths.demo}#${firstRun}` },
  signIn: { visitors: nobody, address: () => paths.signIn },
  join: { visitors: nobody, address: ({ invitation }) => `${paths.join}#${invitation}` },
}

interface App {
  url: string
  firstRun: string
}

async function ask<Body>(context: BrowserContext, method: 'get' | 'post', url: string, data?: unknown): Promise<Body> {
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

/** Signs the context in as this visitor of the demo, and says which pages are theirs to see. */
export async function visitDemoAs(context: BrowserContext, { url, firstRun }: App, visitor: Visitor): Promise<Places> {
  const api = `${url}/api/v1`
  await ask(context, 'post', `${api}/demo/visits`, { as: visitor === 'nobody' ? 'admin' : visitor, token: firstRun })
  const me = await ask<OkOf<typeof meRoute>>(context, 'get', `${api}/me`)
  const { teams } = await ask<OkOf<typeof listTeamsRoute>>(context, 'get', `${api}/teams`)
  const teamId = me.leads[0] ?? me.person?.teamId ?? teams[0]?.id ?? ''
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

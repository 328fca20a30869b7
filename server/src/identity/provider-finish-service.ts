import type { IDToken } from 'openid-client'
import type { Logger } from 'pino'
import { v7 as uuidv7 } from 'uuid'
import type { ProviderProblem } from '@plumbline/shared/identity/provider-problems.ts'
import { recordForAccount } from './account-record.ts'
import { joinByProvider } from './provider-join-service.ts'
import { arrival } from './provider-exchange.ts'
import { accountOfSubject, linkSubject, takeFlow } from './provider-queries.ts'
import { ProviderRefusal } from './provider-refusal.ts'
import { applyRole } from './provider-role-service.ts'
import { redirectUri } from './provider-start-service.ts'
import type { ProviderGiven } from './provider-start-service.ts'
import type { Provider } from './providers.ts'
import { membershipsOf } from './queries.ts'
import { hashOf } from './secret.ts'
import { deleteSession } from './session-queries.ts'
import type { Visitor } from './visitor.ts'

export interface Return {
  readonly providerId: string
  /** What the provider sent the browser back with. */
  readonly search: URLSearchParams
  /** The secret of the browser that the flow was begun in. */
  readonly browser: string | undefined
  readonly visitor: Visitor
}

export interface Landing {
  /** A path of this site. */
  readonly to: string
  /** Of the session, where one was opened. */
  readonly cookies: Headers | null
}

type Flow = NonNullable<Awaited<ReturnType<typeof takeFlow>>>

/** Ends what `startProvider` began: opens a session, or leads to a page that says why not. Never throws. */
export async function finishProvider(given: ProviderGiven & { log: Logger }, back: Return): Promise<Landing> {
  let flow: Flow | undefined
  try {
    flow = await flowOf(given, back)
    const provider = given.providers.find(back.providerId)
    if (flow === undefined || provider === undefined) throw new ProviderRefusal('expired')
    return await land(given, provider, flow, back)
  } catch (error) {
    const refusal =
      error instanceof ProviderRefusal ? error : new ProviderRefusal('failed', error instanceof Error ? error.name : 'unknown')
    if (refusal.fault !== undefined) given.log.warn({ fault: refusal.fault, problem: refusal.problem }, 'a sign-in by a provider failed')
    return { to: pageOf(flow, refusal.problem), cookies: null }
  }
}

async function flowOf({ database }: ProviderGiven, { providerId, search, browser }: Return): Promise<Flow | undefined> {
  const [state, another] = search.getAll('state')
  if (state === undefined || another !== undefined || browser === undefined) return undefined
  return takeFlow(database.identity, { stateHash: hashOf(state), browserHash: hashOf(browser), provider: providerId })
}

const pages = { sign_in: '/sign-in', join: '/join', link: '/settings/sign-in' } as const

function pageOf(flow: Flow | undefined, problem: ProviderProblem): string {
  const query = new URLSearchParams({ problem })
  if (flow?.purpose === 'sign_in' && flow.thenPath !== '/') query.set('then', flow.thenPath)
  return `${pages[flow?.purpose ?? 'sign_in']}?${query}`
}

async function land(given: ProviderGiven, provider: Provider, flow: Flow, { search, visitor }: Return): Promise<Landing> {
  const { settings, connection } = provider
  if (connection === null) throw new ProviderRefusal('unavailable')
  const address = redirectUri(given.home(), settings.id)
  address.search = search.toString()
  // It was taken by the state's hash, so the state that came back is the one that was sent.
  const claims = await arrival(connection, address, { state: search.get('state') ?? '', nonce: flow.nonce, verifier: flow.verifier })
  if (flow.purpose === 'link') return link(given, provider, flow, claims.sub, visitor)
  const subject = { issuer: settings.issuer, subject: claims.sub }
  const accountId =
    flow.purpose === 'join'
      ? await joinByProvider(given.database, settings.id, subject, flow.invitationHash ?? '')
      : await given.database.withTx({}, { readOnly: true }, (tx) => accountOfSubject(tx, subject))
  if (accountId === undefined) throw new ProviderRefusal('unknown_account')
  return enter(given, provider, { accountId, claims, to: flow.thenPath }, visitor)
}

/** Opens a new session and ends the one that the browser had before. */
async function enter(
  { database, auth }: ProviderGiven,
  { settings }: Provider,
  { accountId, claims, to }: { accountId: string; claims: IDToken; to: string },
  visitor: Visitor,
): Promise<Landing> {
  const memberships = await database.withTx({ accountId }, { readOnly: true }, (tx) => membershipsOf(tx, accountId))
  if (memberships.length === 0) throw new ProviderRefusal('no_organisation')
  await applyRole(database, settings, accountId, claims)
  const before = await auth.sessionOf(visitor.headers)
  const cookies = await auth.openSession(accountId, visitor, { method: 'provider', secondFactor: false })
  if (before !== null) await deleteSession(database.identity, before.id)
  return { to, cookies }
}

/** Only for the very session that asked: what comes back in another one's browser links nothing. */
async function link(
  { database, auth }: ProviderGiven,
  { settings }: Provider,
  flow: Flow,
  subject: string,
  visitor: Visitor,
): Promise<Landing> {
  const session = await auth.sessionOf(visitor.headers)
  if (session === null || session.id !== flow.sessionId) throw new ProviderRefusal('signed_out')
  const { accountId } = session
  await database.withTx({ accountId }, {}, async (tx) => {
    const linked = await linkSubject(tx, { id: uuidv7(), accountId, issuer: settings.issuer, subject })
    if (linked === 'taken') throw new ProviderRefusal('linked_elsewhere')
    if (linked === 'another') throw new ProviderRefusal('already_linked')
    await recordForAccount(tx, accountId, { action: 'provider.linked', detail: { provider: settings.id } })
  })
  return { to: flow.thenPath === '/' ? pages.link : flow.thenPath, cookies: null }
}

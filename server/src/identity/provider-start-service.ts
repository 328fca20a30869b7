import { PlumblineError, conflict, notFound } from '@plumbline/shared/errors/problem.ts'
import { ownPath } from '@plumbline/shared/identity/own-path.ts'
import type { Database } from '#db/client.ts'
import type { Auth } from './auth.ts'
import { findLink } from './link-service.ts'
import { proveOwner } from './owner-service.ts'
import { departure } from './provider-exchange.ts'
import { putFlow } from './provider-queries.ts'
import type { Providers } from './providers.ts'
import { hashOf, newSecret } from './secret.ts'
import type { Visitor } from './visitor.ts'

export interface ProviderGiven {
  readonly database: Database
  readonly auth: Auth
  readonly providers: Providers
  /** The address that browsers use. */
  readonly home: () => string
}

/** Where a provider sends the browser back to. It has to be registered there. */
export const redirectUri = (home: string, providerId: string): URL => new URL(`/sign-in/${providerId}/callback`, home)

interface Wish {
  next?: string | undefined
  invitation?: string | undefined
  link?: true | undefined
  password?: string | undefined
}

/** Where to send the browser, and the secret that it has to come back with. Throws `conflict` while the provider is out of reach. */
export async function startProvider(
  given: ProviderGiven,
  providerId: string,
  wish: Wish,
  visitor: Visitor,
): Promise<{ location: string; browser: string }> {
  const provider = given.providers.find(providerId)
  if (provider === undefined) throw notFound()
  const { settings, connection } = provider
  if (connection === null)
    throw conflict(`${settings.name} cannot be reached at the moment. Sign in another way, or try again in a few minutes.`)
  const aim = await aimOf(given, wish, visitor)
  const { location, state, nonce, verifier } = await departure(connection, settings, redirectUri(given.home(), providerId).href)
  const browser = newSecret()
  await putFlow(given.database.identity, {
    stateHash: hashOf(state),
    browserHash: hashOf(browser),
    provider: providerId,
    nonce,
    verifier,
    thenPath: ownPath(wish.next),
    ...aim,
  })
  return { location, browser }
}

/** What the flow is for. An invitation and a session are looked at before anyone is sent away, and once more when they are back. */
async function aimOf(given: ProviderGiven, { invitation, link, password }: Wish, visitor: Visitor) {
  if (invitation !== undefined) {
    const { kind } = await findLink(given, invitation, visitor)
    if (kind !== 'join') throw conflict('This link sets a new password. Open it and set one, or sign in with the provider.')
    return { purpose: 'join' as const, invitationHash: hashOf(invitation) }
  }
  if (link === undefined) return { purpose: 'sign_in' as const }
  const session = await given.auth.sessionOf(visitor.headers)
  if (session === null) throw new PlumblineError('unauthenticated', 'Sign in to go on.')
  const claimant = { accountId: session.accountId, sessionId: session.id, address: visitor.address }
  await given.database.withTx({}, {}, (tx) => proveOwner(tx, given.auth, claimant, { password, always: false }))
  return { purpose: 'link' as const, sessionId: session.id }
}

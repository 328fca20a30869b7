import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import type { Configuration, IDToken } from 'openid-client'
import { ProviderRefusal, refusalOf } from './provider-refusal.ts'
import type { ProviderSettings } from './provider-settings.ts'

/** What one way to the provider and back is held together by. */
interface Round {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Where the browser goes to, with the secrets that what comes back has to fit. */
export async function departure(
  configuration: Configuration,
  { scopes }: ProviderSettings,
  redirectUri: string,
): Promise<Round & { location: string }> {
  const round = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
  const location = buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: [...new Set(['openid', ...scopes])].join(' '),
    state: round.state,
    nonce: round.nonce,
    code_challenge: await calculatePKCECodeChallenge(round.verifier),
    code_challenge_method: 'S256',
  })
  return { ...round, location: location.href }
}

/** Seconds that a provider's clock may run ahead. */
const aheadSeconds = 60

/** The claims of whom the provider vouches for. `address` is the redirect URI with what came back. Throws `ProviderRefusal`; no token is kept. */
export async function arrival(configuration: Configuration, address: URL, { state, nonce, verifier }: Round): Promise<IDToken> {
  const claims = await authorizationCodeGrant(configuration, address, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  }).then(
    (tokens) => tokens.claims(),
    (error: unknown) => {
      throw refusalOf(error)
    },
  )
  if (claims === undefined) throw new ProviderRefusal('untrusted', 'no ID token')
  if (claims.iat > Date.now() / 1000 + aheadSeconds) throw new ProviderRefusal('untrusted', 'issued in the future')
  // The standard's bound. PostgreSQL cannot keep NUL.
  if (!/^[\x20-\x7e]{1,255}$/.test(claims.sub)) throw new ProviderRefusal('untrusted', 'no usable subject')
  return claims
}

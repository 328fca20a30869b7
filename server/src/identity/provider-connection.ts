import { ClientSecretBasic, ClientSecretPost, Configuration, None, allowInsecureRequests, customFetch, discovery } from 'openid-client'
import { enableNonRepudiationChecks } from 'openid-client'
import type { CustomFetch, ServerMetadata } from 'openid-client'
import type { ProviderSettings } from './provider-settings.ts'

/** What an ID token may be signed with. Never `none`, and nothing for which the client's secret or a public key would do. */
export const signingAlgorithms = ['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519'] as const

const seconds = 10

/** A provider that answered, but not as one that people may be signed in by. The message is for the operator. */
export class ProviderUnfit extends Error {
  override readonly name = 'ProviderUnfit'
}

/** Asks the provider for its endpoints and keys. Throws `ProviderUnfit`, or what `fetch` and openid-client throw. */
export async function connect(settings: ProviderSettings, outgoing: typeof fetch): Promise<Configuration> {
  const { issuer, clientId, clientSecret } = settings
  const insecure = issuer.startsWith('http:')
  const ask: CustomFetch = (url, options) => outgoing(url, options as RequestInit)
  const found = await discovery(new URL(issuer), clientId, undefined, None(), {
    [customFetch]: ask,
    timeout: seconds,
    ...(insecure && { execute: [allowInsecureRequests] }),
  })
  const metadata = fitMetadata(found.serverMetadata(), issuer)
  const configuration = new Configuration(metadata, clientId, {}, authenticationOf(metadata, clientSecret))
  configuration[customFetch] = ask
  configuration.timeout = seconds
  if (insecure) allowInsecureRequests(configuration)
  // Without it a token is trusted for the connection that it came over; its signature is checked as well.
  enableNonRepudiationChecks(configuration)
  return configuration
}

function fitMetadata(found: ServerMetadata, issuer: string): ServerMetadata {
  if (found.issuer !== issuer) throw new ProviderUnfit('names another issuer than the one in PLUMBLINE_OIDC')
  if (!found.authorization_endpoint || !found.token_endpoint || !found.jwks_uri)
    throw new ProviderUnfit('does not name its endpoints and keys')
  const challenges = found.code_challenge_methods_supported
  if (challenges !== undefined && !challenges.includes('S256')) throw new ProviderUnfit('does not take PKCE with S256')
  const offered = found.id_token_signing_alg_values_supported ?? ['RS256']
  const algorithms = offered.filter((one) => (signingAlgorithms as readonly string[]).includes(one))
  if (algorithms.length === 0) throw new ProviderUnfit('signs with nothing that is accepted here')
  return { ...found, id_token_signing_alg_values_supported: algorithms }
}

/** By header where the provider takes that, which is the default of the standard. */
function authenticationOf({ token_endpoint_auth_methods_supported: methods }: ServerMetadata, secret: string | undefined) {
  if (secret === undefined) return None()
  const byBody = methods !== undefined && !methods.includes('client_secret_basic') && methods.includes('client_secret_post')
  return byBody ? ClientSecretPost(secret) : ClientSecretBasic(secret)
}

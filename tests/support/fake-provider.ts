import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SignJWT, exportJWK, generateKeyPair } from 'jose'
import type { CryptoKey, JWTPayload } from 'jose'
import { onTestFinished } from 'vitest'

export const clientId = 'plumbline'
export const clientSecret = 'a client secret of 32 characters'

const signing = await generateKeyPair('RS256', { extractable: true })
const jwk = { ...(await exportJWK(signing.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }
/** As text, which a bad provider might take for the secret of HS256. */
export const publicKeyText = JSON.stringify(jwk)

export const signedRight = (payload: JWTPayload): Promise<string> =>
  new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(signing.privateKey)

export interface TokenWish {
  /** Instead of, or besides, what a right one says. `undefined` leaves a claim out. */
  claims?: Record<string, unknown>
  header?: { alg: string; kid?: string }
  /** Instead of the provider's own. */
  key?: CryptoKey | Uint8Array
}

/** A provider made by hand, which says whatever the test wants it to. `begun` has to be told before it is asked for a token. */
export async function fakeProvider(id = 'corp') {
  const now = () => Math.floor(Date.now() / 1000)
  let makeToken: () => Promise<string> = () => Promise.reject(new Error('say what to answer first'))
  let up = true
  let discovery: ((document: Record<string, unknown>, response: ServerResponse) => unknown) | undefined
  const tokenRequests: URLSearchParams[] = []

  const server = createServer((request, response) => {
    void answer(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const document = {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
  }
  const json = (response: ServerResponse, body: unknown) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body))

  async function answer(request: IncomingMessage, response: ServerResponse) {
    if (!up) return request.socket.destroy()
    if (request.url === '/.well-known/openid-configuration') {
      const given = discovery === undefined ? document : discovery({ ...document }, response)
      return given === undefined ? undefined : json(response, given)
    }
    if (request.url === '/keys') return json(response, { keys: [jwk] })
    if (request.url !== '/token') return response.writeHead(404).end()
    tokenRequests.push(new URLSearchParams(await text(request)))
    return json(response, { access_token: 'an access token', token_type: 'bearer', id_token: await makeToken() })
  }

  return {
    id,
    issuer,
    tokenRequests,
    settings: { id, name: 'Corp Login', issuer, clientId, clientSecret },
    /** The next ID token is for this subject, right in everything that `wish` does not change. */
    say: (
      location: URL,
      subject: string,
      { claims = {}, header = { alg: 'RS256', kid: 'one' }, key = signing.privateKey }: TokenWish = {},
    ) => {
      const nonce = location.searchParams.get('nonce')
      const payload: JWTPayload = { iss: issuer, sub: subject, aud: clientId, exp: now() + 300, iat: now(), nonce, ...claims }
      makeToken = () => new SignJWT(payload).setProtectedHeader(header).sign(key)
    },
    /** The next ID token is exactly this. */
    sayRaw: (token: string) => {
      makeToken = () => Promise.resolve(token)
    },
    discover: (change: typeof discovery) => {
      discovery = change
    },
    setUp: (value: boolean) => {
      up = value
    },
  }
}

export type FakeProvider = Awaited<ReturnType<typeof fakeProvider>>

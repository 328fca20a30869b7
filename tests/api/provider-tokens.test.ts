import { SignJWT, UnsecuredJWT, exportJWK, generateKeyPair } from 'jose'
import { expect, test } from 'vitest'
import { clientId, clientSecret, fakeProvider, publicKeyText, signedRight } from '../support/fake-provider.ts'
import type { FakeProvider, TokenWish } from '../support/fake-provider.ts'
import { joinedBy, rightReturn, throughProvider } from '../support/linked.ts'
import { begin, comeBack, problemOf, providerWorld } from '../support/provider-world.ts'

const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds
const notTrusted = { problem: 'untrusted', session: '' }

/** Someone who may sign in comes back with this token. */
async function outcome(wish: TokenWish) {
  const provider = await fakeProvider()
  const world = await providerWorld([provider.settings])
  await joinedBy(world, provider, 'pia')
  return problemOf(await throughProvider(world, provider, 'pia', { wish }))
}

/** The same with a token that the test makes from the nonce. */
async function outcomeOfRaw(make: (nonce: string, provider: FakeProvider) => Promise<string> | string) {
  const provider = await fakeProvider()
  const world = await providerWorld([provider.settings])
  await joinedBy(world, provider, 'pia')
  const { location, state, cookie } = await begin(world)
  provider.sayRaw(await make(location.searchParams.get('nonce') ?? '', provider))
  return problemOf(await comeBack(world, rightReturn(provider, state), { cookie }))
}

const claimsFor = (nonce: string, { issuer }: FakeProvider) => ({
  iss: issuer,
  sub: 'pia',
  aud: clientId,
  exp: inSeconds(300),
  iat: inSeconds(0),
  nonce,
})

test('a token that is right in everything signs in', async () => {
  expect(await outcome({})).toMatchObject({ problem: null, session: expect.stringMatching(/^plumbline\.session_token=./) })
})

test('a token with the nonce of another sign-in is refused', async () => {
  expect(await outcome({ claims: { nonce: 'another' } })).toEqual(notTrusted)
})

test('a token without a nonce is refused', async () => {
  expect(await outcome({ claims: { nonce: undefined } })).toEqual(notTrusted)
})

test('a token for another client is refused', async () => {
  expect(await outcome({ claims: { aud: 'another client' } })).toEqual(notTrusted)
})

test('a token for several clients that does not say whom it was issued to is refused', async () => {
  expect(await outcome({ claims: { aud: [clientId, 'another client'] } })).toEqual(notTrusted)
})

test('a token that was issued to another client is refused', async () => {
  expect(await outcome({ claims: { aud: [clientId, 'another client'], azp: 'another client' } })).toEqual(notTrusted)
})

test('a token of another issuer is refused', async () => {
  expect(await outcome({ claims: { iss: 'https://evil.example' } })).toEqual(notTrusted)
})

test('an issuer that differs in a slash only is another issuer', async () => {
  expect(await outcomeOfRaw((nonce, provider) => signedRight({ ...claimsFor(nonce, provider), iss: `${provider.issuer}/` }))).toEqual(
    notTrusted,
  )
})

test('a token without a signature (alg none) is refused', async () => {
  expect(await outcomeOfRaw((nonce, provider) => new UnsecuredJWT(claimsFor(nonce, provider)).encode())).toEqual(notTrusted)
})

test('a token signed with the client secret (HS256) is refused, though the provider offers it', async () => {
  expect(await outcome({ header: { alg: 'HS256' }, key: new TextEncoder().encode(clientSecret) })).toEqual(notTrusted)
})

test('a token signed with the public key as a secret (HS256) is refused', async () => {
  expect(await outcome({ header: { alg: 'HS256', kid: 'one' }, key: new TextEncoder().encode(publicKeyText) })).toEqual(notTrusted)
})

test('a token signed by a key that the provider does not have is refused', async () => {
  const { privateKey } = await generateKeyPair('RS256')
  expect(await outcome({ key: privateKey })).toEqual(notTrusted)
})

test('a token that names an unknown key is refused', async () => {
  expect(await outcome({ header: { alg: 'RS256', kid: 'two' } })).toEqual(notTrusted)
})

test('a token that brings its own key along is refused', async () => {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const jwk = await exportJWK(publicKey)
  const token = (nonce: string, provider: FakeProvider) =>
    new SignJWT(claimsFor(nonce, provider)).setProtectedHeader({ alg: 'RS256', kid: 'one', jwk }).sign(privateKey)
  expect(await outcomeOfRaw(token)).toEqual(notTrusted)
})

test('a token whose claims were changed after it was signed is refused', async () => {
  const changed = async (nonce: string, provider: FakeProvider) => {
    const [header, , signature] = (await signedRight({ ...claimsFor(nonce, provider), sub: 'mallory' })).split('.')
    return [header, Buffer.from(JSON.stringify(claimsFor(nonce, provider))).toString('base64url'), signature].join('.')
  }
  expect(await outcomeOfRaw(changed)).toEqual(notTrusted)
})

test('a token that has expired is refused', async () => {
  expect(await outcome({ claims: { exp: inSeconds(-120) } })).toEqual(notTrusted)
})

test('a token that never expires is refused', async () => {
  expect(await outcome({ claims: { exp: undefined } })).toEqual(notTrusted)
})

test('a token that was issued in the future is refused', async () => {
  expect(await outcome({ claims: { iat: inSeconds(600), exp: inSeconds(900) } })).toEqual(notTrusted)
})

test('a token that is not valid yet is refused', async () => {
  expect(await outcome({ claims: { nbf: inSeconds(600) } })).toEqual(notTrusted)
})

test('a token without a subject, or with one that cannot be kept, is refused', async () => {
  const provider = await fakeProvider()
  const world = await providerWorld([provider.settings])
  await joinedBy(world, provider, 'pia')
  for (const sub of [undefined, '', 7, 'x'.repeat(256), 'pia\u0000'])
    expect(problemOf(await throughProvider(world, provider, 'pia', { wish: { claims: { sub } } }))).toEqual(notTrusted)
})

test('an answer without an ID token, or with text that is none, is refused', async () => {
  expect(await outcomeOfRaw(() => 'not.a.token')).toEqual(notTrusted)
  expect(await outcomeOfRaw(() => '')).toEqual(notTrusted)
})

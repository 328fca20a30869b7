import { expect, test } from 'vitest'
import { fakeProvider } from '../support/fake-provider.ts'
import { joinedBy, rightReturn, throughProvider } from '../support/linked.ts'
import { begin, comeBack, problemOf, providerWorld } from '../support/provider-world.ts'

const expired = { problem: 'expired', session: '' }

/** A provider, a world, and Pia, who signs in with it. */
async function ready() {
  const provider = await fakeProvider()
  const world = await providerWorld([provider.settings])
  const pia = await joinedBy(world, provider, 'pia')
  return { provider, world, pia }
}

test('a callback that is replayed with the same code and state is refused', async () => {
  const { provider, world } = await ready()
  const { location, state, cookie } = await begin(world)
  provider.say(location, 'pia')
  expect((await comeBack(world, rightReturn(provider, state), { cookie })).session).not.toBe('')
  expect(problemOf(await comeBack(world, rightReturn(provider, state), { cookie }))).toEqual(expired)
})

test('of one callback that comes twice at once one signs in', async () => {
  const { provider, world } = await ready()
  const { location, state, cookie } = await begin(world)
  provider.say(location, 'pia')
  const landed = await Promise.all(Array.from({ length: 5 }, () => comeBack(world, rightReturn(provider, state), { cookie })))
  expect(landed.filter(({ session }) => session !== '')).toHaveLength(1)
})

test('a callback in another browser is refused (login CSRF), and does not use up the flow', async () => {
  const { provider, world } = await ready()
  const { location, state, cookie } = await begin(world)
  provider.say(location, 'pia')
  const victim = await begin(world)
  for (const other of ['', victim.cookie, 'plumbline-flow=', `plumbline-flow=${'a'.repeat(43)}`])
    expect(problemOf(await comeBack(world, rightReturn(provider, state), { cookie: other }))).toEqual(expired)
  expect((await comeBack(world, rightReturn(provider, state), { cookie })).session).not.toBe('')
})

test('a callback without a state, with a wrong one, an empty one or two is refused', async () => {
  const { provider, world } = await ready()
  const { cookie, state } = await begin(world)
  const query = (text: string) => new URLSearchParams(`code=c&iss=${encodeURIComponent(provider.issuer)}${text}`)
  for (const text of ['', '&state=', '&state=another', `&state=${state}&state=${state}`, `&state=${state}%00`])
    expect(problemOf(await comeBack(world, query(text), { cookie }))).toEqual(expired)
})

test('a sign-in that took longer than ten minutes is refused', async () => {
  const { provider, world } = await ready()
  const { location, state, cookie } = await begin(world)
  provider.say(location, 'pia')
  await world.ownerSql`update provider_flows set expires_at = now()`
  expect(problemOf(await comeBack(world, rightReturn(provider, state), { cookie }))).toEqual(expired)
})

test('the flow that is begun is bound: HttpOnly, Lax, ten minutes, and over TLS for this host only', async () => {
  const provider = await fakeProvider()
  const url = 'https://plumbline.example'
  const world = await providerWorld([provider.settings], { url, settings: { PLUMBLINE_URL: url } })
  const answer = await world.nobody.post('/providers/corp/sign-in', {})
  const [cookie] = answer.headers.getSetCookie()
  expect(cookie).toMatch(/^__Host-plumbline-flow=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  const location = new URL(answer.body.location)
  expect(location.searchParams.get('redirect_uri')).toBe(`${url}/sign-in/corp/callback`)
})

test('what is kept of a flow lets nobody finish it: hashes of the state and of the browser’s secret', async () => {
  const { world } = await ready()
  const { state, cookie } = await begin(world)
  const kept = JSON.stringify(await world.ownerSql`select * from provider_flows`)
  expect(kept).not.toContain(state)
  expect(kept).not.toContain(cookie.split('=')[1])
})

test('the provider is sent state, nonce and an S256 challenge, and is given the verifier with the code', async () => {
  const { provider, world } = await ready()
  const { location, state, cookie } = await begin(world)
  const sent = Object.fromEntries(location.searchParams)
  expect(sent).toMatchObject({ response_type: 'code', scope: 'openid', code_challenge_method: 'S256', client_id: 'plumbline' })
  expect(sent['nonce']?.length).toBeGreaterThanOrEqual(43)
  expect(state.length).toBeGreaterThanOrEqual(43)
  provider.say(location, 'pia')
  await comeBack(world, rightReturn(provider, state), { cookie })
  const asked = provider.tokenRequests.at(-1)
  const verifier = asked?.get('code_verifier') ?? ''
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
  expect(sent['code_challenge']).toBe(Buffer.from(hash).toString('base64url'))
  expect(asked?.get('redirect_uri')).toBe(sent['redirect_uri'])
})

test('two sign-ins share neither state, nonce, challenge nor cookie', async () => {
  const { world } = await ready()
  const [one, two] = [await begin(world), await begin(world)]
  for (const name of ['state', 'nonce', 'code_challenge'])
    expect(one.location.searchParams.get(name)).not.toBe(two.location.searchParams.get(name))
  expect(one.cookie).not.toBe(two.cookie)
})

test('an answer of one provider that comes back as another’s is refused (mix-up)', async () => {
  const [corp, evil] = [await fakeProvider('corp'), await fakeProvider('evil')]
  const world = await providerWorld([corp.settings, evil.settings])
  await joinedBy(world, corp, 'pia')
  const { location, state, cookie } = await begin(world)
  evil.say(location, 'pia')
  corp.say(location, 'pia')
  expect(problemOf(await comeBack(world, rightReturn(evil, state), { id: 'evil', cookie }))).toEqual(expired)
  expect(problemOf(await comeBack(world, rightReturn(evil, state), { id: 'corp', cookie }))).toEqual({ problem: 'untrusted', session: '' })
  expect(evil.tokenRequests).toEqual([])
})

test('an answer without the issuer is refused where the provider promises to name it', async () => {
  const { provider, world } = await ready()
  const { location, state, cookie } = await begin(world)
  provider.say(location, 'pia')
  const asked = provider.tokenRequests.length
  expect(problemOf(await comeBack(world, { code: 'a code', state }, { cookie }))).toEqual({ problem: 'untrusted', session: '' })
  expect(provider.tokenRequests).toHaveLength(asked)
})

test('an error from the provider leads back with words and opens nothing, and its own words are not repeated', async () => {
  const { provider, world } = await ready()
  const { state, cookie } = await begin(world)
  const error = { error: 'access_denied', error_description: '<b>Call 0900</b>', state, iss: provider.issuer }
  const landed = await comeBack(world, error, { cookie })
  expect(landed).toEqual({ status: 303, to: '/sign-in?problem=refused', session: '' })
})

test('a callback without a code, or with tokens in its address, is refused', async () => {
  const { provider, world } = await ready()
  for (const params of [{}, { code: 'c', id_token: 'x.y.z' }, { code: 'c', token: 'x' }, { response: 'x.y.z' }]) {
    const { state, cookie } = await begin(world)
    expect(problemOf(await comeBack(world, { ...params, state, iss: provider.issuer }, { cookie }))).toEqual({
      problem: 'untrusted',
      session: '',
    })
  }
})

test('after signing in nothing leads to another site (open redirect)', async () => {
  const { provider, world } = await ready()
  const bad = [
    '//evil.example',
    '/\\evil.example',
    'https:evil.example',
    'https://evil.example',
    '/%09/evil.example',
    '/.//evil.example',
    '\\/evil',
  ]
  for (const next of [...bad, decodeURIComponent('/%09/evil.example'), 'javascript:alert(1)']) {
    const { to } = await throughProvider(world, provider, 'pia', { next })
    expect(new URL(to, 'http://localhost').origin, next).toBe('http://localhost')
    expect(to.startsWith('//'), next).toBe(false)
  }
  expect((await throughProvider(world, provider, 'pia', { next: '/people?team=7' })).to).toBe('/people?team=7')
})

test('no parameter of the callback decides where it leads', async () => {
  const { provider, world } = await ready()
  const { location, state, cookie } = await begin(world, { next: '/people' })
  provider.say(location, 'pia')
  const evil = { next: 'https://evil.example', to: '//evil.example', redirect_uri: 'https://evil.example' }
  expect((await comeBack(world, { ...rightReturn(provider, state), ...evil }, { cookie })).to).toBe('/people')
})

test('the session that a browser had before does not become the one that signs in (fixation), and it ends', async () => {
  const { provider, world, pia } = await ready()
  const planted = pia.session
  const { session } = await throughProvider(world, provider, 'pia', { cookie: planted })
  expect(session).not.toBe(planted)
  expect([(await world.caller(planted).get('/me')).status, (await world.caller(session).get('/me')).status]).toEqual([401, 200])
  const made = await throughProvider(world, provider, 'pia', { cookie: 'plumbline.session_token=chosen.by-someone' })
  expect(made.session).not.toContain('chosen')
})

test('another site’s page cannot begin a sign-in', async () => {
  const { world } = await ready()
  for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
    const answer = await world.nobody.post('/providers/corp/sign-in', {}, headers)
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []])
  }
})

test('a provider that is not set up is not found, neither to begin nor to come back from', async () => {
  const { world } = await ready()
  expect((await world.nobody.post('/providers/other/sign-in', {})).status).toBe(404)
  expect(problemOf(await comeBack(world, { code: 'c', state: 's' }, { id: 'other', cookie: '' }))).toEqual(expired)
  expect(problemOf(await comeBack(world, { code: 'c', state: 's' }, { id: '..%2f..', cookie: '' }))).toEqual(expired)
})

test('a session by a provider says so, ends when it is ended, and keeps no token', async () => {
  const { world, pia } = await ready()
  expect((await pia.get('/me')).status).toBe(200)
  const [row] = await world.ownerSql`select method, second_factor from sessions order by created_at desc limit 1`
  expect(row).toEqual({ method: 'provider', second_factor: false })
  const tokens =
    await world.ownerSql`select access_token, refresh_token, id_token, password from credentials where provider_id like 'oidc:%'`
  expect([...tokens]).toEqual([{ access_token: null, refresh_token: null, id_token: null, password: null }])
  expect((await pia.delete('/sessions/current')).status).toBe(200)
  expect((await pia.get('/me')).status).toBe(401)
})

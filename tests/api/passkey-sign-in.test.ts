import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { authenticator } from '../support/authenticator.ts'
import type { Bent } from '../support/authenticator.ts'
import { actionsIn, addApp, addPasskey, browserIn, codeOf } from '../support/second-factors.ts'
import type { TestBrowser } from '../support/second-factors.ts'
import { startedWorld } from '../support/world.ts'
import type { World } from '../support/world.ts'

const ada = 'ada@example.org'
type Key = ReturnType<typeof authenticator>

/** Signs in with a passkey as a browser does, bent as told. */
async function tap(browser: TestBrowser, key: Key, bent: Bent = {}, asSecondStep = false) {
  const options = await browser.post('/sessions/passkey-challenge', { asSecondStep })
  if (options.status !== 201) return options
  return browser.post('/sessions/passkey', { response: key.get(options.body, bent) })
}

async function withPasskey() {
  const world = await startedWorld()
  const key = await addPasskey(world.admin)
  return { world, key, browser: browserIn(world) }
}

test('a passkey signs in by itself, without an address, as password and second factor in one', async () => {
  const { world, key, browser } = await withPasskey()
  expect((await tap(browser, key)).body).toEqual({ done: true })
  expect((await browser.get('/me')).body.role).toBe('admin')
  expect(await world.ownerSql`select method, second_factor from sessions order by created_at desc limit 1`).toEqual([
    { method: 'passkey', second_factor: true },
  ])
  expect([...browser.jar.keys()]).toEqual(['plumbline.session_token'])
})

test('what is asked of the browser: this host, a check of its owner, and nobody’s address', async () => {
  const { browser } = await withPasskey()
  const { body, headers } = await browser.post('/sessions/passkey-challenge', {})
  expect(body).toMatchObject({ rpId: 'localhost', userVerification: 'required', allowCredentials: [], timeout: 300_000 })
  expect(headers.getSetCookie().join()).toMatch(/^plumbline\.passkey=[\w-]{43}; Max-Age=300; Path=\/; HttpOnly; SameSite=Strict$/)
})

const strange: [string, Bent][] = [
  ['for another origin', { origin: 'https://evil.example' }],
  ['for the same host at another port', { origin: 'http://localhost:8080' }],
  ['for another relying party', { rpId: 'evil.example' }],
  ['of another challenge', { challenge: 'A'.repeat(43) }],
  ['whose owner was not checked', { verified: false }],
  ['that says it is a registration', { type: 'webauthn.create' }],
  ['with a counter that went back', { counter: 1 }],
  ['that names another account', { userHandle: Buffer.from('0198000000007000').toString('base64url') }],
  ['signed with another key', { key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey }],
]
test.each(strange)('an assertion %s is refused', async (_, bent) => {
  const { key, browser } = await withPasskey()
  const answer = await tap(browser, key, bent)
  expect(answer.body).toMatchObject({ status: 401, detail: expect.stringContaining('This passkey does not open anything here.') })
  expect(browser.jar.has('plumbline.session_token')).toBe(false)
})

test('a counter that was seen in one sign-in cannot come again in the next', async () => {
  const { key, browser } = await withPasskey()
  expect((await tap(browser, key, { counter: 7 })).status).toBe(201)
  expect((await tap(browser, key, { counter: 7 })).status).toBe(401)
  expect((await tap(browser, key, { counter: 6 })).status).toBe(401)
  expect((await tap(browser, key, { counter: 8 })).status).toBe(201)
})

test('a passkey that does not count, as synced ones do not, goes on working', async () => {
  const world = await startedWorld()
  const key = authenticator()
  const options = await world.admin.post('/me/passkeys/challenge')
  expect((await world.admin.post('/me/passkeys', { name: 'Synced', response: key.create(options.body, { counter: 0 }) })).status).toBe(201)
  for (const browser of [browserIn(world), browserIn(world)]) expect((await tap(browser, key, { counter: 0 })).status).toBe(201)
})

test('a replayed assertion is refused: its challenge is used up, by a success as by a failure', async () => {
  const { world, key, browser } = await withPasskey()
  const options = await browser.post('/sessions/passkey-challenge', {})
  const cookie = browser.jar.get('plumbline.passkey') ?? ''
  const response = key.get(options.body)
  expect((await browser.post('/sessions/passkey', { response })).status).toBe(201)
  const again = browserIn(world)
  again.jar.set('plumbline.passkey', cookie)
  expect((await again.post('/sessions/passkey', { response })).status).toBe(401)
  const other = browserIn(world)
  const asked = await other.post('/sessions/passkey-challenge', {})
  expect((await other.post('/sessions/passkey', { response: key.get(asked.body, { verified: false }) })).status).toBe(401)
  expect((await other.post('/sessions/passkey', { response: key.get(asked.body) })).status).toBe(401)
})

test('a challenge is bound to the browser that asked for it, and over after five minutes', async () => {
  const { world, key, browser } = await withPasskey()
  const options = await browser.post('/sessions/passkey-challenge', {})
  const stranger = browserIn(world)
  expect((await stranger.post('/sessions/passkey', { response: key.get(options.body) })).status).toBe(401)
  await stranger.post('/sessions/passkey-challenge', {})
  expect((await stranger.post('/sessions/passkey', { response: key.get(options.body) })).status).toBe(401)
  await world.ownerSql`update passkey_challenges set expires_at = now()`
  expect((await browser.post('/sessions/passkey', { response: key.get(options.body) })).status).toBe(401)
})

test('an unknown passkey and a removed one are refused alike', async () => {
  const { world, key, browser } = await withPasskey()
  const unknown = await tap(browser, authenticator())
  const { passkeys } = (await world.admin.get('/me/second-factor')).body
  expect((await world.admin.delete(`/me/passkeys/${passkeys[0].id}`)).status).toBe(200)
  const removed = await tap(browser, key)
  expect(removed.status).toBe(401)
  expect(removed.text).toBe(unknown.text)
  expect((await browser.password(ada)).body).toEqual({ done: true })
})

test('a passkey that was made for another host name opens nothing at this one', async () => {
  const { world, key, browser } = await withPasskey()
  await world.ownerSql`update passkeys set rp_id = 'old.example'`
  expect((await tap(browser, key)).status).toBe(401)
})

test('an invented passkey counts as a failed try of the address', async () => {
  const { world, browser } = await withPasskey()
  await world.ownerSql`insert into sign_in_tries values ('address 203.0.113.1', 49, now(), now(), null)
    on conflict (subject) do update set failures = 49, locked_until = null`
  expect((await tap(browser, authenticator())).status).toBe(401)
  expect((await tap(browser, authenticator())).status).toBe(429)
})

test('failed passwords do not keep a passkey out', async () => {
  const { world, key, browser } = await withPasskey()
  for (let count = 0; count < 5; count++) await world.nobody.post('/sessions', { email: ada, password: 'not the right password' })
  expect((await browser.password(ada)).status).toBe(429)
  expect((await tap(browser, key)).status).toBe(201)
})

test('a passkey takes the second step after a password, and only one of the account’s own is asked for', async () => {
  const { world, key, browser } = await withPasskey()
  expect((await browser.password(ada)).body).toEqual({ secondFactor: ['passkey', 'recovery'] })
  const options = await browser.post('/sessions/passkey-challenge', { asSecondStep: true })
  expect(options.body.allowCredentials).toEqual([{ id: key.id, type: 'public-key', transports: ['internal'] }])
  expect((await browser.post('/sessions/passkey', { response: key.get(options.body) })).status).toBe(201)
  expect(await world.ownerSql`select method, second_factor from sessions order by created_at desc limit 1`).toEqual([
    { method: 'password', second_factor: true },
  ])
})

test('another account’s passkey does not take the second step', async () => {
  const { world, browser } = await withPasskey()
  const mia = await world.join({ name: 'Mia Member' })
  const hers = await addPasskey(mia, 'Mia’s key')
  await browser.password(ada)
  expect((await tap(browser, hers, {}, true)).status).toBe(401)
  expect((await browser.get('/me')).status).toBe(401)
})

test('the second step needs its cookie when it is begun and when it is taken', async () => {
  const { key, browser } = await withPasskey()
  expect((await browser.post('/sessions/passkey-challenge', { asSecondStep: true })).status).toBe(401)
  await browser.password(ada)
  const options = await browser.post('/sessions/passkey-challenge', { asSecondStep: true })
  browser.jar.delete('plumbline.step')
  expect((await browser.post('/sessions/passkey', { response: key.get(options.body) })).status).toBe(401)
})

test('fixation: a passkey sign-in has a new session id, and ends the one that the browser had', async () => {
  const { world, key, browser } = await withPasskey()
  const mia = await world.join({ name: 'Mia Member' })
  await browser.password(mia.email)
  const planted = browser.jar.get('plumbline.session_token') ?? ''
  expect((await tap(browser, key)).status).toBe(201)
  expect(browser.jar.get('plumbline.session_token')).not.toBe(planted)
  expect((await world.caller(`plumbline.session_token=${planted}`).get('/me')).status).toBe(401)
})

test('at an address of its own a passkey is asked for by that host, and an origin header cannot change it', async () => {
  const url = 'https://plumbline.example'
  const world = await startedWorld('Acme', { url, settings: { PLUMBLINE_URL: url } })
  const key = await addPasskey(world.admin, 'Key', authenticator(url))
  const browser = browserIn(world)
  const options = await browser.post('/sessions/passkey-challenge', {}, { origin: url })
  expect(options.body.rpId).toBe('plumbline.example')
  expect(
    (await browser.post('/sessions/passkey', { response: key.get(options.body, { origin: 'http://plumbline.example' }) })).status,
  ).toBe(401)
  expect((await tap(browser, key)).status).toBe(201)
  expect([...browser.jar.keys()]).toEqual(['__Host-plumbline.session_token'])
})

test('adding a passkey: wrong origin, wrong host, wrong challenge, unchecked owner and another session’s challenge are refused', async () => {
  const world = await startedWorld()
  const { admin } = world
  const add = async (bent: Bent) => {
    const { body } = await admin.post('/me/passkeys/challenge')
    return admin.post('/me/passkeys', { name: 'Key', response: authenticator().create(body, bent) })
  }
  const wrong: Bent[] = [
    { origin: 'https://evil.example' },
    { rpId: 'evil.example' },
    { challenge: 'A'.repeat(43) },
    { verified: false },
    { type: 'webauthn.get' },
  ]
  for (const bent of wrong) expect((await add(bent)).body).toMatchObject({ status: 400, errors: [{ pointer: '/response' }] })
  const other = await world.signIn(ada)
  const { body } = await admin.post('/me/passkeys/challenge')
  const made = authenticator().create(body)
  expect((await other.post('/me/passkeys', { name: 'Key', response: made })).status).toBe(400)
  expect((await admin.post('/me/passkeys', { name: 'Key', response: made })).status).toBe(201)
  expect((await admin.post('/me/passkeys', { name: 'Key', response: made })).status).toBe(400)
  expect((await admin.get('/me/second-factor')).body.passkeys).toHaveLength(1)
})

test('one passkey belongs to one account', async () => {
  const world = await startedWorld()
  const key = await addPasskey(world.admin)
  const mia = await world.join({ name: 'Mia Member' })
  const { body } = await mia.post('/me/passkeys/challenge')
  expect((await mia.post('/me/passkeys', { name: 'Taken', response: key.create(body) })).status).toBe(409)
})

test('passkeys are listed, renamed and removed by their owner alone; another’s is not found, exactly as a missing one', async () => {
  const world = await startedWorld()
  await addPasskey(world.admin)
  const mia = await world.join({ name: 'Mia Member' })
  const { passkeys } = (await world.admin.get('/me/second-factor')).body
  const [{ id }] = passkeys
  expect((await mia.get('/me/second-factor')).body.passkeys).toEqual([])
  const missing = '01980000-0000-7000-8000-000000000000'
  for (const call of [
    (one: string) => mia.patch(`/me/passkeys/${one}`, { name: 'Mine' }),
    (one: string) => mia.delete(`/me/passkeys/${one}`),
  ]) {
    const [foreign, none] = [await call(id), await call(missing)]
    expect(foreign.status).toBe(404)
    expect(foreign.text).toBe(none.text)
  }
  expect((await world.admin.patch(`/me/passkeys/${id}`, { name: 'Work phone' })).status).toBe(200)
  expect((await world.admin.get('/me/second-factor')).body.passkeys).toMatchObject([{ id, name: 'Work phone', lastUsedAt: null }])
  expect(await actionsIn(world)).toEqual(expect.arrayContaining(['factor.added', 'passkey.renamed']))
})

test('with an app and a passkey either takes the second step', async () => {
  const { world, key, browser } = await withPasskey()
  const { secret, recoveryCodes } = await addApp(world.admin)
  expect(recoveryCodes).toBeNull()
  expect((await browser.password(ada)).body).toEqual({ secondFactor: ['totp', 'passkey', 'recovery'] })
  expect((await browser.code(codeOf(secret))).status).toBe(201)
  const other = browserIn(world)
  await other.password(ada)
  expect((await tap(other, key, {}, true)).status).toBe(201)
})

test('of two uses of one counter at once one signs in', async () => {
  const { world, key }: { world: World; key: Key } = await withPasskey()
  const answers = await Promise.all([browserIn(world), browserIn(world)].map((browser) => tap(browser, key, { counter: 9 })))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 401])
})

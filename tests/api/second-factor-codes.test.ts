import { expect, test } from 'vitest'
import { actionsIn, addApp, browserIn, codeOf, forgetLastCode, signedIn } from '../support/second-factors.ts'
import { startedWorld, testPassword } from '../support/world.ts'
import type { World } from '../support/world.ts'

const ada = 'ada@example.org'
const wrongCode = { status: 401, errors: [{ pointer: '/code' }] }
const over = { status: 401, detail: expect.stringContaining('Begin again.') }
const locked = { status: 429 }

/** Ada with an authenticator app, and a browser in which she has given her password. */
async function withApp(world: World) {
  const own = world.admin
  const app = await addApp(own)
  const browser = browserIn(world)
  expect((await browser.password(ada)).body).toEqual({ secondFactor: ['totp', 'recovery'] })
  return { own, browser, ...app }
}

/** Lets the waits of remembered failures pass. */
const wait = (world: World) =>
  world.ownerSql`update sign_in_tries set locked_until = now() - interval '1 second' where locked_until is not null`

test('after the password there is no session, only a step that no script reads and no other site makes a browser send', async () => {
  const world = await startedWorld()
  const { own, browser } = await withApp(world)
  expect([...browser.jar.keys()]).toEqual(['plumbline.step'])
  expect((await browser.get('/me')).status).toBe(401)
  const answer = await browserIn(world).password(ada)
  expect(answer.headers.getSetCookie().join()).toMatch(/^plumbline\.step=[\w-]{43}; Max-Age=300; Path=\/; HttpOnly; SameSite=Strict$/)
  const [row] = await world.ownerSql`select count(*)::int as sessions from sessions`
  expect(row).toEqual({ sessions: 1 })
  expect((await own.get('/me')).status).toBe(200)
})

test('over https the step’s cookie is __Host- and Secure', async () => {
  const url = 'https://plumbline.example'
  const world = await startedWorld('Acme', { url, settings: { PLUMBLINE_URL: url } })
  await addApp(await signedIn(world))
  const [cookie = ''] = (await browserIn(world).password(ada)).headers.getSetCookie()
  expect(cookie).toMatch(/^__Host-plumbline\.step=.*; Secure/)
  expect(cookie).not.toMatch(/Domain/i)
})

test('a code of the app opens the session, which counts as one with a second factor', async () => {
  const world = await startedWorld()
  const { browser, secret } = await withApp(world)
  expect((await browser.code(codeOf(secret))).body).toEqual({ done: true })
  expect((await browser.get('/me')).status).toBe(200)
  expect([...browser.jar.keys()]).toEqual(['plumbline.session_token'])
  expect(await world.ownerSql`select method, second_factor from sessions order by created_at desc limit 1`).toEqual([
    { method: 'password', second_factor: true },
  ])
})

test('a code that was used is refused: at once, in another browser, and the one that enrolled the app', async () => {
  const world = await startedWorld()
  const { browser, secret } = await withApp(world)
  const other = browserIn(world)
  await other.password(ada)
  expect((await other.code(codeOf(secret, -1))).body).toMatchObject(wrongCode)
  expect((await browser.code(codeOf(secret))).status).toBe(201)
  expect((await other.code(codeOf(secret))).body).toMatchObject(wrongCode)
  expect((await other.code(codeOf(secret, 1))).status).toBe(201)
})

test('of one code given twice at once one opens a session', async () => {
  const world = await startedWorld()
  const { browser, secret } = await withApp(world)
  const other = browserIn(world)
  await other.password(ada)
  const answers = await Promise.all([browser.code(codeOf(secret)), other.code(codeOf(secret))])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 401])
})

test('a code of two minutes ago, or of two minutes from now, is refused', async () => {
  const world = await startedWorld()
  const { browser, secret } = await withApp(world)
  await forgetLastCode(world)
  expect((await browser.code(codeOf(secret, -4))).body).toMatchObject(wrongCode)
  expect((await browser.code(codeOf(secret, 4))).body).toMatchObject(wrongCode)
  expect((await browser.code('no code')).body).toMatchObject(wrongCode)
})

test('the code of another account’s app is refused', async () => {
  const world = await startedWorld()
  const { browser } = await withApp(world)
  const mia = await world.join({ name: 'Mia Member' })
  const hers = await addApp(mia)
  expect((await browser.code(codeOf(hers.secret))).body).toMatchObject(wrongCode)
  expect((await browser.code(hers.recoveryCodes[0] ?? '', 'recovery')).body).toMatchObject(wrongCode)
})

test('an app’s secret moved to another account’s row opens nothing', async () => {
  const world = await startedWorld()
  const { browser } = await withApp(world)
  const mia = await world.join({ name: 'Mia Member' })
  const hers = await addApp(mia)
  await world.ownerSql`update authenticator_apps a set secret = b.secret, last_step = 0 from authenticator_apps b where b.account_id <> a.account_id`
  expect((await browser.code(codeOf(hers.secret))).status).toBe(409)
})

test('guessing codes locks the account, for passwords as well, and a known password does not buy more guesses', async () => {
  const world = await startedWorld()
  const { secret } = await withApp(world)
  const statuses: number[] = []
  for (let count = 0; count < 5; count++) {
    const browser = browserIn(world)
    expect((await browser.password(ada)).status).toBe(201)
    statuses.push((await browser.code('000000')).status)
  }
  expect(statuses).toEqual([401, 401, 401, 401, 401])
  expect((await browserIn(world).password(ada)).body).toMatchObject(locked)
  await wait(world)
  const browser = browserIn(world)
  expect((await browser.password(ada)).status).toBe(201)
  expect((await browser.code('000000')).status).toBe(401)
  expect((await browser.code(codeOf(secret))).body).toMatchObject(locked)
  await wait(world)
  expect((await browser.code(codeOf(secret))).status).toBe(201)
  const [row] = await world.ownerSql`select count(*)::int as accounts from sign_in_tries where subject like 'account %'`
  expect(row).toEqual({ accounts: 0 })
})

test('a step begun before the account was locked does not get around the lock', async () => {
  const world = await startedWorld()
  const { browser, secret } = await withApp(world)
  for (let count = 0; count < 5; count++) await world.nobody.post('/sessions', { email: ada, password: 'not the right password' })
  expect((await browser.code(codeOf(secret))).body).toMatchObject(locked)
})

test('without the step’s cookie, with an invented one, and from another browser a right code opens nothing', async () => {
  const world = await startedWorld()
  const { browser, secret } = await withApp(world)
  const bare = browserIn(world)
  expect((await bare.code(codeOf(secret))).body).toMatchObject(over)
  bare.jar.set('plumbline.step', 'A'.repeat(43))
  expect((await bare.code(codeOf(secret))).body).toMatchObject(over)
  const copied = browserIn(world, { 'user-agent': 'Another browser' })
  copied.jar.set('plumbline.step', browser.jar.get('plumbline.step') ?? '')
  expect((await copied.code(codeOf(secret))).body).toMatchObject(over)
  expect((await browser.code(codeOf(secret))).status).toBe(201)
})

test('the step of one account takes no code of another', async () => {
  const world = await startedWorld()
  const { secret } = await withApp(world)
  const mia = await world.join({ name: 'Mia Member' })
  await addApp(mia)
  const hers = browserIn(world)
  await hers.password(mia.email)
  expect((await hers.code(codeOf(secret))).body).toMatchObject(wrongCode)
})

test('a step works once', async () => {
  const world = await startedWorld()
  const { browser, secret } = await withApp(world)
  const kept = browser.jar.get('plumbline.step') ?? ''
  expect((await browser.code(codeOf(secret))).status).toBe(201)
  browser.jar.set('plumbline.step', kept)
  expect((await browser.code(codeOf(secret, 1))).body).toMatchObject(over)
})

test('a step is over after five minutes', async () => {
  const world = await startedWorld()
  const { browser, secret } = await withApp(world)
  await world.ownerSql`update sign_in_steps set expires_at = now()`
  expect((await browser.code(codeOf(secret))).body).toMatchObject(over)
})

test('a new password ends the steps that were begun with the old one', async () => {
  const world = await startedWorld()
  const { own, browser, secret } = await withApp(world)
  expect((await own.put('/me/password', { oldPassword: testPassword, password: 'another long password' })).status).toBe(200)
  expect((await browser.code(codeOf(secret))).body).toMatchObject(over)
})

test('a recovery code opens a session once, and what is left is counted and audited', async () => {
  const world = await startedWorld()
  const { own, browser, recoveryCodes } = await withApp(world)
  const [code = ''] = recoveryCodes
  expect(recoveryCodes).toHaveLength(10)
  expect((await browser.code(code.toUpperCase().replaceAll('-', ' '), 'recovery')).status).toBe(201)
  expect((await own.get('/me/second-factor')).body.recoveryCodesLeft).toBe(9)
  const again = browserIn(world)
  await again.password(ada)
  expect((await again.code(code, 'recovery')).body).toMatchObject(wrongCode)
  expect((await again.code(recoveryCodes[1] ?? '', 'recovery')).status).toBe(201)
  expect((await actionsIn(world)).filter((action) => action === 'recovery-code.used')).toHaveLength(2)
})

test('new recovery codes end the ones before', async () => {
  const world = await startedWorld()
  const { own, browser, recoveryCodes } = await withApp(world)
  const renewed = (await own.post('/me/recovery-codes')).body.recoveryCodes as string[]
  expect((await browser.code(recoveryCodes[0] ?? '', 'recovery')).body).toMatchObject(wrongCode)
  expect((await browser.code(renewed[0] ?? '', 'recovery')).status).toBe(201)
  expect(await actionsIn(world)).toContain('recovery-codes.renewed')
})

test('the database holds neither the app’s secret nor a recovery code, and an Idempotency-Key keeps no answer with them', async () => {
  const world = await startedWorld()
  const own = await signedIn(world)
  const key = { 'idempotency-key': 'the-same-key-again' }
  const started = await own.post('/me/authenticator-app', undefined, key)
  const { recoveryCodes } = (await own.put('/me/authenticator-app', { code: codeOf(started.body.secret) })).body
  const kept = JSON.stringify([
    await world.ownerSql`select * from authenticator_apps`,
    await world.ownerSql`select * from recovery_codes`,
    await world.database.withTx({ orgId: world.organisationId }, {}, async (tx) => [
      (await tx.execute('select * from idempotency_keys')).rows,
      (await tx.execute('select * from audit_events')).rows,
    ]),
  ])
  expect(kept).not.toContain(started.body.secret)
  for (const code of recoveryCodes) expect(kept).not.toContain(code)
})

test('fixation: the session has another id after the second step, and the one that the browser had before is over', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  const { secret } = await withApp(world)
  const browser = await signedIn(world, mia.email)
  const planted = browser.jar.get('plumbline.session_token') ?? ''
  await browser.password(ada)
  expect(browser.jar.get('plumbline.session_token')).toBe(planted)
  expect((await browser.code(codeOf(secret))).status).toBe(201)
  expect(browser.jar.get('plumbline.session_token')).not.toBe(planted)
  expect((await browser.get('/me')).body.role).toBe('admin')
  expect((await world.caller(`plumbline.session_token=${planted}`).get('/me')).status).toBe(401)
})

test('a cross-site post can take no step', async () => {
  const world = await startedWorld()
  const { browser, secret } = await withApp(world)
  const body = { with: 'totp', code: codeOf(secret) }
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }] as Record<string, string>[])
    expect((await browser.post('/sessions/second-factor', body, headers)).status).toBe(403)
})

import { expect, test } from 'vitest'
import { restoreAccess } from '@plumbline/server/identity/restore-access.ts'
import { authenticator } from '../support/authenticator.ts'
import { actionsIn, addApp, addPasskey, browserIn, codeOf, forgetLastCode, signedIn } from '../support/second-factors.ts'
import { startedWorld, testPassword } from '../support/world.ts'
import type { World } from '../support/world.ts'

const ada = 'ada@example.org'
const fresh = 'a fresh and long password'
const age = (world: World) => world.ownerSql`update sessions set created_at = now() - interval '11 minutes', proved_at = null`

test('a session older than ten minutes changes no factor until its owner shows again that it is them', async () => {
  const world = await startedWorld()
  const { admin } = world
  await addApp(admin)
  await addPasskey(admin)
  const { passkeys } = (await admin.get('/me/second-factor')).body
  await age(world)
  expect((await admin.get('/me/second-factor')).body.proof).toEqual({ until: null, by: ['password', 'passkey'] })
  const changes = [
    () => admin.post('/me/authenticator-app'),
    () => admin.delete('/me/authenticator-app'),
    () => admin.post('/me/passkeys/challenge'),
    () => admin.delete(`/me/passkeys/${passkeys[0].id}`),
    () => admin.post('/me/recovery-codes'),
  ]
  for (const change of changes)
    expect((await change()).body).toMatchObject({ status: 403, detail: expect.stringContaining('that it is you') })
  expect((await admin.put('/me/proof', { password: 'not the right password' })).body).toMatchObject({
    status: 403,
    errors: [{ pointer: '/password' }],
  })
  expect((await admin.put('/me/proof', { password: testPassword })).status).toBe(200)
  expect((await admin.post('/me/recovery-codes')).status).toBe(201)
  await world.ownerSql`update sessions set proved_at = now() - interval '11 minutes'`
  expect((await admin.post('/me/recovery-codes')).status).toBe(403)
})

test('guessing the present password locks the account', async () => {
  const { admin } = await startedWorld()
  for (let count = 0; count < 5; count++) expect((await admin.put('/me/proof', { password: 'not the right password' })).status).toBe(403)
  expect((await admin.put('/me/proof', { password: testPassword })).status).toBe(429)
})

test('an own passkey proves it, once; another’s, and one that signed for signing in, do not', async () => {
  const world = await startedWorld()
  const { admin } = world
  const key = await addPasskey(admin)
  const mia = await world.join({ name: 'Mia Member' })
  const hers = await addPasskey(mia)
  await age(world)
  const ask = async () => (await admin.post('/me/proof/passkey-challenge')).body
  expect((await admin.put('/me/proof', { passkey: hers.get(await ask()) })).status).toBe(403)
  const signIn = (await browserIn(world).post('/sessions/passkey-challenge', {})).body
  expect((await admin.put('/me/proof', { passkey: key.get(signIn) })).status).toBe(403)
  expect((await admin.put('/me/proof', { passkey: key.get(await ask(), { verified: false }) })).status).toBe(403)
  const passkey = key.get(await ask())
  expect((await admin.put('/me/proof', { passkey })).status).toBe(200)
  expect((await admin.put('/me/proof', { passkey })).status).toBe(403)
  expect((await admin.post('/me/recovery-codes')).status).toBe(201)
})

test('an account without a password and without a passkey proves itself by signing in anew', async () => {
  const world = await startedWorld()
  await world.ownerSql`delete from credentials`
  expect((await world.admin.get('/me/second-factor')).body.proof.by).toEqual([])
  expect((await world.admin.post('/me/authenticator-app')).status).toBe(201)
  await age(world)
  expect((await world.admin.post('/me/authenticator-app')).status).toBe(403)
  expect((await world.admin.put('/me/proof', { password: testPassword })).status).toBe(409)
})

test('adding and removing a factor ends every other session, and is audited', async () => {
  const world = await startedWorld()
  const { admin } = world
  const before = await signedIn(world)
  const { secret } = await addApp(admin)
  expect([(await before.get('/me')).status, (await admin.get('/me')).status]).toEqual([401, 200])
  const between = browserIn(world)
  await between.password(ada)
  await between.code(codeOf(secret))
  expect((await between.get('/me')).status).toBe(200)
  expect((await admin.delete('/me/authenticator-app')).status).toBe(200)
  expect([(await between.get('/me')).status, (await admin.get('/me')).status]).toEqual([401, 200])
  expect(await actionsIn(world)).toEqual(expect.arrayContaining(['factor.added', 'factor.removed']))
})

test('with the last factor its recovery codes go, and the password alone signs in again', async () => {
  const world = await startedWorld()
  const { admin } = world
  await addApp(admin)
  await addPasskey(admin)
  const { passkeys } = (await admin.get('/me/second-factor')).body
  await admin.delete('/me/authenticator-app')
  expect((await admin.get('/me/second-factor')).body).toMatchObject({ authenticatorApp: null, recoveryCodesLeft: 10 })
  await admin.delete(`/me/passkeys/${passkeys[0].id}`)
  expect((await admin.get('/me/second-factor')).body).toMatchObject({ passkeys: [], recoveryCodesLeft: 0 })
  expect((await browserIn(world).password(ada)).body).toEqual({ done: true })
  expect((await admin.post('/me/recovery-codes')).status).toBe(409)
  expect((await admin.delete('/me/authenticator-app')).status).toBe(409)
})

test('an app counts only once a code of it was given; begun again it has another secret', async () => {
  const world = await startedWorld()
  const { admin } = world
  const first = (await admin.post('/me/authenticator-app')).body
  expect((await browserIn(world).password(ada)).body).toEqual({ done: true })
  const second = (await admin.post('/me/authenticator-app')).body
  expect(second.secret).not.toBe(first.secret)
  const confirm = (code: string) => admin.put('/me/authenticator-app', { code })
  expect((await confirm(codeOf(first.secret))).body).toMatchObject({ status: 400, errors: [{ pointer: '/code' }] })
  await world.ownerSql`update authenticator_apps set created_at = now() - interval '16 minutes'`
  expect((await confirm(codeOf(second.secret))).status).toBe(409)
  await world.ownerSql`update authenticator_apps set created_at = now()`
  expect((await confirm(codeOf(second.secret))).status).toBe(200)
  expect((await confirm(codeOf(second.secret, 1))).status).toBe(409)
  expect((await admin.post('/me/authenticator-app')).status).toBe(409)
})

test('nobody who is not signed in sees or changes a factor', async () => {
  const { nobody } = await startedWorld()
  const answers = [
    await nobody.get('/me/second-factor'),
    await nobody.put('/me/proof', { password: testPassword }),
    await nobody.post('/me/proof/passkey-challenge'),
    await nobody.post('/me/authenticator-app'),
    await nobody.put('/me/authenticator-app', { code: '000000' }),
    await nobody.delete('/me/authenticator-app'),
    await nobody.post('/me/passkeys/challenge'),
    await nobody.post('/me/passkeys', { name: 'Key', response: authenticator().create({ challenge: 'A', user: { id: 'A' } }) }),
    await nobody.post('/me/recovery-codes'),
  ]
  expect(answers.map(({ status }) => status)).toEqual(Array(9).fill(401))
})

test('a reset link does not get around the second factor', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  const { secret } = await addApp(mia)
  const link = (await world.admin.post(`/people/${mia.id}/password-reset`)).body.secret
  const browser = browserIn(world)
  expect((await browser.post(`/invitations/${link}`, { password: fresh })).body).toEqual({ secondFactor: ['totp', 'recovery'] })
  expect((await browser.get('/me')).status).toBe(401)
  expect((await mia.get('/me')).status).toBe(401)
  await forgetLastCode(world)
  expect((await browser.code(codeOf(secret))).status).toBe(201)
  expect((await browser.get('/me')).body.person.id).toBe(mia.id)
})

test('an invitation to an account that has a second factor asks for it', async () => {
  const world = await startedWorld()
  const { secret } = await addApp(world.admin)
  const other = await world.otherOrganisation()
  const { body: person } = await other.post('/people', { name: 'Ada', email: ada })
  const link = (await other.post(`/people/${person.id}/invitation`)).body.secret
  const browser = browserIn(world)
  expect((await browser.post(`/invitations/${link}`, { password: testPassword })).body).toEqual({ secondFactor: ['totp', 'recovery'] })
  expect((await browser.get('/me')).status).toBe(401)
  expect((await browser.code(codeOf(secret))).status).toBe(201)
})

test('reset links do not forget failed codes: mail alone buys no guesses', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  await addApp(mia)
  const reset = async () => {
    const link = (await world.admin.post(`/people/${mia.id}/password-reset`)).body.secret
    const browser = browserIn(world)
    expect((await browser.post(`/invitations/${link}`, { password: fresh })).status).toBe(201)
    return (await browser.code('000000')).status
  }
  const statuses: number[] = []
  for (let count = 0; count < 6; count++) statuses.push(await reset())
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
})

test('a link made on the server takes the second factors away and lets the admin in', async () => {
  const world = await startedWorld()
  await addApp(world.admin)
  await addPasskey(world.admin)
  const link = await restoreAccess(world.connection, ada)
  const browser = browserIn(world)
  expect((await browser.post(`/invitations/${link}`, { password: fresh })).body).toEqual({ done: true })
  expect((await browser.get('/me/second-factor')).body).toMatchObject({ authenticatorApp: null, passkeys: [], recoveryCodesLeft: 0 })
  expect((await browserIn(world).password(ada, fresh)).body).toEqual({ done: true })
  expect((await world.admin.get('/me')).status).toBe(401)
  expect(await actionsIn(world)).toEqual(expect.arrayContaining(['person.access_restored', 'password.reset', 'factor.removed']))
})

test('a link made on the server gives a password to an admin who had none', async () => {
  const world = await startedWorld()
  await world.ownerSql`delete from credentials`
  const link = await restoreAccess(world.connection, ada)
  expect((await browserIn(world).post(`/invitations/${link}`, { password: fresh })).status).toBe(201)
  expect((await browserIn(world).password(ada, fresh)).body).toEqual({ done: true })
})

test('an admin takes the second factor of someone away who lost it: audited, and their sessions end', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  await addApp(mia)
  expect((await world.admin.delete(`/people/${mia.id}/second-factor`)).status).toBe(200)
  expect((await mia.get('/me')).status).toBe(401)
  expect((await browserIn(world).password(mia.email)).body).toEqual({ done: true })
  expect(await actionsIn(world)).toContain('person.second-factor-removed')
  expect((await world.admin.delete(`/people/${mia.id}/second-factor`)).status).toBe(409)
})

test('only an admin takes a second factor away, not their own, not of someone without an account, not of a shared account', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  const lea = await world.join({ name: 'Lea Other' })
  await addApp(lea)
  expect((await mia.delete(`/people/${lea.id}/second-factor`)).status).toBe(403)
  const { person } = (await world.admin.get('/me')).body
  expect((await world.admin.delete(`/people/${person.id}/second-factor`)).status).toBe(409)
  const { body: ben } = await world.admin.post('/people', { name: 'Ben', email: 'ben@example.org' })
  expect((await world.admin.delete(`/people/${ben.id}/second-factor`)).status).toBe(409)
  const other = await world.otherOrganisation()
  const { body: theirs } = await other.post('/people', { name: 'Lea', email: lea.email })
  const link = (await other.post(`/people/${theirs.id}/invitation`)).body.secret
  expect((await world.nobody.post(`/invitations/${link}`, { password: testPassword })).status).toBe(201)
  expect((await world.admin.delete(`/people/${lea.id}/second-factor`)).status).toBe(409)
  expect((await other.delete(`/people/${theirs.id}/second-factor`)).status).toBe(409)
})

test('a person of another organisation keeps their second factor, exactly as one who is not there', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  await addApp(mia)
  const other = await world.otherOrganisation()
  const foreign = await other.delete(`/people/${mia.id}/second-factor`)
  const none = await other.delete('/people/01980000-0000-7000-8000-000000000000/second-factor')
  expect(foreign.status).toBe(404)
  expect(foreign.text).toBe(none.text)
  expect((await mia.get('/me')).status).toBe(200)
})

test('a visit of the demo adds no factor: its accounts are everyone’s', async () => {
  const world = await startedWorld()
  await world.ownerSql`update sessions set method = 'visit'`
  for (const path of ['/me/authenticator-app', '/me/passkeys/challenge', '/me/recovery-codes'])
    expect((await world.admin.post(path)).body).toMatchObject({ status: 409, detail: expect.stringContaining('Visitors of the demo') })
})

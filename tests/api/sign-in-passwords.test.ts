import { expect, test } from 'vitest'
import { restoreAccess } from '@plumbline/server/identity/restore-access.ts'
import { startedWorld, testPassword } from '../support/world.ts'
import type { Caller, World } from '../support/world.ts'

const ada = 'ada@example.org'
const fresh = 'a fresh and long password'
const gone = { status: 404, detail: 'This invitation was used, replaced or has ended. Ask your admin for a new link.' }

const change = (caller: Caller, oldPassword: string, password = fresh) => caller.put('/me/password', { oldPassword, password })
const trySignIn = async (world: World, email: string, password: string) =>
  (await world.nobody.post('/sessions', { email, password })).status
/** As the organisation itself sees and changes its rows. */
const inside = async (world: World, text: string) =>
  (await world.database.withTx({ orgId: world.organisationId }, {}, (tx) => tx.execute(text))).rows
const actions = async (world: World) => (await inside(world, 'select action from audit_events order by id')).map((row) => row['action'])

async function offered(world: World) {
  const mia = await world.join({ name: 'Mia Member' })
  const reset = () => world.admin.post(`/people/${mia.id}/password-reset`)
  const use = (secret: string, password = fresh) => world.nobody.post(`/invitations/${secret}`, { password })
  return { mia, reset, use, secret: (await reset()).body.secret as string }
}

test('a new password ends every other session and not this one', async () => {
  const world = await startedWorld()
  const other = await world.signIn(ada)
  expect((await change(world.admin, testPassword)).body).toEqual({ done: true })
  expect([(await world.admin.get('/me')).status, (await other.get('/me')).status]).toEqual([200, 401])
  expect([await trySignIn(world, ada, testPassword), await trySignIn(world, ada, fresh)]).toEqual([401, 201])
  expect(await actions(world)).toContain('password.changed')
})

test('a wrong present password is refused at its field and changes nothing', async () => {
  const world = await startedWorld()
  const other = await world.signIn(ada)
  const answer = await change(world.admin, 'not the right one')
  expect(answer.body).toMatchObject({ status: 403, errors: [{ pointer: '/oldPassword' }] })
  expect((await other.get('/me')).status).toBe(200)
  expect(await trySignIn(world, ada, testPassword)).toBe(201)
})

test('wrong present passwords lock the account, for changing and for signing in', async () => {
  const world = await startedWorld()
  for (let count = 0; count < 5; count++) expect((await change(world.admin, 'not the right one')).status).toBe(403)
  expect((await change(world.admin, testPassword)).status).toBe(429)
  expect(await trySignIn(world, ada, testPassword)).toBe(429)
})

test('a new password that is too short or too long is refused at its field', async () => {
  const { admin } = await startedWorld()
  for (const password of ['short', 'x'.repeat(201)])
    expect((await change(admin, testPassword, password)).body).toMatchObject({ status: 400, errors: [{ pointer: '/password' }] })
})

test('of two changes at once from the same password one wins', async () => {
  const world = await startedWorld()
  const answers = await Promise.all([change(world.admin, testPassword, `${fresh} 1`), change(world.admin, testPassword, `${fresh} 2`)])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 403])
})

test('nobody signed in changes no password', async () => {
  const { nobody } = await startedWorld()
  expect((await change(nobody, testPassword)).status).toBe(401)
})

test('a reset link sets a new password once, ends all sessions and is audited', async () => {
  const world = await startedWorld()
  const { mia, use, secret } = await offered(world)
  expect((await world.nobody.get(`/invitations/${secret}`)).body).toMatchObject({ kind: 'reset', email: mia.email })
  expect((await mia.get('/me')).status).toBe(200)
  const used = await use(secret)
  expect(used.status).toBe(201)
  expect((await mia.get('/me')).status).toBe(401)
  expect((await world.caller(world.cookieOf(used)).get('/me')).body.person.id).toBe(mia.id)
  expect([await trySignIn(world, mia.email, testPassword), await trySignIn(world, mia.email, fresh)]).toEqual([401, 201])
  expect(await actions(world)).toEqual(expect.arrayContaining(['person.password_reset_offered', 'password.reset']))
})

test('a link’s secret is kept nowhere, not even as the answer to a retry', async () => {
  const world = await startedWorld()
  const { mia } = await offered(world)
  const { body: ben } = await world.admin.post('/people', { name: 'Ben', email: 'ben@example.org' })
  for (const path of [`/people/${mia.id}/password-reset`, `/people/${ben.id}/invitation`]) {
    const { body } = await world.admin.post(path, undefined, { 'idempotency-key': `key of ${path.slice(-20)}`.replaceAll(/[^a-z]/g, '-') })
    const kept = await inside(world, 'select to_json(k) from idempotency_keys k union all select to_json(i) from invitations i')
    expect(JSON.stringify(kept)).not.toContain(body.secret)
  }
})

test('a reused reset link is refused', async () => {
  const world = await startedWorld()
  const { use, secret } = await offered(world)
  await use(secret)
  expect((await use(secret, 'yet another password')).body).toMatchObject(gone)
})

test('of two uses of one reset link at once one wins', async () => {
  const world = await startedWorld()
  const { use, secret } = await offered(world)
  const answers = await Promise.all([use(secret, `${fresh} 1`), use(secret, `${fresh} 2`)])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 404])
})

test('an expired reset link is refused: it lasts a day', async () => {
  const world = await startedWorld()
  const { reset, use } = await offered(world)
  const { secret, expiresAt } = (await reset()).body
  const hours = (Date.parse(expiresAt) - Date.now()) / 3_600_000
  expect(hours).toBeGreaterThan(23.9)
  expect(hours).toBeLessThan(24.1)
  await inside(world, 'update invitations set expires_at = now()')
  expect((await use(secret)).body).toMatchObject(gone)
})

test('a newer reset link ends the one before', async () => {
  const world = await startedWorld()
  const { reset, use, secret } = await offered(world)
  const { body } = await reset()
  expect((await use(secret)).body).toMatchObject(gone)
  expect((await use(body.secret)).status).toBe(201)
})

test('a reset with too short a password is refused and leaves the link and the old password as they were', async () => {
  const world = await startedWorld()
  const { mia, use, secret } = await offered(world)
  expect((await use(secret, 'short')).status).toBe(400)
  expect(await trySignIn(world, mia.email, testPassword)).toBe(201)
  expect((await use(secret)).status).toBe(201)
})

test('a reset lets a locked account in again', async () => {
  const world = await startedWorld()
  const { mia, use, secret } = await offered(world)
  for (let count = 0; count < 5; count++) await trySignIn(world, mia.email, 'not the right one')
  await use(secret)
  expect(await trySignIn(world, mia.email, fresh)).toBe(201)
})

test('a person of another organisation cannot be reset, exactly as one who is not there', async () => {
  const world = await startedWorld()
  const { mia } = await offered(world)
  const other = await world.otherOrganisation()
  const foreign = await other.post(`/people/${mia.id}/password-reset`)
  const none = await other.post('/people/01980000-0000-7000-8000-000000000000/password-reset')
  expect(foreign.status).toBe(404)
  expect(foreign.text).toBe(none.text)
})

test('only an admin resets, not themselves, and only who has an account', async () => {
  const world = await startedWorld()
  const { mia } = await offered(world)
  const { body: me } = await world.admin.get('/me')
  const { body: ben } = await world.admin.post('/people', { name: 'Ben', email: 'ben@example.org' })
  expect((await mia.post(`/people/${me.person.id}/password-reset`)).status).toBe(403)
  expect((await mia.post(`/people/${mia.id}/password-reset`)).status).toBe(403)
  expect((await world.admin.post(`/people/${me.person.id}/password-reset`)).status).toBe(409)
  expect((await world.admin.post(`/people/${ben.id}/password-reset`)).status).toBe(409)
})

/** Mia accepts an invitation of a second organisation as well. */
async function joinOther(world: World, email: string) {
  const other = await world.otherOrganisation()
  const { body: person } = await other.post('/people', { name: 'Mia', email })
  const { body: link } = await other.post(`/people/${person.id}/invitation`)
  expect((await world.nobody.post(`/invitations/${link.secret}`, { password: testPassword })).status).toBe(201)
  return { other, personId: person.id as string }
}

test('an account of two organisations is taken over by neither of their admins', async () => {
  const world = await startedWorld()
  const { mia, reset, use, secret } = await offered(world)
  const { other, personId } = await joinOther(world, mia.email)
  expect((await reset()).status).toBe(409)
  expect((await other.post(`/people/${personId}/password-reset`)).status).toBe(409)
  // The link was made while the account was in one organisation only.
  expect((await use(secret)).body).toMatchObject(gone)
  expect(await trySignIn(world, mia.email, testPassword)).toBe(201)
})

test('a reset shows and resets the account’s own address, whatever the person’s was changed to', async () => {
  const world = await startedWorld()
  const { mia, secret } = await offered(world)
  await world.admin.patch(`/people/${mia.id}`, { email: 'someone.else@example.org' }, { 'if-match': '"1"' })
  expect((await world.nobody.get(`/invitations/${secret}`)).body.email).toBe(mia.email)
})

test('an invitation cannot be used again, nor for someone who has an account', async () => {
  const world = await startedWorld()
  const { body: ben } = await world.admin.post('/people', { name: 'Ben', email: 'ben@example.org' })
  const { body: link } = await world.admin.post(`/people/${ben.id}/invitation`)
  const accept = () => world.nobody.post(`/invitations/${link.secret}`, { password: testPassword })
  expect([(await accept()).status, (await accept()).status]).toEqual([201, 404])
  expect((await world.admin.post(`/people/${ben.id}/invitation`)).status).toBe(409)
})

test('the command on the server restores an admin’s access, once, and is audited', async () => {
  const world = await startedWorld()
  const secret = await restoreAccess(world.connection, 'ADA@example.org')
  expect((await world.nobody.get(`/invitations/${secret}`)).body).toMatchObject({ kind: 'restore', email: ada })
  const used = await world.nobody.post(`/invitations/${secret}`, { password: fresh })
  expect((await world.caller(world.cookieOf(used)).get('/me')).body.role).toBe('admin')
  expect((await world.admin.get('/me')).status).toBe(401)
  expect((await world.nobody.post(`/invitations/${secret}`, { password: fresh })).body).toMatchObject(gone)
  expect(await actions(world)).toContain('person.access_restored')
})

test('the command refuses unknown addresses and whoever is no admin', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  await expect(restoreAccess(world.connection, 'nobody@example.org')).rejects.toThrow('Nobody signs in with this e-mail address.')
  await expect(restoreAccess(world.connection, mia.email)).rejects.toThrow('is no admin')
})

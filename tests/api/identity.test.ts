import { expect, test } from 'vitest'
import { startedWorld, testPassword } from '../support/world.ts'
import type { World } from '../support/world.ts'

const gone = { status: 404, code: 'not_found', detail: 'This invitation was used, replaced or has ended. Ask your admin for a new link.' }

const invitedBen = async (world: World) => {
  const { body: person } = await world.admin.post('/people', { name: 'Ben Okafor', email: 'ben@example.org' })
  const invite = async () => (await world.admin.post(`/people/${person.id}/invitation`)).body as { secret: string; expiresAt: string }
  const accept = (secret: string, password = testPassword) => world.nobody.post(`/invitations/${secret}`, { password })
  return { person, invite, accept }
}

test('an invitation tells whom it is for and works once', async () => {
  const world = await startedWorld()
  const { person, invite, accept } = await invitedBen(world)
  const { secret, expiresAt } = await invite()
  const days = (Date.parse(expiresAt) - Date.now()) / 86_400_000
  expect(days).toBeGreaterThan(6.9)
  expect(days).toBeLessThan(7.1)
  expect((await world.nobody.get(`/invitations/${secret}`)).body).toEqual({
    organisation: 'Acme',
    name: 'Ben Okafor',
    email: 'ben@example.org',
    kind: 'join',
  })

  const accepted = await accept(secret)
  expect(accepted.status).toBe(201)
  expect((await world.caller(world.cookieOf(accepted)).get('/me')).body).toMatchObject({ role: 'member', person: { id: person.id } })
  expect((await accept(secret)).body).toMatchObject(gone)
  expect((await world.nobody.get(`/invitations/${secret}`)).body).toMatchObject(gone)
  expect((await world.admin.get(`/people/${person.id}`)).body.hasAccount).toBe(true)
})

test('a newer invitation ends the one before', async () => {
  const world = await startedWorld()
  const { invite, accept } = await invitedBen(world)
  const [first, second] = [await invite(), await invite()]
  expect((await accept(first.secret)).body).toMatchObject(gone)
  expect((await accept(second.secret)).status).toBe(201)
})

test('an invitation ends after its time', async () => {
  const world = await startedWorld()
  const { invite, accept } = await invitedBen(world)
  const { secret } = await invite()
  await world.database.withTx({ orgId: world.organisationId }, {}, (tx) =>
    tx.execute(`update invitations set expires_at = now() - interval '1 second'`),
  )
  expect((await world.nobody.get(`/invitations/${secret}`)).body).toMatchObject(gone)
  expect((await accept(secret)).body).toMatchObject(gone)
})

test('a short password is refused at its field and leaves the invitation open', async () => {
  const world = await startedWorld()
  const { invite, accept } = await invitedBen(world)
  const { secret } = await invite()
  const refused = await accept(secret, 'short')
  expect(refused.body).toMatchObject({ status: 400, errors: [{ in: 'body', pointer: '/password', detail: 'Use at least 12 characters.' }] })
  expect((await accept(secret)).status).toBe(201)
})

test('one invitation accepted twice at once makes one account', async () => {
  const world = await startedWorld()
  const { invite, accept } = await invitedBen(world)
  const { secret } = await invite()
  const answers = await Promise.all([accept(secret), accept(secret)])
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect((await (await world.signIn('ben@example.org')).get('/me')).status).toBe(200)
})

test('an invented secret is refused; only an admin invites, and only who has no account', async () => {
  const world = await startedWorld()
  expect((await world.nobody.get('/invitations/short')).status).toBe(400)
  expect((await world.nobody.get(`/invitations/${'A'.repeat(43)}`)).body).toMatchObject(gone)
  const mia = await world.join({ name: 'Mia Member' })
  const { person } = await invitedBen(world)
  expect((await mia.post(`/people/${person.id}/invitation`)).status).toBe(403)
  expect((await world.admin.post(`/people/${mia.id}/invitation`)).body).toMatchObject({
    status: 409,
    detail: 'This person has signed in already.',
  })
})

test('a wrong password and an unknown account are answered alike', async () => {
  const { nobody } = await startedWorld()
  const wrong = await nobody.post('/sessions', { email: 'ada@example.org', password: 'not the right one' })
  const unknown = await nobody.post('/sessions', { email: 'nobody@example.org', password: 'not the right one' })
  expect(wrong.status).toBe(401)
  expect(unknown.body).toEqual(wrong.body)
  expect([wrong, unknown].flatMap((answer) => answer.headers.getSetCookie())).toEqual([])
})

test('signing in works with the address in any case and sets a cookie that no script reads', async () => {
  const { nobody } = await startedWorld()
  const answer = await nobody.post('/sessions', { email: 'ADA@example.org', password: testPassword })
  expect(answer.status).toBe(201)
  expect(answer.body).toEqual({ done: true })
  expect(answer.headers.getSetCookie().some((cookie) => /HttpOnly/i.test(cookie) && /SameSite=Lax/i.test(cookie))).toBe(true)
})

test('signing out ends the session on the server; signing out twice does no harm', async () => {
  const world = await startedWorld()
  const session = await world.signIn('ada@example.org')
  expect((await session.get('/me')).status).toBe(200)
  expect((await session.delete('/sessions/current')).status).toBe(200)
  expect((await session.get('/me')).status).toBe(401)
  expect((await session.delete('/sessions/current')).status).toBeLessThan(500)
  expect((await world.admin.get('/me')).status).toBe(200)
})

test('whoever was removed is signed out with the next request', async () => {
  const { admin, join } = await startedWorld()
  const mia = await join({ name: 'Mia Member' })
  expect((await admin.delete(`/people/${mia.id}`, { 'if-match': '"1"' })).status).toBe(200)
  expect((await mia.get('/me')).status).toBe(401)
})

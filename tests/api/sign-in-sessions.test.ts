import { expect, test } from 'vitest'
import { startedWorld, testPassword } from '../support/world.ts'
import type { World } from '../support/world.ts'

const ada = 'ada@example.org'
const missing = '01980000-0000-7000-8000-000000000000'
const firefox = 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0'

const signIn = async (world: World, headers: Record<string, string> = {}, email = ada) => {
  const answer = await world.nobody.post('/sessions', { email, password: testPassword }, headers)
  expect(answer.status, answer.text).toBe(201)
  return { answer, cookie: world.cookieOf(answer), ...world.caller(world.cookieOf(answer)) }
}

const status = async (world: World, cookie: string) => (await world.caller(cookie).get('/me')).status
const age = (world: World, column: 'created_at' | 'updated_at', hours: number) =>
  world.ownerSql`update sessions set ${world.ownerSql(column)} = now() - make_interval(hours => ${hours})`

test('the list names device, address and which one is mine', async () => {
  const world = await startedWorld()
  const session = await signIn(world, { 'user-agent': firefox, 'x-forwarded-for': '6.6.6.6' })
  const { body } = await session.get('/sessions')
  expect(body.sessions).toHaveLength(2)
  expect(body.sessions.find((one: { current: boolean }) => one.current)).toMatchObject({
    device: 'Firefox on Windows',
    address: '203.0.113.1',
  })
  expect(JSON.stringify(body)).not.toContain(session.cookie.split('=')[1]?.slice(0, 20))
})

test('a session that I end stops at its next request; the others go on', async () => {
  const world = await startedWorld()
  const [mine, other] = [await signIn(world), await signIn(world)]
  const { body } = await other.get('/sessions')
  const id = body.sessions.find((one: { current: boolean }) => one.current).id
  expect((await mine.delete(`/sessions/${id}`)).status).toBe(200)
  expect([await status(world, other.cookie), await status(world, mine.cookie)]).toEqual([401, 200])
  expect((await mine.delete(`/sessions/${id}`)).status).toBe(404)
})

test('ending all others leaves this one alone', async () => {
  const world = await startedWorld()
  const [mine, other] = [await signIn(world), await signIn(world)]
  expect((await mine.delete('/sessions')).body).toEqual({ ended: 2 })
  expect([await status(world, other.cookie), (await world.admin.get('/me')).status, await status(world, mine.cookie)]).toEqual([
    401, 401, 200,
  ])
  const events = await world.database.withTx({ orgId: world.organisationId }, {}, (tx) =>
    tx.execute(`select action, detail from audit_events where action = 'sessions.ended'`),
  )
  expect(events.rows).toEqual([{ action: 'sessions.ended', detail: { ended: 2 } }])
})

test('another account’s session is not found, exactly as a missing one', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  const { body } = await world.admin.get('/sessions')
  const foreign = await mia.delete(`/sessions/${body.sessions[0].id}`)
  const none = await mia.delete(`/sessions/${missing}`)
  expect(foreign.status).toBe(404)
  expect(foreign.text).toBe(none.text)
  expect((await world.admin.get('/me')).status).toBe(200)
})

test('nobody signed in lists and ends no sessions', async () => {
  const { nobody } = await startedWorld()
  const answers = [await nobody.get('/sessions'), await nobody.delete('/sessions'), await nobody.delete(`/sessions/${missing}`)]
  expect(answers.map((answer) => answer.status)).toEqual([401, 401, 401])
})

test('a forged cookie is refused: another signature, another token, none', async () => {
  const world = await startedWorld()
  const { cookie } = await signIn(world)
  const [name = '', value = ''] = cookie.split('=')
  const [token = '', signature = ''] = decodeURIComponent(value).split('.')
  const forged = [`${token}.${signature.slice(0, -3)}AA=`, `${'a'.repeat(token.length)}.${signature}`, token, '', `${token}.`]
  for (const one of forged) expect(await status(world, `${name}=${encodeURIComponent(one)}`)).toBe(401)
  expect(await status(world, cookie)).toBe(200)
})

test('a session that was idle for twelve hours is over, and its row is gone', async () => {
  const world = await startedWorld()
  const { cookie } = await signIn(world)
  await age(world, 'updated_at', 11)
  expect(await status(world, cookie)).toBe(200)
  await age(world, 'updated_at', 12)
  expect(await status(world, cookie)).toBe(401)
  await world.ownerSql`update sessions set updated_at = now()`
  expect(await status(world, cookie)).toBe(401)
})

test('using a session keeps it from being idle', async () => {
  const world = await startedWorld()
  const { cookie } = await signIn(world)
  await age(world, 'updated_at', 11)
  await status(world, cookie)
  const [row] = await world.ownerSql`select max(updated_at) > now() - interval '1 minute' as used from sessions`
  expect(row).toEqual({ used: true })
})

test('a session is over after fourteen days, however much it is used', async () => {
  const world = await startedWorld()
  const { cookie } = await signIn(world)
  await age(world, 'created_at', 14 * 24)
  expect(await status(world, cookie)).toBe(401)
})

test('the limits can be set', async () => {
  const world = await startedWorld('Acme', { settings: { PLUMBLINE_SESSION_IDLE_HOURS: '1', PLUMBLINE_SESSION_DAYS: '1' } })
  const { cookie, answer } = await signIn(world)
  expect(answer.headers.getSetCookie().join()).toContain('Max-Age=86400')
  await age(world, 'updated_at', 1)
  expect(await status(world, cookie)).toBe(401)
})

test('a session that is over is not listed', async () => {
  const world = await startedWorld()
  await age(world, 'updated_at', 13)
  const { get } = await signIn(world)
  expect((await get('/sessions')).body.sessions).toHaveLength(1)
})

test('a cookie replayed after signing out is refused', async () => {
  const world = await startedWorld()
  const session = await signIn(world)
  await session.delete('/sessions/current')
  expect(await status(world, session.cookie)).toBe(401)
})

test('fixation: a cookie set before signing in gets a new id, and the session it was for ends', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  const planted = await signIn(world, {}, mia.email)
  const answer = await world.caller(planted.cookie).post('/sessions', { email: ada, password: testPassword })
  const fresh = world.cookieOf(answer)
  expect(fresh).not.toBe(planted.cookie)
  expect((await world.caller(fresh).get('/me')).body.role).toBe('admin')
  expect(await status(world, planted.cookie)).toBe(401)
})

test('fixation: an invented cookie is never taken over', async () => {
  const world = await startedWorld()
  const { cookie } = await signIn(world)
  const invented = `${cookie.split('=')[0]}=chosen-by-someone-else.c2lnbmF0dXJl`
  const answer = await world.caller(invented).post('/sessions', { email: ada, password: testPassword })
  expect(world.cookieOf(answer)).not.toContain('chosen-by-someone-else')
  expect(await status(world, invented)).toBe(401)
})

test('over https the cookie is __Host-, Secure, HttpOnly, SameSite=Lax and has no domain', async () => {
  const url = 'https://plumbline.example'
  const world = await startedWorld('Acme', { url, settings: { PLUMBLINE_URL: url } })
  const { answer, cookie } = await signIn(world)
  const [set = ''] = answer.headers.getSetCookie()
  expect(set).toMatch(/^__Host-plumbline\.session_token=/)
  for (const part of [/; Secure/, /; HttpOnly/, /; SameSite=Lax/i, /; Path=\/(;|$)/]) expect(set).toMatch(part)
  expect(set).not.toMatch(/Domain/i)
  expect(await status(world, cookie)).toBe(200)
  expect(await status(world, cookie.replace('__Host-', ''))).toBe(401)
})

test('a cross-site post can neither sign in, nor out, nor end sessions, nor change a password', async () => {
  const world = await startedWorld()
  const { admin } = world
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }] as Record<string, string>[]) {
    const answers = [
      await world.nobody.post('/sessions', { email: ada, password: testPassword }, headers),
      await admin.delete('/sessions/current', headers),
      await admin.delete('/sessions', headers),
      await admin.put('/me/password', { oldPassword: testPassword, password: 'another long password' }, headers),
    ]
    expect(answers.map((answer) => answer.status)).toEqual([403, 403, 403, 403])
  }
  expect((await admin.get('/me')).status).toBe(200)
})

test('signing in takes no address to go to: an open redirect has nowhere to hide', async () => {
  const { nobody } = await startedWorld()
  const body = { email: ada, password: testPassword, callbackURL: 'https://evil.example' }
  expect((await nobody.post('/sessions', body)).status).toBe(400)
  const answer = await nobody.post('/sessions?then=//evil.example', { email: ada, password: testPassword })
  expect(answer.headers.get('location')).toBeNull()
})

test('a removed person’s session is over with the next request, and so is their sign-in', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  await world.admin.delete(`/people/${mia.id}`, { 'if-match': '"1"' })
  expect((await mia.get('/sessions')).status).toBe(401)
  const again = await world.signIn(mia.email)
  expect((await again.get('/me')).status).toBe(401)
})

test('the last admin cannot be removed', async () => {
  const { admin } = await startedWorld()
  const { body } = await admin.get('/me')
  expect((await admin.delete(`/people/${body.person.id}`, { 'if-match': '"1"' })).status).toBe(409)
})

test('whoever leads a team no more sees it no more with the next request', async () => {
  const world = await startedWorld()
  const teamId = await world.team('Payments')
  const lena = await world.join({ name: 'Lena Lead', teamId })
  const leads = (personIds: string[], version: number) =>
    world.admin.patch(`/teams/${teamId}`, { leads: personIds.map((id) => ({ id })) }, { 'if-match': `"${version}"` })
  expect((await leads([lena.id], 1)).status).toBe(200)
  expect((await lena.get(`/teams/${teamId}/heatmap`)).status).toBe(200)
  expect((await leads([], 2)).status).toBe(200)
  expect((await lena.get(`/teams/${teamId}/heatmap`)).status).toBe(404)
})

test('whoever moves to another team acts for that one with the next request', async () => {
  const world = await startedWorld()
  const [from, to] = [await world.team('From'), await world.team('To')]
  const mia = await world.join({ name: 'Mia Member', teamId: from })
  const answer = (teamId: string) => mia.put(`/teams/${teamId}/practices/idp-01`, { answer: 'all' }, { 'if-match': '"0"' })
  expect((await answer(to)).status).toBe(403)
  await world.admin.patch(`/people/${mia.id}`, { teamId: to }, { 'if-match': '"1"' })
  expect((await answer(from)).status).toBe(403)
  expect((await answer(to)).status).toBe(200)
})

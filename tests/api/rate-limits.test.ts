import { expect, test, vi } from 'vitest'
import { startedWorld, emptyWorld } from '../support/world.ts'

const json = { 'content-type': 'application/json' }

test('reads, writes and exports of one account have a budget each, and the refusal says when to come back', async () => {
  const settings = { PLUMBLINE_READS_PER_MINUTE: '4', PLUMBLINE_WRITES_PER_MINUTE: '3', PLUMBLINE_EXPORTS_PER_MINUTE: '1' }
  const { admin } = await startedWorld('Acme', { settings })
  const statuses = async (ask: () => Promise<{ status: number }>, times: number) => {
    const all = []
    for (let at = 0; at < times; at++) all.push((await ask()).status)
    return all
  }
  expect(await statuses(() => admin.get('/teams'), 5)).toEqual([200, 200, 200, 200, 429])
  // The first of the three was spent on saying what for.
  expect(await statuses(() => admin.post('/teams', { name: crypto.randomUUID() }), 3)).toEqual([201, 201, 429])
  expect(await statuses(() => admin.post('/audit/exports/csv', {}), 2)).toEqual([201, 429])
  const refused = await admin.get('/teams')
  expect(refused.body).toMatchObject({
    code: 'too_many',
    status: 429,
    detail: expect.stringMatching(/^There were more requests from you \(reads\) than 4 in a minute/),
  })
  expect(refused.headers.get('content-type')).toContain('application/problem+json')
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(refused.headers.get('ratelimit')).toMatch(/^"reads";r=0;t=\d+$/)
  expect(refused.headers.get('ratelimit-policy')).toBe('"reads";q=4;w=60')
})

test('one account’s requests do not use up another’s', async () => {
  const { admin, join, team } = await startedWorld('Acme', { settings: { PLUMBLINE_READS_PER_MINUTE: '2' } })
  const ana = await join({ name: 'Ana', teamId: await team('Platform') })
  for (let at = 0; at < 3; at++) await admin.get('/teams')
  expect([(await admin.get('/teams')).status, (await ana.get('/teams')).status]).toEqual([429, 200])
})

test('an account’s refused write is not read: a body that would be refused makes no difference', async () => {
  const { admin } = await startedWorld('Acme', { settings: { PLUMBLINE_WRITES_PER_MINUTE: '1' } })
  await admin.post('/teams', { name: 'Platform' })
  const refused = await admin.raw('/teams', { method: 'POST', headers: json, body: 'x'.repeat(300_000) })
  expect(refused.status).toBe(429)
})

test('a network is refused before anyone looks up a session, a page of the API’s description counts, and other networks go on', async () => {
  const world = await emptyWorld({ settings: { PLUMBLINE_REQUESTS_PER_MINUTE: '3' } })
  const lookUp = vi.spyOn(world.auth, 'sessionOf')
  const [one, sameNetwork, other] = ['2001:db8::1', '2001:db8::2', '203.0.113.7'].map((address) => world.caller('', address))
  const answers = [
    await one?.get('/teams'),
    await sameNetwork?.get('/nothing-here'),
    await one?.post('/sessions', {}),
    await sameNetwork?.get('/teams'),
  ]
  expect(answers.map((answer) => answer?.status)).toEqual([401, 404, 400, 429])
  expect(lookUp).toHaveBeenCalledTimes(1)
  const docs = await world.app.request('http://localhost/api/openapi.json', {}, { incoming: { socket: { remoteAddress: '2001:db8::3' } } })
  expect(docs.status).toBe(429)
  expect((await other?.get('/teams'))?.status).toBe(401)
})

test('a forwarded address counts only where a trusted proxy wrote it', async () => {
  const settings = { PLUMBLINE_REQUESTS_PER_MINUTE: '1', PLUMBLINE_TRUSTED_PROXIES: '10.0.0.1' }
  const { caller } = await emptyWorld({ settings })
  const via = (peer: string, client: string) => caller('', peer).get('/teams', { 'x-forwarded-for': client })
  const asked = [await via('10.0.0.1', '198.51.100.1'), await via('10.0.0.1', '198.51.100.2'), await via('10.0.0.1', '198.51.100.2')]
  expect(asked.map(({ status }) => status)).toEqual([401, 401, 429])
  expect([(await via('192.0.2.9', '198.51.100.3')).status, (await via('192.0.2.9', '198.51.100.4')).status]).toEqual([401, 429])
})

test('whether the server lives and is ready is never refused', async () => {
  const { app } = await emptyWorld({ settings: { PLUMBLINE_REQUESTS_PER_MINUTE: '1' } })
  for (let at = 0; at < 3; at++)
    for (const path of ['live', 'ready']) expect((await app.request(`http://localhost/${path}`)).status).toBe(200)
})

import { expect, test } from 'vitest'
import { features } from '@plumbline/server/features.ts'
import { emptyWorld, startedWorld } from '../support/world.ts'

const json = { 'content-type': 'application/json' }
const unknownId = '01980000-0000-7000-8000-000000000000'

test('every error is problem+json with a code and a sentence', async () => {
  const { admin } = await startedWorld()
  const refusals = [
    [await admin.get('/nothing-here'), 404, 'not_found'],
    [await admin.delete('/teams'), 405, 'method_not_allowed'],
    [
      await admin.raw('/teams', { method: 'POST', body: 'name=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
      415,
      'unsupported_media',
    ],
    [await admin.raw('/teams', { method: 'POST', body: '{"name":', headers: json }), 400, 'invalid'],
    [await admin.raw('/teams', { method: 'POST', body: JSON.stringify({ name: 'x'.repeat(300_000) }), headers: json }), 413, 'too_large'],
    [await admin.get(`/people/${unknownId}`), 404, 'not_found'],
    [await admin.get('/people/not-an-id'), 400, 'invalid'],
    [await admin.post('/teams', { name: 'Platform', colour: 'red' }), 400, 'invalid'],
    [await admin.post('/teams', {}), 400, 'invalid'],
    [await admin.get('/people?limit=9999'), 400, 'invalid'],
    [await admin.get('/people?unknown=1'), 400, 'invalid'],
    [await admin.get('/people?after=garbage'), 400, 'invalid'],
    [await admin.patch(`/teams/${unknownId}`, { name: 'x' }, { 'if-match': 'banana' }), 400, 'invalid'],
    [await admin.post('/teams', { name: 'nul\u0000byte' }), 400, 'invalid'],
    [await admin.post('/teams', { name: 'Platform' }, { 'idempotency-key': 'short' }), 400, 'invalid'],
  ] as const
  for (const [answer, status, code] of refusals) {
    expect([answer.status, answer.body?.code], answer.text).toEqual([status, code])
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(answer.body.detail.length).toBeGreaterThan(10)
  }
  expect((await admin.get('/teams')).body.teams).toEqual([])
})

test('a 405 names the methods that the address takes', async () => {
  const { nobody } = await emptyWorld()
  expect((await nobody.delete('/teams')).headers.get('allow')).toBe('GET, POST')
})

test('a field error points at the field', async () => {
  const { admin } = await startedWorld()
  const refused = await admin.post('/people', { name: ' ', email: 'nonsense', teamId: 'x' })
  expect(refused.body.errors).toEqual([
    { in: 'body', pointer: '/name', detail: 'Give a name.' },
    { in: 'body', pointer: '/email', detail: 'This is not an e-mail address.' },
    { in: 'body', pointer: '/teamId', detail: 'This is not an id.' },
  ])
})

test('every route that is not public answers nobody with 401, before it looks at what was sent', async () => {
  const { nobody } = await emptyWorld()
  const members = features.flatMap(({ routes }) => routes).filter(({ access }) => access === 'member')
  expect(members.length).toBeGreaterThan(20)
  for (const { route } of members) {
    const path = route.path.replaceAll(/\{\w+\}/g, 'x')
    const answer = await nobody.raw(path, { method: route.method.toUpperCase(), headers: json })
    expect([path, answer.status]).toEqual([path, 401])
  }
})

test('a change that another site’s page asks for is refused, whatever its body', async () => {
  const { admin } = await startedWorld()
  for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }, { origin: 'null' }])
    expect((await admin.post('/teams', { name: 'Platform' }, headers as Record<string, string>)).status).toBe(403)
  expect(
    (await admin.post('/teams', { name: 'Platform' }, { origin: 'http://localhost', 'sec-fetch-site': 'same-origin', host: 'localhost' }))
      .status,
  ).toBe(201)
})

test('an answer holds no column that the contract does not declare', async () => {
  const { admin, organisationId } = await startedWorld()
  const me = await admin.get('/me')
  expect(Object.keys(me.body).toSorted()).toEqual([
    'accountId',
    'leads',
    'mustAddSecondFactor',
    'mustUseProvider',
    'noticeToRead',
    'organisation',
    'person',
    'purpose',
    'role',
  ])
  expect(me.body.organisation).toEqual({
    id: organisationId,
    name: 'Acme',
    isDemo: false,
    frameworkVersion: '2026.1',
    practiceAreas: [],
    levelNames: null,
  })
})

test('OpenAPI 3.1 names every route', async () => {
  const { app } = await emptyWorld()
  const document = (await (await app.request('http://localhost/api/openapi.json')).json()) as {
    openapi: string
    paths: Record<string, Record<string, unknown>>
  }
  expect(document.openapi).toBe('3.1.0')
  for (const { route } of features.flatMap(({ routes }) => routes))
    expect(document.paths[`/api/v1${route.path}`]?.[route.method], route.path).toBeDefined()
})

test('the page to try the API loads nothing from elsewhere and needs no inline script', async () => {
  const { app } = await emptyWorld()
  const page = await app.request('http://localhost/api/docs')
  const html = await page.text()
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
  const loaded = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '')
  expect(loaded).toHaveLength(3)
  for (const path of loaded) expect([path, (await app.request(`http://localhost${path}`)).status]).toEqual([path, 200])
})

test('ready is red where the row-level security of a table is not forced', async () => {
  const { app, ownerSql } = await startedWorld()
  expect((await app.request('http://localhost/ready')).status).toBe(200)
  await ownerSql`alter table ratings no force row level security`
  const red = await app.request('http://localhost/ready')
  expect(red.status).toBe(503)
  expect(await red.json()).toMatchObject({ ready: false, checks: { database: true, role: true, rowLevelSecurity: false } })
})

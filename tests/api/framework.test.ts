import { expect, test } from 'vitest'
import { publishWith, startDraft } from '../support/draft.ts'
import { startedWorld } from '../support/world.ts'

test('every member reads the framework, the versions and the exports, and is not told of a draft', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia' })
  await startDraft(world.admin)
  const whole = await mia.get('/framework')
  expect([whole.status, whole.body.version, whole.headers.get('content-type')]).toEqual([200, '2026.1', 'application/json'])
  expect((await mia.get('/frameworks/2026.1')).text).toBe(whole.text)
  const list = await mia.get('/frameworks')
  expect(list.body.versions).toEqual([
    {
      version: '2026.1',
      name: whole.body.name,
      origin: null,
      current: true,
      publishedAt: expect.any(String),
      publishedBy: null,
      carry: { skills: {}, practices: {}, roles: {} },
    },
  ])
  expect(list.body.draft).toBeNull()
  expect((await world.admin.get('/frameworks')).body.draft).toEqual({ name: 'Ours', origin: '2026.1', updatedAt: expect.any(String) })
  const yaml = await mia.get('/frameworks/2026.1/pack.yaml')
  expect([yaml.status, yaml.headers.get('content-type')]).toEqual([200, 'application/yaml; charset=utf-8'])
  expect(yaml.text).toContain("version: '2026.1'")
  const csv = await mia.get('/frameworks/2026.1/matrix.csv')
  expect([csv.status, csv.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
  expect(csv.text.split('\r\n')[0]).toMatch(/^skill,name,category,devops-engineer,/)
})

test('who has the framework already is told so without it being sent again, until another one is published', async () => {
  const { admin } = await startedWorld()
  for (const path of ['/framework', '/frameworks/2026.1', '/frameworks/2026.1/pack.yaml', '/frameworks/2026.1/matrix.csv']) {
    const first = await admin.get(path)
    const etag = first.headers.get('etag') ?? ''
    expect(etag, path).toMatch(/^(W\/)?"[\w-]{22}"$/)
    const again = await admin.get(path, { 'if-none-match': `"other", W/${etag}` })
    expect([path, again.status, again.text]).toEqual([path, 304, ''])
    expect((await admin.get(path, { 'if-none-match': '"other"' })).status).toBe(200)
  }
  const before = (await admin.get('/framework')).headers.get('etag') ?? ''
  await publishWith(admin, [{ change: 'rename', name: 'Ours' }])
  const after = await admin.get('/framework', { 'if-none-match': before })
  expect([after.status, after.body.version, after.body.name]).toEqual([200, '2026.1-1', 'Ours'])
  expect((await admin.get('/frameworks/2026.1', { 'if-none-match': before })).status).toBe(304)
})

test('a version that the organisation does not have is not there, be it nobody’s or another one’s', async () => {
  const world = await startedWorld()
  const other = await world.otherOrganisation()
  await publishWith(world.admin, [{ change: 'rename', name: 'Acme’s own' }])
  for (const suffix of ['', '/pack.yaml', '/matrix.csv']) {
    expect((await world.admin.get(`/frameworks/2026.1-1${suffix}`)).status).toBe(200)
    const theirs = await other.get(`/frameworks/2026.1-1${suffix}`)
    const none = await other.get(`/frameworks/2031.7${suffix}`)
    expect([theirs.status, theirs.body]).toEqual([404, none.body])
    expect((await other.get(`/frameworks/newest${suffix}`)).status).toBe(400)
  }
  expect((await other.get('/framework')).body.version).toBe('2026.1')
  expect((await other.get('/frameworks')).text).not.toContain('Acme')
})

test('two organisations each count their own versions, and each reads its own', async () => {
  const world = await startedWorld()
  const other = await world.otherOrganisation()
  expect(await publishWith(world.admin, [{ change: 'rename', name: 'Acme’s own' }])).toBe('2026.1-1')
  expect(await publishWith(other, [{ change: 'rename', name: 'Other’s own' }])).toBe('2026.1-1')
  expect((await world.admin.get('/framework')).body.name).toBe('Acme’s own')
  expect((await other.get('/framework')).body.name).toBe('Other’s own')
  expect((await other.get('/frameworks/2026.1-1')).body.name).toBe('Other’s own')
})

test('a version made from an older one has the next number, and the list says what came from what and by whom', async () => {
  const { admin } = await startedWorld()
  await publishWith(admin, [{ change: 'rename', name: 'First' }])
  await publishWith(admin, [{ change: 'rename', name: 'Second' }], '2026.1-1')
  expect(await publishWith(admin, [{ change: 'rename', name: 'Third' }], '2026.1-1')).toBe('2026.1-3')
  const { versions } = (await admin.get('/frameworks')).body
  const told = versions.map((one: Record<string, unknown>) => [
    one['version'],
    one['name'],
    one['origin'],
    one['current'],
    one['publishedBy'],
  ])
  expect(told.slice(0, 3)).toEqual([
    ['2026.1-3', 'Third', '2026.1-1', true, 'Ada Admin'],
    ['2026.1-2', 'Second', '2026.1-1', false, 'Ada Admin'],
    ['2026.1-1', 'First', '2026.1', false, 'Ada Admin'],
  ])
  expect(told[3].slice(2)).toEqual([null, false, null])
})

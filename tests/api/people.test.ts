import { expect, test } from 'vitest'
import { startedWorld } from '../support/world.ts'
import type { Caller, World } from '../support/world.ts'

const stranger = '01890000-0000-7000-8000-000000000000'
const ben = { name: 'Ben Okafor', email: 'Ben@Example.org' }

/** People by import, the quickest way to many. */
const crowd = (admin: Caller, count: number, nameOf: (at: number) => string) =>
  admin.post('/imports/people', {
    text: [
      'name,email,team,role',
      ...Array.from({ length: count }, (_, at) => `${nameOf(at)},p${at}@example.org,Team ${at % 2},Platform Engineer`),
    ].join('\n'),
  })

async function everyPage(admin: Caller, query: string): Promise<string[][]> {
  const pages: string[][] = []
  for (let after: string | null = ''; after !== null;) {
    const { body } = await admin.get(`/people?${query}${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`)
    pages.push(body.people.map(({ email }: { email: string }) => email))
    after = body.next
  }
  return pages
}

/** How many expectations the kept counts hold for a team: people times skills. */
const countsOf = (world: World) => async (teamId: string) => {
  const counts = `select (select sum(n) from unnest(expected) n)::int as n from team_counts where team_id = '${teamId}'`
  const {
    rows: [row],
  } = await world.database.withTx({ orgId: world.organisationId }, { readOnly: true }, (tx) => tx.execute<{ n: number }>(counts))
  return row?.n ?? 0
}

test('a person is added with an address in lower case, at mid level, without an account', async () => {
  const { admin } = await startedWorld()
  const added = await admin.post('/people', ben)
  expect(added.status).toBe(201)
  expect(added.headers.get('etag')).toBe('"1"')
  expect(added.body).toMatchObject({
    name: 'Ben Okafor',
    email: 'ben@example.org',
    teamId: null,
    roleId: null,
    seniority: 'mid',
    hasAccount: false,
  })
  expect((await admin.get(`/people/${added.body.id}`)).body).toEqual(added.body)
})

test('250 people come page by page, each once, by name without case; equal names do not repeat or vanish', async () => {
  const { admin } = await startedWorld()
  await crowd(admin, 250, (at) => ['anna', 'Anna', 'Bo', 'É', 'zoe'][at % 5] ?? '')
  const pages = await everyPage(admin, 'limit=60')
  expect(pages.map((page) => page.length)).toEqual([60, 60, 60, 60, 11])
  expect(new Set(pages.flat()).size).toBe(251)
  expect((await admin.get('/people?limit=1')).body.total).toBe(251)
})

test('pages hold within a search and a team, and count what was found', async () => {
  const { admin } = await startedWorld()
  await crowd(admin, 120, (at) => `Person ${at % 3 === 0 ? 'Alpha' : 'Beta'} ${at}`)
  const [team] = (await admin.get('/teams')).body.teams
  const found = await everyPage(admin, `limit=7&search=alpha&team=${team.id}`)
  expect(new Set(found.flat()).size).toBe(20)
  expect(found.flat()).toHaveLength(20)
  expect((await admin.get(`/people?search=ALPHA&team=${team.id}`)).body.total).toBe(20)
})

test('a search finds names and addresses, and its signs stand for themselves', async () => {
  const { admin } = await startedWorld()
  await admin.post('/people', { name: 'Percy 100%', email: 'percy_p@example.org' })
  await admin.post('/people', ben)
  const search = async (text: string) =>
    (await admin.get(`/people?search=${encodeURIComponent(text)}`)).body.people.map(({ name }: { name: string }) => name)
  expect(await search('OKAF')).toEqual(['Ben Okafor'])
  expect(await search('ben@')).toEqual(['Ben Okafor'])
  expect(await search('%')).toEqual(['Percy 100%'])
  expect(await search('_p')).toEqual(['Percy 100%'])
  expect(await search('\\')).toEqual([])
})

test('an invented place in the list is refused at its field', async () => {
  const { admin } = await startedWorld()
  for (const after of ['x', Buffer.from('{"name":"a","id":"b"}').toString('base64url')]) {
    const refused = await admin.get(`/people?after=${after}`)
    expect(refused.status).toBe(400)
    expect(refused.body.errors).toEqual([{ in: 'query', pointer: '/after', detail: 'This is not where a page ended.' }])
  }
})

test('an address that another person has is refused at the field, in any case', async () => {
  const { admin } = await startedWorld()
  await admin.post('/people', ben)
  const twice = await admin.post('/people', { name: 'Other Ben', email: 'BEN@example.org' })
  expect(twice.status).toBe(409)
  expect(twice.body.errors).toEqual([
    { in: 'body', pointer: '/email', detail: 'Another person of your organisation has this e-mail address.' },
  ])
})

test('a change needs the version that was seen', async () => {
  const { admin } = await startedWorld()
  const { body: person } = await admin.post('/people', ben)
  const changed = await admin.patch(`/people/${person.id}`, { name: 'Benjamin', seniority: 'senior' }, { 'if-match': '"1"' })
  expect(changed.body).toEqual({ ...person, name: 'Benjamin', seniority: 'senior', version: 2 })
  expect((await admin.patch(`/people/${person.id}`, { name: 'B' }, { 'if-match': '"1"' })).body).toMatchObject({
    code: 'stale',
    version: 2,
  })
  expect((await admin.patch(`/people/${person.id}`, { name: 'B' })).status).toBe(428)
})

test('a team and a role that are not there are refused at their fields', async () => {
  const world = await startedWorld()
  const elsewhere = (await (await world.otherOrganisation()).post('/teams', { name: 'Elsewhere' })).body.id
  const pointer = async (body: object) => (await world.admin.post('/people', { ...ben, ...body })).body.errors[0].pointer
  expect(await pointer({ teamId: stranger })).toBe('/teamId')
  expect(await pointer({ teamId: elsewhere })).toBe('/teamId')
  expect(await pointer({ roleId: 'gardener' })).toBe('/roleId')
  expect(await pointer({ seniority: 'chief' })).toBe('/seniority')
  expect(await pointer({ name: ' ' })).toBe('/name')
})

test('moving and removing people keeps the counts of their teams right', async () => {
  const world = await startedWorld()
  const expected = countsOf(world)
  const [from, to] = [await world.team('From'), await world.team('To')]
  const add = async (name: string) =>
    (await world.admin.post('/people', { name, email: `${name}@example.org`, teamId: from, roleId: 'platform-engineer' })).body
  const [one, two] = [await add('one'), await add('two')]
  const both = await expected(from)
  expect(both).toBeGreaterThan(0)
  await world.admin.patch(`/people/${one.id}`, { teamId: to }, { 'if-match': '"1"' })
  expect([await expected(from), await expected(to)]).toEqual([both / 2, both / 2])
  expect((await world.admin.delete(`/people/${two.id}`, { 'if-match': '"1"' })).status).toBe(200)
  expect([await expected(from), await expected(to)]).toEqual([0, both / 2])
  expect((await world.admin.get(`/people/${two.id}`)).status).toBe(404)
})

test('an admin is not removed, not even by themselves', async () => {
  const { admin } = await startedWorld()
  const { body: me } = await admin.get('/me')
  const refused = await admin.delete(`/people/${me.person.id}`, { 'if-match': '"1"' })
  expect(refused.body).toMatchObject({ status: 409, detail: 'You cannot remove yourself. Ask another admin.' })
})

test('a member reads the directory and changes nothing in it', async () => {
  const { admin, join } = await startedWorld()
  const mia = await join({ name: 'Mia Member' })
  const { body: person } = await admin.post('/people', ben)
  expect((await mia.get('/people')).body.total).toBe(3)
  const refused = [
    await mia.post('/people', { name: 'Eve', email: 'eve@example.org' }),
    await mia.patch(`/people/${person.id}`, { name: 'Eve' }, { 'if-match': '"1"' }),
    await mia.delete(`/people/${person.id}`, { 'if-match': '"1"' }),
    await mia.patch(`/people/${mia.id}`, { seniority: 'architect' }, { 'if-match': '"1"' }),
  ]
  expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403])
  expect((await admin.get('/people')).body.total).toBe(3)
})

test('a person of another organisation is like one who is not there', async () => {
  const world = await startedWorld()
  const other = await world.otherOrganisation()
  const { body: person } = await world.admin.post('/people', ben)
  const tries = (id: string) =>
    Promise.all([
      other.get(`/people/${id}`),
      other.patch(`/people/${id}`, { name: 'Eve' }, { 'if-match': '"1"' }),
      other.delete(`/people/${id}`, { 'if-match': '"1"' }),
      other.post(`/people/${id}/invitation`),
    ])
  const [foreign, missing] = [await tries(person.id), await tries(stranger)]
  expect(foreign.map(({ status }) => status)).toEqual([404, 404, 404, 404])
  expect(foreign.map(({ body }) => body)).toEqual(missing.map(({ body }) => body))
  expect((await other.get('/people')).body.total).toBe(1)
})

test('nobody who is not signed in sees anyone', async () => {
  const { nobody } = await startedWorld()
  expect((await nobody.get('/people')).status).toBe(401)
  expect((await nobody.post('/people', ben)).status).toBe(401)
})

import { expect, test, vi } from 'vitest'
import { sealAll } from '@plumbline/server/audit/sealer.ts'
import { verifyAudit } from '@plumbline/server/audit-verify.ts'
import { placesOf } from '../support/database-words.ts'
import { startedWorld } from '../support/world.ts'
import type { Caller, World } from '../support/world.ts'

interface Event {
  id: string
  action: string
  subject: string
  detail: Record<string, unknown>
}

const eventsOf = async (admin: Caller, action: string): Promise<Event[]> => (await admin.get(`/audit?action=${action}`)).body.events

const inside = <T>(world: World, run: (sql: Parameters<Parameters<World['ownerSql']['begin']>[1]>[0]) => Promise<T>) =>
  world.ownerSql.begin(async (sql) => {
    await sql`select set_config('plumbline.org', ${world.organisationId}, true), set_config('plumbline.reach', 'organisation', true)`
    return run(sql)
  })

async function withMia() {
  const world = await startedWorld()
  const teamId = await world.team('Core')
  const lea = await world.join({ name: 'Lea Lead' })
  const mia = await world.join({ name: 'Mia Member', teamId, roleId: 'platform-engineer' })
  await world.admin.patch(`/teams/${teamId}`, { leads: [{ id: lea.id }] }, { 'if-match': '"1"' })
  await world.admin.patch(`/people/${mia.id}`, { name: 'Mia Renamed' }, { 'if-match': '"1"' })
  await mia.put(`/people/${mia.id}/ratings/git`, { level: 4 })
  await lea.put(`/people/${mia.id}/lead-ratings/git`, { level: 3 })
  return { ...world, teamId, lea, mia }
}

const seal = (world: World) =>
  vi.waitFor(
    async () => {
      await sealAll(world.database)
      expect((await verifyAudit(world.connection, new Map())).lines.join()).toContain(' 0 not yet')
    },
    { timeout: 30_000, interval: 20 },
  )

test('admins read what was said of a person; in the database it is sealed', async () => {
  const world = await withMia()
  expect((await eventsOf(world.admin, 'person.changed'))[0]?.detail).toMatchObject({
    before: { name: 'Mia Member', email: 'mia.member@example.org' },
    after: { name: 'Mia Renamed' },
  })
  expect((await eventsOf(world.admin, 'rating.changed'))[0]?.detail).toEqual({
    personId: world.mia.id,
    skillId: 'git',
    before: null,
    after: expect.any(String),
  })
  expect((await eventsOf(world.admin, 'rating.given_as_lead'))[0]?.detail).toMatchObject({ personId: world.mia.id, skillId: 'git' })
  const stored = await inside(world, (sql) => sql`select detail from audit_events where detail ? 'sealed'`)
  expect(stored.length).toBeGreaterThanOrEqual(5)
  expect(JSON.stringify(stored)).not.toMatch(/Mia|example\.org|"level"|"git"/)
})

test('after an erasure the list and both exports say so in place of the values, and every trail is whole', async () => {
  const world = await withMia()
  await seal(world)
  expect((await world.admin.delete(`/people/${world.mia.id}`, { 'if-match': '"2"' })).status).toBe(200)
  await seal(world)
  expect((await eventsOf(world.admin, 'person.changed'))[0]?.detail).toEqual({ personal: 'erased' })
  expect((await eventsOf(world.admin, 'rating.given'))[0]?.detail).toMatchObject({ personId: world.mia.id, personal: 'erased' })
  expect(JSON.stringify(await eventsOf(world.admin, 'rating.'))).not.toContain('git')
  const csv = await world.admin.post('/audit/exports/csv', { action: 'rating.' })
  expect(csv.text).toContain('""personal"":""erased""')
  const lines = await world.admin.post('/audit/exports/jsonl', { action: 'person.' })
  expect(lines.text).not.toMatch(/Mia|mia\./)
  // Those of others stay readable.
  expect(lines.text).toContain('Lea Lead')
  const { whole, lines: said } = await verifyAudit(world.connection, new Map())
  expect(whole, said.join('\n')).toBe(true)
})

test('sealed values open at their own event and person only, and not once a bit of them was changed', async () => {
  const world = await withMia()
  const closed = { personal: 'cannot be opened: run audit:verify' }
  const superuser = (run: string) => inside(world, async (sql) => sql.unsafe(run))
  await superuser(
    `update audit_events set detail = (select detail from audit_events where action = 'rating.changed') where action = 'rating.given_as_lead'`,
  )
  expect((await eventsOf(world.admin, 'rating.given'))[0]?.detail).toMatchObject({ personId: world.mia.id, ...closed })
  await superuser(
    `update audit_events set detail = jsonb_set(detail, '{sealed,tag}', '"AAAAAAAAAAAAAAAAAAAAAA=="') where action = 'rating.changed'`,
  )
  expect((await eventsOf(world.admin, 'rating.changed'))[0]?.detail).toMatchObject({ personId: world.mia.id, ...closed })
  await superuser(`update audit_events set detail = '{"sealed": {"person": "${world.lea.id}", "iv": 1}}' where action = 'person.changed'`)
  expect((await eventsOf(world.admin, 'person.changed'))[0]?.detail).toEqual(closed)
})

test('an import is an event of its own, and one for each person, sealed for each alone', async () => {
  const world = await startedWorld()
  const text = (team: string) =>
    [
      'name,email,team,role',
      ...['Ann', 'Bob', 'Cid'].map((name) => `${name} Importee,${name}@importee.example,${team},DevOps Engineer`),
    ].join('\n')
  expect((await world.admin.post('/imports/people', { text: text('Core') })).status).toBe(201)
  expect((await world.admin.post('/imports/people', { text: text('Edge') })).status).toBe(201)
  expect((await eventsOf(world.admin, 'people.imported')).map(({ detail }) => detail)).toEqual([
    { added: 0, changed: 3, same: 0, teams: 1 },
    { added: 3, changed: 0, same: 0, teams: 1 },
  ])
  const added = await eventsOf(world.admin, 'person.added')
  expect(added).toHaveLength(3)
  const nameIn = ({ detail }: Event) => (detail['after'] as { name: string } | undefined)?.name
  const ann = added.find((event) => nameIn(event) === 'Ann Importee')
  expect(ann?.detail).toMatchObject({ by: 'import', before: null, after: { email: 'ann@importee.example' } })
  const changed = (await eventsOf(world.admin, 'person.changed')).find(({ subject }) => subject === ann?.subject)
  expect(changed?.detail).toMatchObject({ by: 'import', before: { name: 'Ann Importee' }, after: { name: 'Ann Importee' } })
  expect((await placesOf(world, ['Importee']))['Importee']).not.toContain('audit_events.detail')

  await world.admin.delete(`/people/${ann?.subject.slice('person:'.length)}`, { 'if-match': '"2"' })
  const left = await eventsOf(world.admin, 'person.added')
  expect(left.filter(({ detail }) => detail['personal'] === 'erased')).toHaveLength(1)
  expect(left.filter((event) => nameIn(event) !== undefined)).toHaveLength(2)
})

test('a transaction looks for a person’s key once, and many at once make one key', async () => {
  const world = await withMia()
  await inside(world, (sql) => sql`delete from person_keys where person_id = ${world.mia.id}`)
  const answers = await Promise.all(
    ['git', 'kubernetes', 'terraform', 'python', 'linux'].map((skill) =>
      world.mia.put(`/people/${world.mia.id}/ratings/${skill}`, { level: 2 }),
    ),
  )
  for (const { status } of answers) expect([200, 404]).toContain(status)
  const keys = await inside(world, (sql) => sql`select length(key) as length from person_keys where person_id = ${world.mia.id}`)
  expect(keys).toMatchObject([{ length: 32 }])
  const opened = (await eventsOf(world.admin, 'rating.changed')).filter(({ detail }) => detail['personal'] === undefined)
  expect(opened).toHaveLength(answers.filter(({ status }) => status === 200).length)
})

test('a key is seen by its own organisation alone, is in no answer, and cannot be changed by the server’s role', async () => {
  const world = await withMia()
  const orgId = world.organisationId
  const keys = await world.database.withTx({ orgId: '01980000-0000-7000-8000-000000000000' }, {}, (tx) =>
    tx.execute('select key from person_keys'),
  )
  expect(keys.rows).toEqual([])
  for (const statement of [`update person_keys set key = sha256('')`, `delete from erasures`, `update erasures set removed = '{}'`])
    await expect(world.database.withTx({ orgId }, {}, (tx) => tx.execute(statement))).rejects.toThrow('database error 42501')
  const [key] = await inside(
    world,
    (sql) => sql<{ hex: string; base64: string }[]>`
    select encode(key, 'hex') as hex, encode(key, 'base64') as base64 from person_keys where person_id = ${world.mia.id}`,
  )
  const answers = [
    await world.admin.get('/audit?limit=200'),
    await world.admin.post('/audit/exports/jsonl', {}),
    await world.mia.get('/me/held.json'),
    await world.mia.get('/me/held.csv'),
  ]
  for (const { status, text } of answers) {
    expect(status).toBeLessThan(300)
    expect(text).not.toContain(key?.hex)
    expect(text).not.toContain(key?.base64)
  }
})

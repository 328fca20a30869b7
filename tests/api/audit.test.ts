import { expect, test } from 'vitest'
import { mostRefusals } from '@plumbline/server/audit/refusals.ts'
import { startedWorld } from '../support/world.ts'
import type { Caller, World } from '../support/world.ts'

interface Event {
  id: string
  at: string
  action: string
  subject: string
  detail: Record<string, unknown>
  person: { id: string; name: string | null } | null
  means: string
  seal: number | null
}

async function events(admin: Caller, query = ''): Promise<Event[]> {
  const all: Event[] = []
  for (let after: string | null = ''; after !== null;) {
    const answer = await admin.get(`/audit?limit=3${query}${after === '' ? '' : `&after=${after}`}`)
    expect(answer.status, answer.text).toBe(200)
    all.push(...answer.body.events)
    after = answer.body.next
  }
  return all
}

const asOwner = (world: World, statement: string) =>
  world.ownerSql.begin(async (sql) => {
    await sql`select set_config('plumbline.org', ${world.organisationId}, true), set_config('plumbline.reach', 'organisation', true)`
    await sql.unsafe(statement)
  })

test('an admin reads who did what, newest first, with before and after, each event once over the pages', async () => {
  const world = await startedWorld()
  for (const name of ['One', 'Two', 'Three', 'Four', 'Five']) await world.team(name)
  const { body: me } = await world.admin.get('/me')
  const id = await world.team('Six')
  await world.admin.patch(`/teams/${id}`, { name: 'Six again' }, { 'if-match': '"1"' })
  const all = await events(world.admin, '&action=team.')
  expect(all).toHaveLength(7)
  expect(new Set(all.map((event) => event.id)).size).toBe(7)
  expect(all.map(({ at }) => at)).toEqual(
    all
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  )
  expect(all[0]).toMatchObject({
    action: 'team.changed',
    subject: `team:${id}`,
    person: { id: me.person.id, name: 'Ada Admin' },
    means: 'session',
    seal: null,
    detail: { before: { name: 'Six' }, after: { name: 'Six again' } },
  })
})

test('events of one transaction, all at the same microsecond, come once each over the pages', async () => {
  const world = await startedWorld()
  await asOwner(
    world,
    `insert into audit_events (id, action, subject) select gen_random_uuid(), 'same.time', 'team:' || n from generate_series(1, 10) n`,
  )
  expect(new Set((await events(world.admin, '&action=same')).map(({ subject }) => subject)).size).toBe(10)
})

test('filters narrow by action, person, subject, day and letters, which stand for themselves', async () => {
  const world = await startedWorld()
  const id = await world.team('One')
  const { body: me } = await world.admin.get('/me')
  await asOwner(
    world,
    `insert into audit_events (id, at, action, subject) values
       (gen_random_uuid(), '2026-01-31 23:59:59.999999+00', 'old.one', 'x'), (gen_random_uuid(), '2026-02-01 00:00+00', 'old.two', '100%')`,
  )
  const actions = async (query: string) => (await events(world.admin, query)).map(({ action }) => action)
  expect(await actions('&to=2026-01-31')).toEqual(['old.one'])
  expect(await actions('&from=2026-02-01&to=2026-02-01')).toEqual(['old.two'])
  expect(await actions(`&subject=team:${id}`)).toEqual(['team.added'])
  expect(await actions(`&person=${me.person.id}&action=team`)).toEqual(['team.added'])
  expect(await actions('&search=%25')).toEqual(['old.two'])
  expect(await actions('&search=OLD')).toEqual(['old.two', 'old.one'])
  expect(await actions('&action=old.%25')).toEqual([])
})

test('an invented place, a wrong day and an unknown filter are refused at their fields', async () => {
  const { admin } = await startedWorld()
  for (const [query, pointer] of [
    ['after=x', '/after'],
    ['from=yesterday', '/from'],
    ['limit=1000', '/limit'],
  ]) {
    const refused = await admin.get(`/audit?${query}`)
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, pointer])
  }
  expect((await admin.get('/audit?who=me')).status).toBe(400)
})

test('an export holds what fits, without formulas, and is an event with its filter and number of rows', async () => {
  const world = await startedWorld()
  await world.team('One')
  await asOwner(
    world,
    `insert into audit_events (id, action, subject, detail) values (gen_random_uuid(), 'team.odd', '=1+1', '{"a": "=2"}')`,
  )
  const csv = await world.admin.post('/audit/exports/csv', { action: 'team.' })
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const lines = csv.text.trimEnd().split('\r\n')
  expect(lines[0]).toBe('at,person,person_id,account_id,means,action,subject,detail,seal,id')
  expect(lines).toHaveLength(3)
  expect(lines[1]).toContain(",team.odd,'=1+1,")
  const jsonl = await world.admin.post('/audit/exports/jsonl', { action: 'team.' }, { 'idempotency-key': 'export-0001' })
  expect(
    jsonl.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).action),
  ).toEqual(['team.odd', 'team.added'])
  const exported = await events(world.admin, '&action=audit.')
  expect(exported.map(({ detail }) => detail)).toEqual([
    { format: 'jsonl', filter: { action: 'team.' }, rows: 2 },
    { format: 'csv', filter: { action: 'team.' }, rows: 2 },
  ])
})

test('an export of more than 10,000 events is refused and says what to do', async () => {
  const world = await startedWorld()
  await asOwner(
    world,
    `insert into audit_events (id, action, subject) select gen_random_uuid(), 'many.things', 'x' from generate_series(1, 10001)`,
  )
  const refused = await world.admin.post('/audit/exports/csv', { action: 'many' })
  expect(refused.body).toMatchObject({
    status: 400,
    detail: 'More than 10,000 events fit. Choose fewer days, and export the others after.',
  })
  await asOwner(
    world,
    `insert into audit_events (id, at, action, subject) select gen_random_uuid(), '2026-01-01', 'early.things', 'x' from generate_series(1, 10000)`,
  )
  const whole = await world.admin.post('/audit/exports/jsonl', { action: 'early' })
  expect(whole.text.trimEnd().split('\n')).toHaveLength(10_000)
})

test('members and leads neither read nor export the trail, and each refusal is written with its route and reason', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  const lead = await world.join({ name: 'Lea Lead' })
  const teamId = await world.team('Hers')
  await world.admin.patch(`/teams/${teamId}`, { leads: [{ id: lead.id }] }, { 'if-match': '"1"' })
  const answers = [
    await mia.get('/audit'),
    await mia.post('/audit/exports/csv', {}),
    await lead.get('/audit'),
    await lead.post('/audit/exports/jsonl', {}),
  ]
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403])
  const reason = 'Only an admin may read the audit trail: it says what everyone did.'
  expect((await events(world.admin, '&action=refused')).map(({ subject, person, detail }) => [subject, person?.name, detail])).toEqual([
    ['route:POST /audit/exports/jsonl', 'Lea Lead', { reason }],
    ['route:GET /audit', 'Lea Lead', { reason }],
    ['route:POST /audit/exports/csv', 'Mia Member', { reason }],
    ['route:GET /audit', 'Mia Member', { reason }],
  ])
})

test('a refused change leaves its refusal and nothing else; asking for what is missing leaves the same, and what is not valid no trace', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  const before = (await events(world.admin)).length
  expect((await mia.post('/teams', { name: 'Mine' })).status).toBe(403)
  expect((await mia.get('/people/01890000-0000-7000-8000-000000000000')).status).toBe(404)
  expect((await mia.post('/teams', { name: '' })).status).toBe(400)
  const after = await events(world.admin)
  expect(after).toHaveLength(before + 2)
  expect(after[0]).toMatchObject({ action: 'refused', subject: 'route:GET /people/{personId}', detail: { reason: 'Nothing is there.' } })
  expect(after[1]).toMatchObject({ action: 'refused', subject: 'route:POST /teams', person: { name: 'Mia Member' } })
  expect((await world.admin.get('/teams')).body.teams).toEqual([])
})

test('nobody fills the trail with refusals: a minute holds 20 of an account, and the last one says so', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  const ben = await world.join({ name: 'Ben Member' })
  for (let round = 0; round < 6; round++) {
    const answers = await Promise.all(Array.from({ length: 5 }, () => mia.get('/audit')))
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403])
  }
  await ben.get('/audit')
  const refused = await events(world.admin, '&action=refused')
  expect(refused.filter(({ person }) => person?.name === 'Mia Member')).toHaveLength(mostRefusals)
  expect(refused.filter(({ detail }) => 'further' in detail)).toHaveLength(1)
  expect(refused[0]?.person?.name).toBe('Ben Member')
})

test('another organisation sees none of it', async () => {
  const world = await startedWorld()
  const other = await world.otherOrganisation()
  const id = await world.team('Ours')
  expect(await events(other, `&subject=team:${id}`)).toEqual([])
  expect((await other.post('/audit/exports/jsonl', {})).text).not.toContain(id)
  expect((await world.nobody.get('/audit')).status).toBe(401)
})

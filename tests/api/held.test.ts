import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { heldKeys } from '@plumbline/shared/privacy/held-classes.ts'
import { heldTables, notExported } from '@plumbline/server/held/held-tables.ts'
import { startedWorld } from '../support/world.ts'
import type { World } from '../support/world.ts'

async function withMia() {
  const world = await startedWorld()
  const teamId = await world.team('Core')
  const below = await world.team('Below', teamId)
  const lea = await world.join({ name: 'Lea Lead' })
  const mia = await world.join({ name: 'Mia Member', teamId, roleId: 'platform-engineer' })
  const ola = await world.join({ name: 'Ola Other', teamId: below, roleId: 'platform-engineer' })
  await world.admin.patch(`/teams/${teamId}`, { leads: [{ id: lea.id }] }, { 'if-match': '"1"' })
  await world.admin.patch(`/teams/${below}`, { leads: [{ id: mia.id }] }, { 'if-match': '"1"' })
  await mia.put(`/people/${mia.id}/ratings/git`, { level: 4, interest: 2, note: '=cmd of mine' })
  await lea.put(`/people/${mia.id}/lead-ratings/git`, { level: 3, note: 'the lead’s words' })
  await mia.put(`/people/${ola.id}/lead-ratings/git`, { level: 1, note: 'words on Ola' })
  await ola.patch(`/people/${ola.id}/assessment/draft`, { answers: { git: { level: 2, note: 'the draft of Ola' } } }, { 'if-match': '"0"' })
  await mia.patch(`/people/${mia.id}/assessment/draft`, { answers: { git: { level: 5, note: 'my draft' } } }, { 'if-match': '"0"' })
  await mia.put(`/teams/${teamId}/practices/gitops-02`, { answer: 'some', note: 'the team says' }, { 'if-match': '"0"' })
  await mia.post('/hiring/reports', { teams: [below] })
  expect((await mia.post('/tokens', { name: 'a program of mine', scopes: ['teams:read'], days: 30, purpose: 'staffing' })).status).toBe(201)
  return { ...world, teamId, below, lea, mia, ola }
}

test('the JSON says what, when, by whom it is seen and what becomes of it, and holds every class', async () => {
  const { mia, teamId } = await withMia()
  const { status, body } = await mia.get('/me/held.json')
  expect(status).toBe(200)
  expect(body.about).toMatchObject({ organisation: 'Acme', person: 'Mia Member' })
  expect(body.about.classes.map(({ key }: { key: string }) => key)).toEqual(expect.arrayContaining([...heldKeys]))
  for (const { key, name, why, seenBy, whenErased, rows, cut } of body.about.classes) {
    expect([key, name.length > 0, why.length > 0, seenBy.length > 0, whenErased.length > 0, cut]).toEqual([
      key,
      true,
      true,
      true,
      true,
      false,
    ])
    expect([key, body[key].length]).toEqual([key, rows])
  }
  expect(body.profile).toMatchObject([{ id: mia.id, name: 'Mia Member', email: 'mia.member@example.org', team: 'Core', teamId }])
  expect(body.account).toMatchObject([{ email: 'mia.member@example.org' }])
  expect(body.signInMethods).toMatchObject([{ provider: 'credential' }])
  expect(body.sessions).toMatchObject([{ address: '203.0.113.1', method: 'link' }])
  expect(body.membership).toMatchObject([{ personId: mia.id, role: 'member' }])
  expect(body.leads).toMatchObject([{ team: 'Below' }])
  expect(body.draft).toMatchObject([{ answers: { git: { level: 5, note: 'my draft' } } }])
  const ratings = body.ratings.map(({ kind, level, note }: { kind: string; level: number; note: string }) => ({ kind, level, note }))
  expect(ratings).toEqual([
    { kind: 'lead', level: 3, note: 'the lead’s words' },
    { kind: 'self', level: 4, note: '=cmd of mine' },
  ])
  expect(body.assessments.map(({ byMe }: { byMe: boolean }) => byMe)).toEqual([false, true])
  expect(body.levels).toMatchObject([{ self: { git: 4 }, lead: { git: 3 }, current: { git: 3 } }])
  expect(body.ratingsGiven).toHaveLength(1)
  expect(body.practiceAnswers).toMatchObject([{ practiceId: 'gitops-02', answer: 'some', note: 'the team says', team: 'Core' }])
  expect(body.reports).toHaveLength(1)
  expect(body.tokens).toMatchObject([{ name: 'a program of mine', scopes: ['teams:read'] }])
})

test('what the audit trail says of me is opened; what I did to others says no more than that', async () => {
  const { mia } = await withMia()
  const { events } = (await mia.get('/me/held.json')).body
  const of = (action: string) => events.filter((event: { action: string }) => event.action === action)
  expect(of('person.added')).toMatchObject([{ byMe: false, detail: { after: { name: 'Mia Member', email: 'mia.member@example.org' } } }])
  expect(of('rating.given_as_lead')).toMatchObject([
    { byMe: true, detail: null },
    { byMe: false, detail: { skillId: 'git' } },
  ])
})

test('nobody else’s words, drafts, names or addresses and no secret are in either file', async () => {
  const { mia, ownerSql } = await withMia()
  const secrets = await ownerSql<{ secret: string }[]>`select password as secret from credentials union all select token from sessions`
  for (const path of ['/me/held.json', '/me/held.csv']) {
    const { text } = await mia.get(path)
    for (const word of ['Ola Other', 'ola.other', 'Ada Admin', 'Lea Lead', 'words on', 'draft of'])
      expect([path, text.includes(word)]).toEqual([path, false])
    for (const { secret } of secrets) expect(text).not.toContain(secret)
  }
})

test('the CSV has a line per value, without formulas, and says the same as the JSON', async () => {
  const { mia } = await withMia()
  const csv = await mia.get('/me/held.csv')
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const rows: Record<string, string>[] = parse(csv.text, { columns: true })
  expect(csv.text.split('\r\n')[0]).toBe('class,id,at,field,value')
  expect(rows.find(({ class: of, field }) => of === 'profile' && field === 'email')?.['value']).toBe('mia.member@example.org')
  expect(rows.find(({ value }) => value?.includes('cmd of mine'))?.['value']).toBe(`'=cmd of mine`)
  const { body } = await mia.get('/me/held.json')
  const filled = body.about.classes.filter((one: { rows: number }) => one.rows > 0).map((one: { key: string }) => one.key)
  expect([...new Set(rows.map(({ class: of }) => of))].toSorted()).toEqual(filled.toSorted())
  const values = body.ratings.flatMap((row: object) =>
    Object.entries(row).filter(([field, value]) => field !== 'id' && field !== 'at' && value !== null),
  )
  expect(rows.filter(({ class: of }) => of === 'ratings')).toHaveLength(values.length)
})

test('each file that is taken is an event with its format and numbers of rows', async () => {
  const { mia, admin } = await withMia()
  await mia.get('/me/held.csv')
  const { events } = (await admin.get('/audit?action=person.exported')).body
  expect(events).toMatchObject([
    { subject: `person:${mia.id}`, person: { id: mia.id }, detail: { format: 'csv', rows: { ratings: 2, profile: 1 } } },
  ])
})

test('the counts of the page are those of the file', async () => {
  const { mia } = await withMia()
  const { rows } = (await mia.get('/me/held')).body
  const { about } = (await mia.get('/me/held.json')).body
  expect(rows).toEqual(Object.fromEntries(about.classes.map(({ key, rows }: { key: string; rows: number }) => [key, rows])))
})

test('refused: whoever is not signed in; nobody can ask for someone else’s', async () => {
  const { nobody, admin, mia } = await withMia()
  for (const path of ['/me/held', '/me/held.json', '/me/held.csv']) expect([path, (await nobody.get(path)).status]).toEqual([path, 401])
  expect((await admin.get(`/me/held.json?person=${mia.id}`)).status).toBe(400)
  expect((await admin.get('/me/held.json')).body.profile).toMatchObject([{ name: 'Ada Admin' }])
})

test('of two files at once one is made, and the other is told to wait', async () => {
  const { mia } = await withMia()
  const answers = await Promise.all(Array.from({ length: 4 }, () => mia.get('/me/held.json')))
  const statuses = new Set(answers.map(({ status }) => status))
  expect(statuses.has(200)).toBe(true)
  for (const status of statuses) expect([200, 429]).toContain(status)
})

interface ColumnOf {
  table: string
  column: string
  type: string
}

/** Columns that point at a person or an account, or hold an address, whichever table they are in. */
const pointing = /^(person_id|account_id|email|person|people|person_ids|owner_id|.*_by|.*_person_id|.*_account_id)$/

/** Those that are neither in the file nor left out with a reason. */
async function forgotten({ ownerSql }: World): Promise<string[]> {
  const columns = await ownerSql<ColumnOf[]>`
    select c.table_name as table, c.column_name as column, c.data_type as type from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1, 2`
  const given = (table: string, column: string) =>
    heldTables.some(
      (held) =>
        held.table === table &&
        (held.column === column ||
          Object.values(held.columns).some((from) => from === column || new RegExp(String.raw`\bx\.${column}\b`).test(from)) ||
          column in (held.leftOut ?? {})),
    )
  const classes = new Set(heldTables.map(({ table }) => table))
  return (
    columns
      // The events have a query of their own, which opens them.
      .filter(({ table }) => table !== 'audit_events')
      .filter(({ table, column, type }) => classes.has(table) || (pointing.test(column) && /uuid|text|ARRAY/.test(type)))
      .filter(({ table, column }) => !given(table, column) && !(`${table}.${column}` in notExported))
      .map(({ table, column }) => `${table}.${column}`)
  )
}

test('every column that points at a person or account, and every column of a table with rows of theirs, is given or left out with a reason', async () => {
  const world = await startedWorld()
  expect(await forgotten(world)).toEqual([])
})

test('a table or column that is added and forgotten here turns that red', async () => {
  const world = await startedWorld()
  await world.ownerSql`create table kudos (id uuid primary key, person_id uuid, given_by uuid)`
  await world.ownerSql`alter table people add column nickname text`
  expect(await forgotten(world)).toEqual(['kudos.given_by', 'kudos.person_id', 'people.nickname'])
})

test('the map of data in docs/privacy.md names every table', async () => {
  const { ownerSql } = await startedWorld()
  const tables = await ownerSql<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`
  const text = await readFile(join(import.meta.dirname, '../../docs/privacy.md'), 'utf8')
  expect(tables.map(({ name }) => name).filter((name) => !text.includes(`\`${name}\``))).toEqual([])
})

test('every class has a source, and reasons are sentences for people', () => {
  expect([...heldTables.map(({ key }) => key), 'events'].toSorted()).toEqual(heldKeys.toSorted())
  for (const reason of Object.values(notExported)) expect(reason.length).toBeGreaterThan(30)
})

import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { auditEvents } from '@plumbline/server/db/schema.ts'
import { rate } from '../support/rate.ts'
import { startedWorld } from '../support/world.ts'

const missing = '01980000-0000-7000-8000-000000000000'

/** Cost, led by Lea, with Fay who is rated in one skill, wants two FinOps engineers. */
async function cost() {
  const world = await startedWorld('Acme')
  const teamId = await world.team('Cost')
  const lea = await world.join({ name: 'Lea Lead' })
  const fay = await world.join({ name: 'Fay FinOps', teamId, roleId: 'finops-engineer' })
  await world.admin.patch(`/teams/${teamId}`, { leads: [{ id: lea.id }] }, { 'if-match': '"1"' })
  await world.admin.put(`/teams/${teamId}/demand`, { demand: [{ roleId: 'finops-engineer', people: 2 }] })
  await rate(world, fay.id, { kind: 'self', levels: { 'right-sizing': 5, git: 3 } })
  return { ...world, teamId, lea, fay }
}

test('a report says its day, scope, framework, sources and rule, and counts as the gaps do', async () => {
  const { lea, teamId, organisationId, database } = await cost()
  const report = await lea.post('/hiring/reports', { teams: [teamId] })
  expect(report.status).toBe(201)
  const today = new Date().toISOString().slice(0, 10)
  expect(report.body).toMatchObject({
    organisation: 'Acme',
    frameworkVersion: '2026.1',
    createdBy: 'Lea Lead',
    people: 1,
    teams: [{ id: teamId, name: 'Cost' }],
    counted: [{ id: teamId, name: 'Cost' }],
    roleNames: { 'finops-engineer': 'FinOps-responsible Engineer' },
  })
  expect([today, new Date().toISOString().slice(0, 10)]).toContain(report.body.day)
  const { rule, people: _, ...gaps } = (await lea.get(`/hiring/gaps?team=${teamId}`)).body
  expect(report.body.gaps).toEqual(gaps)
  expect(report.body.rule).toEqual(rule)
  // 24 skills are expected. Fay has two of them, but of the open position all are missing.
  expect(Object.keys(report.body.expectations['finops-engineer'])).toHaveLength(24)
  const { level, basis, sources } = report.body.expectations['finops-engineer']['right-sizing']
  expect([level, basis]).toEqual([5, 'stated'])
  const titles = new Map(report.body.documents.map((document: { id: string; title: string }) => [document.id, document.title]))
  for (const source of sources) expect(titles.get(source.document)).toEqual(expect.any(String))
  const events = await database.withTx({ orgId: organisationId }, { readOnly: true }, (tx) => tx.select().from(auditEvents))
  expect(events.find(({ action }) => action === 'hiring.exported')).toMatchObject({
    subject: `report:${report.body.id}`,
    detail: { teams: [{ id: teamId, name: 'Cost' }], people: 1, roles: 1, skills: 24 },
  })
})

test('a report stays as it was whatever changes afterwards', async () => {
  const world = await cost()
  const { admin, teamId, fay, join } = world
  const made = await admin.post('/hiring/reports', { teams: [teamId] })
  const csv = await admin.get(`/hiring/reports/${made.body.id}/csv`)
  await admin.patch(`/teams/${teamId}`, { name: 'Renamed' }, { 'if-match': '"2"' })
  await admin.patch('/organisation', { name: 'Renamed' }, { 'if-match': '"1"' })
  await admin.put(`/teams/${teamId}/demand`, { demand: [] })
  await join({ name: 'New Here', teamId, roleId: 'data-engineer' })
  await rate(world, fay.id, { kind: 'self', levels: { 'usage-waste': 5 } })
  expect((await admin.get(`/hiring/reports/${made.body.id}`)).text).toBe(made.text)
  expect((await admin.get(`/hiring/reports/${made.body.id}/csv`)).text).toBe(csv.text)
  expect((await admin.post('/hiring/reports', { teams: [teamId] })).body.gaps).not.toEqual(made.body.gaps)
})

test('a retried creation answers the same report and makes no second one', async () => {
  const { admin, teamId } = await cost()
  const key = { 'idempotency-key': 'one-key-for-this' }
  const first = await admin.post('/hiring/reports', { teams: [teamId] }, key)
  expect((await admin.post('/hiring/reports', { teams: [teamId] }, key)).body).toEqual(first.body)
  expect((await admin.get('/hiring/reports')).body.reports).toHaveLength(1)
})

test('a report is there for those who may plan for all of its teams; for others it is not', async () => {
  const { admin, lea, fay, teamId, team } = await cost()
  const payments = await team('Payments')
  const own = (await admin.post('/hiring/reports', { teams: [teamId] })).body.id
  const both = (await admin.post('/hiring/reports', { teams: [teamId, payments] })).body.id
  const listed = async (caller: typeof admin) => (await caller.get('/hiring/reports')).body.reports.map(({ id }: { id: string }) => id)
  expect(await listed(admin)).toEqual([both, own])
  expect(await listed(lea)).toEqual([own])
  expect(await listed(fay)).toEqual([])
  for (const [caller, id] of [
    [lea, both],
    [fay, own],
    [fay, both],
  ] as const) {
    for (const tail of ['', '/csv']) {
      const hidden = await caller.get(`/hiring/reports/${id}${tail}`)
      expect(hidden.status).toBe(404)
      expect(hidden.text.replaceAll(id, missing)).toBe((await caller.get(`/hiring/reports/${missing}${tail}`)).text)
    }
  }
  expect((await lea.get(`/hiring/reports/${own}`)).status).toBe(200)
})

test('what stood below a chosen team that day decides as well', async () => {
  const { admin, join, team } = await cost()
  const top = await team('Engineering')
  const below = await team('Data', top)
  const tia = await join({ name: 'Tia Top' })
  await admin.patch(`/teams/${top}`, { leads: [{ id: tia.id }] }, { 'if-match': '"1"' })
  const { id } = (await tia.post('/hiring/reports', { teams: [top] })).body
  expect((await tia.get(`/hiring/reports/${id}`)).body.counted.map(({ name }: { name: string }) => name)).toEqual(['Data', 'Engineering'])
  await admin.patch(`/teams/${below}`, { parentId: null }, { 'if-match': '"1"' })
  expect((await tia.get(`/hiring/reports/${id}`)).status).toBe(404)
})

test('a report of another organisation answers exactly like one that is not there', async () => {
  const { admin, teamId, otherOrganisation } = await cost()
  const { id } = (await admin.post('/hiring/reports', { teams: [teamId] })).body
  const otto = await otherOrganisation()
  for (const tail of ['', '/csv']) {
    const other = await otto.get(`/hiring/reports/${id}${tail}`)
    expect(other.status).toBe(404)
    expect(other.text.replaceAll(id, missing)).toBe((await otto.get(`/hiring/reports/${missing}${tail}`)).text)
  }
  expect((await otto.get('/hiring/reports')).body.reports).toEqual([])
})

test('a report keeps what the levels were called when it was made', async () => {
  const { admin, teamId } = await cost()
  const { body: report } = await admin.post('/hiring/reports', { teams: [teamId] })
  expect(report.levelNames).toEqual(['none', 'aware', 'assisted', 'independent', 'advanced', 'leading'])
  expect((await admin.get(`/hiring/reports/${report.id}`)).body.levelNames).toEqual(report.levelNames)
})

test('a report names at least one team', async () => {
  const { admin } = await cost()
  const refused = await admin.post('/hiring/reports', { teams: [] })
  expect(refused.body.errors).toEqual([{ in: 'body', pointer: '/teams', detail: 'Choose at least one team.' }])
})

test('the CSV is one table that reads back to the report, and no cell is a formula', async () => {
  const { admin, teamId, team } = await cost()
  const trap = await team('=cmd()')
  await admin.patch('/organisation', { name: '@SUM(A1)' }, { 'if-match': '"1"' })
  const { body: report } = await admin.post('/hiring/reports', { teams: [trap, teamId] })
  const csv = await admin.get(`/hiring/reports/${report.id}/csv`)
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const rows: Record<string, string>[] = parse(csv.text, { columns: true })
  for (const row of rows) {
    expect(row).toMatchObject({ day: report.day, organisation: "'@SUM(A1)", scope: "'=cmd(); Cost", framework_version: '2026.1' })
    for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
  }
  const of = (kind: string) => rows.filter((row) => row['kind'] === kind)
  expect(of('role')).toHaveLength(1)
  expect(of('role')[0]).toMatchObject({ role: 'FinOps-responsible Engineer', present: '1', demanded: '2', unfilled: '1' })
  expect(of('role-skill')).toHaveLength(24)
  const rightSizing = of('role-skill').find((row) => row['skill']?.startsWith('Right-sizing') === true)
  expect(rightSizing).toMatchObject({
    importance: 'must',
    level_at_mid: '5',
    basis: 'stated',
    expected: '2',
    met: '1',
    unfilled: '1',
    missing: '1',
  })
  expect(rightSizing?.['sources']).toContain('DevOps')
  const missingOf = (row: Record<string, string>) => Number(row['missing'])
  expect(of('skill').map(missingOf)).toEqual(report.gaps.skills.map((skill: { missing: number }) => skill.missing))
  expect(of('rule').map((row) => row['note'])).toEqual(report.rule)
})

import { expect, test } from 'vitest'
import { startedWorld } from '../support/world.ts'
import type { Caller } from '../support/world.ts'

const heading = 'name,email,team,role,seniority,lead'
const fileOf = (...lines: string[]) => ({ text: [heading, ...lines].join('\n') })
const preview = async (caller: Caller, text: string) => (await caller.post('/imports/people/previews', { text })).body
const bring = (caller: Caller, ...lines: string[]) => caller.post('/imports/people', fileOf(...lines))

const peopleOf = async (admin: Caller) =>
  (await admin.get('/people?limit=200')).body.people as { name: string; email: string; teamId: string; roleId: string; version: number }[]
const teamsOf = async (admin: Caller) =>
  (await admin.get('/teams')).body.teams as {
    id: string
    name: string
    parentId: string | null
    version: number
    leads: { name: string }[]
    people: number
  }[]

/** Team names with their parents' and their leads', as the list has them. */
const treeOf = async (admin: Caller) => {
  const teams = await teamsOf(admin)
  const names = new Map(teams.map(({ id, name }) => [id, name]))
  return teams.map(({ name, parentId, leads }) => [name, parentId === null ? null : names.get(parentId), leads.map((lead) => lead.name)])
}

test('people come in with the teams on their way, parents first, and with their leads', async () => {
  const { admin } = await startedWorld()
  const done = await bring(
    admin,
    'Ben Okafor,ben@example.org,Engineering > Platform > Runtime,Platform Engineer,senior,yes',
    'Cem Ada,cem@example.org,Runtime,platform-engineer,,',
    'Dia Roy,dia@example.org,Engineering,Data Engineer,architect,x',
  )
  expect(done.status).toBe(201)
  expect(done.body).toEqual({ added: 3, changed: 0, same: 0, teams: 3 })
  expect(await treeOf(admin)).toEqual([
    ['Engineering', null, ['Dia Roy']],
    ['Platform', 'Engineering', []],
    ['Runtime', 'Platform', ['Ben Okafor']],
  ])
  const people = await peopleOf(admin)
  expect(people.find(({ name }) => name === 'Cem Ada')).toMatchObject({
    email: 'cem@example.org',
    roleId: 'platform-engineer',
    seniority: 'mid',
  })
})

test('the same file twice changes nothing', async () => {
  const { admin } = await startedWorld()
  const lines = [
    'Ben Okafor,ben@example.org,Engineering > Platform,Platform Engineer,senior,yes',
    'Cem Ada,cem@example.org,Platform,Platform Engineer,,',
  ]
  await bring(admin, ...lines)
  const before = [await peopleOf(admin), await teamsOf(admin)]
  const again = await bring(admin, ...lines)
  expect(again.body).toEqual({ added: 0, changed: 0, same: 2, teams: 0 })
  expect([await peopleOf(admin), await teamsOf(admin)]).toEqual(before)
})

test('a person is known by their address: name, team, role, seniority and lead follow the file', async () => {
  const { admin } = await startedWorld()
  await bring(
    admin,
    'Ben Okafor,ben@example.org,Platform,Platform Engineer,mid,yes',
    'Cem Ada,cem@example.org,Platform,Platform Engineer,mid,no',
  )
  const done = await bring(
    admin,
    'Benjamin Okafor,BEN@example.org,Security,Platform Engineer,senior,no',
    'Cem Ada,cem@example.org,Platform,Platform Engineer,mid,yes',
  )
  expect(done.body).toEqual({ added: 0, changed: 2, same: 0, teams: 1 })
  const security = (await teamsOf(admin)).find(({ name }) => name === 'Security')
  expect((await peopleOf(admin)).find(({ email }) => email === 'ben@example.org')).toMatchObject({
    name: 'Benjamin Okafor',
    teamId: security?.id,
    seniority: 'senior',
    version: 2,
  })
  // Ben is still lead of the team that he left: the file speaks of the team in its row alone.
  expect(await treeOf(admin)).toEqual([
    ['Platform', null, ['Benjamin Okafor', 'Cem Ada']],
    ['Security', null, []],
  ])
})

test('"no" takes the lead away and makes an open view of the team stale; a file without the column leaves leads alone', async () => {
  const { admin } = await startedWorld()
  await bring(admin, 'Ben Okafor,ben@example.org,Platform,Platform Engineer,mid,yes')
  const [team] = await teamsOf(admin)
  await admin.post('/imports/people', { text: 'name,email,team,role\nBen B,ben@example.org,Platform,Platform Engineer' })
  expect(await treeOf(admin)).toEqual([['Platform', null, ['Ben B']]])
  await bring(admin, 'Ben B,ben@example.org,Platform,Platform Engineer,mid,no')
  expect(await treeOf(admin)).toEqual([['Platform', null, []]])
  const late = await admin.patch(`/teams/${team?.id}`, { name: 'Core' }, { 'if-match': `"${team?.version}"` })
  expect(late.status).toBe(412)
})

test('the admin who imports may be in the file', async () => {
  const { admin } = await startedWorld()
  expect((await bring(admin, 'Ada Lovelace,ada@example.org,Platform,Platform Engineer,architect,yes')).body).toMatchObject({ changed: 1 })
  expect((await admin.get('/me')).body).toMatchObject({ role: 'admin', person: { name: 'Ada Lovelace', seniority: 'architect' } })
})

test('one wrong row and nothing is written: the refusal names line and column', async () => {
  const { admin } = await startedWorld()
  const before = [await peopleOf(admin), await teamsOf(admin)]
  const refused = await bring(
    admin,
    'Ben Okafor,ben@example.org,New,Platform Engineer,mid,',
    'Cem Ada,cem@example.org,New,Platfrom Engineer,chief,',
  )
  expect(refused.status).toBe(400)
  expect(refused.body).toMatchObject({
    code: 'invalid',
    detail: 'Nothing was imported: the file needs correcting. Look at each line that is named.',
  })
  expect(refused.body.errors).toEqual([
    { in: 'body', pointer: '/rows/3/role', detail: 'Role "Platfrom Engineer" is not known. Did you mean "Platform Engineer"?' },
    {
      in: 'body',
      pointer: '/rows/3/seniority',
      detail: 'Seniority "chief" is not known. Use one of: entry, mid, senior, architect, or leave it blank.',
    },
  ])
  expect([await peopleOf(admin), await teamsOf(admin)]).toEqual(before)
})

test('a preview says what each row would do and writes nothing', async () => {
  const { admin } = await startedWorld()
  await bring(admin, 'Ben Okafor,ben@example.org,Platform,Platform Engineer,senior,yes')
  const before = [await peopleOf(admin), await teamsOf(admin)]
  const lines = [
    'Ben Okafor,ben@example.org,Platform,platform engineer,,yes',
    'Ada Admin,ada@example.org,Security > Keys,Platform Engineer,mid,',
    'Cem Ada,cem@example.org,Platform,Gardener,mid,',
    'Dia Roy,dia@example.org,Platform,Platform Engineer,mid,',
  ]
  const seen = await preview(admin, fileOf(...lines).text)
  expect(seen.counts).toEqual({ add: 1, change: 1, same: 1, wrong: 1 })
  expect(seen.teams).toEqual(['Security', 'Security > Keys'])
  expect(seen.rows[0]).toEqual({
    line: 2,
    name: 'Ben Okafor',
    email: 'ben@example.org',
    team: 'Platform',
    role: 'Platform Engineer',
    seniority: 'senior',
    lead: 'yes',
    action: 'same',
    problems: [],
  })
  expect(seen.rows[2]).toMatchObject({ action: null, role: 'Gardener', problems: [{ column: 'role' }] })
  expect([await peopleOf(admin), await teamsOf(admin)]).toEqual(before)
})

test('duplicate addresses point at each other', async () => {
  const { admin } = await startedWorld()
  const { rows } = await preview(
    admin,
    fileOf('Ben,ben@example.org,A,Platform Engineer,,', 'Ben,Ben@Example.org,A,Platform Engineer,,').text,
  )
  expect(rows.map((row: { problems: unknown[] }) => row.problems)).toEqual([
    [{ column: 'email', message: 'The same e-mail address stands in line 3. Keep one line per person.' }],
    [{ column: 'email', message: 'The same e-mail address stands in line 2. Keep one line per person.' }],
  ])
})

test('a member may neither preview nor import', async () => {
  const { join, admin } = await startedWorld()
  const mia = await join({ name: 'Mia Member' })
  const line = 'Eve Other,eve@example.org,Platform,Platform Engineer,,'
  expect((await mia.post('/imports/people/previews', fileOf(line))).status).toBe(403)
  expect((await bring(mia, line)).body).toMatchObject({ code: 'forbidden', detail: 'Only an admin may change people, teams and settings.' })
  expect((await admin.get('/people')).body.total).toBe(2)
})

test('people and teams of another organisation are not known and not touched', async () => {
  const world = await startedWorld()
  const other = await world.otherOrganisation()
  await bring(world.admin, 'Ben Okafor,ben@example.org,Platform,Platform Engineer,mid,')
  expect((await bring(other, 'Another Ben,ben@example.org,Platform,Platform Engineer,mid,')).body).toEqual({
    added: 1,
    changed: 0,
    same: 0,
    teams: 1,
  })
  expect((await peopleOf(world.admin)).map(({ name }) => name)).toEqual(['Ada Admin', 'Ben Okafor'])
})

test('the kept counts follow the people', async () => {
  const world = await startedWorld()
  const counts = `select t.name, (select sum(n) from unnest(c.expected) n)::int as n from team_counts c join teams t on t.id = c.team_id`
  const expected = async () => {
    const { rows } = await world.database.withTx({ orgId: world.organisationId }, { readOnly: true }, (tx) =>
      tx.execute<{ name: string; n: number }>(counts),
    )
    return Object.fromEntries(rows.map(({ name, n }) => [name, n]))
  }
  await bring(
    world.admin,
    'Ben Okafor,ben@example.org,Platform,Platform Engineer,mid,',
    'Cem Ada,cem@example.org,Platform,Platform Engineer,mid,',
  )
  const { Platform: both = 0 } = await expected()
  expect(both).toBeGreaterThan(0)
  await bring(world.admin, 'Cem Ada,cem@example.org,Security,Platform Engineer,mid,')
  expect(await expected()).toEqual({ Platform: both / 2, Security: both / 2 })
})

test('two imports of one file at once end as one', async () => {
  const { admin } = await startedWorld()
  const lines = Array.from({ length: 30 }, (_, at) => `Person ${at},p${at}@example.org,Top > Team ${at % 3},Platform Engineer,mid,`)
  const answers = await Promise.all([bring(admin, ...lines), bring(admin, ...lines)])
  expect(answers.map(({ status }) => status)).toEqual([201, 201])
  expect(answers.map(({ body }) => [body.added, body.same]).toSorted()).toEqual([
    [0, 30],
    [30, 0],
  ])
  expect((await admin.get('/people')).body.total).toBe(31)
})

test('3,000 people come in at once, within seconds', async () => {
  const { admin } = await startedWorld()
  const lines = Array.from(
    { length: 3000 },
    (_, at) => `Person ${at},p${at}@example.org,Top > Team ${at % 60},Platform Engineer,mid,${at < 60 ? 'yes' : ''}`,
  )
  const begun = performance.now()
  expect((await preview(admin, fileOf(...lines).text)).counts).toEqual({ add: 3000, change: 0, same: 0, wrong: 0 })
  expect((await bring(admin, ...lines)).body).toEqual({ added: 3000, changed: 0, same: 0, teams: 61 })
  const moved = lines.map((line) => line.replace(/,mid,(yes)?$/, ',senior,'))
  expect((await bring(admin, ...moved)).body).toEqual({ added: 0, changed: 3000, same: 0, teams: 0 })
  expect(performance.now() - begun).toBeLessThan(20_000)
})

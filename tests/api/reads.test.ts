import { expect, test } from 'vitest'
import { features } from '@plumbline/server/features.ts'
import { leavesTrace } from '@plumbline/shared/http/route.ts'
import { rate } from '../support/rate.ts'
import { startedWorld, testPassword } from '../support/world.ts'
import type { Answer, Caller, World } from '../support/world.ts'

const missing = '01980000-0000-7000-8000-000000000000'

/** Mia and Ned in a team that Lea leads, with ratings; nobody has opened anything yet. */
async function ledTeam(name?: string) {
  const world = await startedWorld(name)
  const teamId = await world.team('Platform')
  const place = { teamId, roleId: 'platform-engineer' }
  const [mia, ned, lea] = [
    await world.join({ name: 'Mia Member', ...place }),
    await world.join({ name: 'Ned Member', ...place }),
    await world.join({ name: 'Lea Lead', ...place }),
  ]
  await world.admin.patch(`/teams/${teamId}`, { leads: [{ id: lea.id }] }, { 'if-match': '"1"' })
  await rate(world, mia.id, { kind: 'self', note: 'Only in the lab.', levels: { kubernetes: 2 } })
  return { ...world, teamId, mia, ned, lea }
}

const recordOf = async (person: Caller & { id: string }, query = '') => {
  const answer = await person.get(`/people/${person.id}/reads${query}`)
  expect(answer.status, answer.text).toBe(200)
  return answer.body.reads as { reader: { name: string; token: boolean }; what: string; purpose: string; people: number }[]
}

/** Someone who just signed in, before they said what for. */
const freshly = async (world: World, email: string) =>
  world.caller(world.cookieOf(await world.nobody.post('/sessions', { email, password: testPassword })))

const setPurpose = (caller: Caller, purpose: string) => caller.put('/sessions/current/purpose', { purpose })

const rowsOf = ({ database, organisationId }: World, table: string) =>
  database.withTx({ orgId: organisationId }, { readOnly: true, as: 'plumbline_operator' }, async (tx) => {
    const { rows } = await tx.execute<Record<string, unknown>>(`select * from ${table}`)
    return rows
  })

test('who opens a heatmap is seen by everyone in it, with what for, and not by themselves', async () => {
  const { lea, mia, ned, teamId } = await ledTeam()
  await setPurpose(lea, 'staffing')
  expect((await lea.get(`/teams/${teamId}/heatmap`)).status).toBe(200)
  for (const person of [mia, ned])
    expect(await recordOf(person)).toEqual([
      {
        id: expect.any(String),
        at: expect.any(String),
        reader: { name: 'Lea Lead', token: false },
        what: 'heatmap',
        team: 'Platform',
        purpose: 'staffing',
        people: 2,
        rows: null,
      },
    ])
  expect(await recordOf(lea)).toEqual([])
})

test('the file of what is held on someone has who read them, and what they opened of others', async () => {
  const { lea, mia, teamId } = await ledTeam()
  await lea.get(`/teams/${teamId}/heatmap`)
  const heatmap = { what: 'heatmap', team: 'Platform', purpose: 'development', people: 2 }
  expect((await mia.get('/me/held.json')).body).toMatchObject({ readsOfYou: [{ ...heatmap, reader: 'Lea Lead' }], readsByYou: [] })
  const hers = (await lea.get('/me/held.json')).body
  expect(hers).toMatchObject({ readsOfYou: [], readsByYou: [{ ...heatmap, subject: `team:${teamId}` }] })
  expect(JSON.stringify(hers.readsByYou)).not.toContain(mia.id)
})

test('opening one person’s ratings is seen by that person alone', async () => {
  const { lea, mia, ned } = await ledTeam()
  await lea.get(`/people/${mia.id}/skills/kubernetes`)
  expect(await recordOf(mia)).toMatchObject([{ what: 'ratings', reader: { name: 'Lea Lead' }, team: null, people: 1 }])
  expect(await recordOf(ned)).toEqual([])
})

test('without a purpose other people’s data stays closed, and a sentence says what to do', async () => {
  const world = await ledTeam()
  const lea = await freshly(world, world.lea.email)
  for (const path of [`/teams/${world.teamId}/heatmap`, `/people/${world.mia.id}/skills/kubernetes`]) {
    const asked = await lea.get(path)
    expect(asked.body).toMatchObject({
      status: 428,
      code: 'purpose_required',
      detail: 'Say what you open other people’s data for, then ask again. Those who are read see it.',
    })
    expect(asked.text).not.toContain('Mia')
  }
  expect(await rowsOf(world, 'reads')).toEqual([])
  expect((await lea.get('/me')).body.purpose).toBeNull()
  expect((await setPurpose(lea, 'development')).body).toEqual({ purpose: 'development' })
  expect((await lea.get('/me')).body.purpose).toBe('development')
  expect((await lea.get(`/teams/${world.teamId}/heatmap`)).status).toBe(200)
})

test('the rights come before the purpose: who may not see is told the same with and without one', async () => {
  const world = await ledTeam()
  const paths = [`/teams/${world.teamId}/heatmap`, `/people/${world.mia.id}/skills/kubernetes`, `/teams/${missing}/heatmap`]
  const answers = async (caller: Caller) => Promise.all(paths.map((path) => caller.get(path)))
  const told = (all: Answer[]) => all.map(({ status, text }) => [status, text])
  const fresh = await freshly(world, world.ned.email)
  expect(told(await answers(fresh))).toEqual(told(await answers(world.ned)))
  expect((await answers(fresh)).map(({ status }) => status)).toEqual([404, 404, 404])
  const other = await world.otherOrganisation()
  expect((await answers(other)).map(({ status }) => status)).toEqual([404, 404, 404])
})

test('reading only oneself asks for no purpose and leaves no trace', async () => {
  const world = await ledTeam()
  const mia = await freshly(world, world.mia.email)
  expect((await mia.get(`/people/${world.mia.id}/skills/kubernetes`)).status).toBe(200)
  const alone = await world.team('Alone')
  const cleo = await world.join({ name: 'Cleo Alone', teamId: alone })
  await world.admin.patch(`/teams/${alone}`, { leads: [{ id: cleo.id }] }, { 'if-match': '"1"' })
  expect((await (await freshly(world, cleo.email)).get(`/teams/${alone}/heatmap`)).status).toBe(200)
  expect(await rowsOf(world, 'reads')).toEqual([])
})

test('the same again within the hour is one entry; another purpose, session, person or hour is another', async () => {
  const world = await ledTeam()
  const { lea, mia, teamId } = world
  const open = () => lea.get(`/teams/${teamId}/heatmap`)
  await Promise.all([open(), open(), open()])
  expect(await recordOf(mia)).toHaveLength(1)
  await setPurpose(lea, 'hiring')
  await open()
  expect(await recordOf(mia)).toHaveLength(2)
  await setPurpose(lea, 'development')
  await open()
  expect(await recordOf(mia)).toHaveLength(2)
  const again = await freshly(world, lea.email)
  await setPurpose(again, 'development')
  await again.get(`/teams/${teamId}/heatmap`)
  expect(await recordOf(mia)).toHaveLength(3)
  await world.join({ name: 'New Member', teamId })
  await open()
  expect(await recordOf(mia)).toHaveLength(4)
  await world.ownerSql.begin(async (sql) => {
    await sql`select set_config('plumbline.org', ${world.organisationId}, true)`
    await sql.unsafe('alter table reads no force row level security')
    await sql`update reads set hour = hour - interval '1 hour'`
    await sql.unsafe('alter table reads force row level security')
  })
  await open()
  expect(await recordOf(mia)).toHaveLength(5)
})

test('each read is an event of the audit trail, with how many and what for, and without their names', async () => {
  const { admin, lea, mia, teamId } = await ledTeam()
  await lea.get(`/teams/${teamId}/heatmap`)
  await lea.get(`/teams/${teamId}/heatmap`)
  const { events } = (await admin.get('/audit?action=people.read')).body
  expect(events).toHaveLength(1)
  expect(events[0]).toMatchObject({
    person: { name: 'Lea Lead' },
    means: 'session',
    subject: `team:${teamId}`,
    detail: { what: 'heatmap', people: 2, purpose: 'development' },
  })
  expect(JSON.stringify(events)).not.toContain(mia.id)
})

test('a GET that leaves a trace changes nothing else', async () => {
  const world = await ledTeam()
  const report = await world.admin.post('/hiring/reports', { teams: [world.teamId] })
  const tables = await world.ownerSql<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id' where c.relkind = 'r' order by 1`
  const others = tables.filter(({ name }) => !['reads', 'audit_events'].includes(name))
  const all = () =>
    world.ownerSql.begin(async (sql) => {
      await sql`select set_config('plumbline.org', ${world.organisationId}, true), set_config('plumbline.reach', 'organisation', true)`
      const found: unknown[] = []
      for (const { name } of others) found.push([name, await sql`select * from ${sql(name)} as t order by t::text`])
      return JSON.stringify(found)
    })
  const before = await all()
  const values = { teamId: world.teamId, personId: world.mia.id, skillId: 'kubernetes', reportId: report.body.id }
  const traced = features.flatMap(({ routes }) => routes).filter(({ route }) => leavesTrace(route))
  expect(traced.map(({ route }) => `${route.method} ${route.path}`).toSorted()).toEqual([
    'get /hiring/reports/{reportId}/csv',
    'get /me/held.csv',
    'get /me/held.json',
    'get /people/{personId}/lead-ratings',
    'get /people/{personId}/skills/{skillId}',
    'get /teams/{teamId}/heatmap',
  ])
  for (const { route } of traced) {
    const path = route.path.replace(/\{(\w+)\}/g, (_, name: keyof typeof values) => values[name])
    expect((await world.admin.get(path)).status, path).toBe(200)
  }
  expect(await all()).toBe(before)
  expect(await rowsOf(world, 'reads')).toHaveLength(2)
})

/** Why each other GET for signed-in people opens nobody's data: a new one has to say so, or open people. */
const opensNobody: Record<string, string> = {
  '/sessions': 'one’s own',
  '/me': 'one’s own',
  '/organisation': 'no people',
  '/framework': 'no people',
  '/frameworks': 'who published, no ratings',
  '/frameworks/{version}': 'no people',
  '/frameworks/{version}/pack.yaml': 'no people',
  '/frameworks/{version}/matrix.csv': 'no people',
  '/framework/draft': 'no people',
  '/framework/draft/effect': 'numbers of people',
  '/teams': 'directory',
  '/people': 'directory: name, address, team and role, which everyone who works together knows',
  '/people/{personId}': 'directory',
  '/people/{personId}/assessment': 'one’s own',
  '/people/{personId}/reads': 'one’s own',
  '/teams/{teamId}/trend': 'sums over people',
  '/organisation/overview': 'sums over people',
  '/teams/{teamId}/practices': 'a team’s answers, sums over people',
  '/hiring/gaps': 'sums over people',
  '/teams/{teamId}/demand': 'no people',
  '/hiring/reports': 'sums over people',
  '/hiring/reports/{reportId}': 'sums over people',
  '/hiring/reports/{reportId}/csv': 'sums over people',
  '/tokens': 'one’s own',
  '/organisation/tokens': 'what programs may do',
  '/organisation/personal-tokens': 'whose programs act, no ratings',
  '/organisation/aggregates': 'sums over five people or more',
  '/me/held': 'one’s own',
  '/me/held.json': 'one’s own',
  '/me/held.csv': 'one’s own',
  '/me/second-factor': 'one’s own',
  '/me/providers': 'one’s own',
  '/me/email': 'one’s own',
  '/organisation/sign-in-rule': 'no people',
  '/retention': 'no people',
  '/retention/preview': 'numbers of rows',
  '/notice': 'no people',
  '/audit': 'who did what; levels and notes are not in the trail',
}

test('every GET opens people or says why it opens nobody', () => {
  const gets = features.flatMap(({ routes }) => routes).filter(({ access, route }) => access === 'member' && route.method === 'get')
  const unsaid = gets.filter(({ route }) => !route.opensPeople && !(route.path in opensNobody)).map(({ route }) => route.path)
  expect(unsaid).toEqual([])
  expect(Object.keys(opensNobody).filter((path) => !gets.some(({ route }) => route.path === path && !route.opensPeople))).toEqual([])
})

test('the record is shown to oneself alone: for admins, leads and those elsewhere it is as if it were not there', async () => {
  const world = await ledTeam()
  const { admin, lea, mia } = world
  const path = `/people/${mia.id}/reads`
  for (const caller of [admin, lea]) {
    const [hers, nobodys] = [await caller.get(path), await caller.get(`/people/${missing}/reads`)]
    expect([hers.status, hers.text]).toEqual([404, nobodys.text])
  }
  const other = await world.otherOrganisation()
  const [theirs, none] = [await other.get(path), await other.get(`/people/${missing}/reads`)]
  expect([theirs.status, theirs.text]).toEqual([404, none.text])
  expect((await world.nobody.get(path)).status).toBe(401)
})

test('the record comes in pages and narrows by purpose and days; a wrong filter is refused at its field', async () => {
  const { lea, mia, ned, teamId } = await ledTeam()
  for (const purpose of ['development', 'staffing', 'hiring']) {
    await setPurpose(lea, purpose)
    await lea.get(`/teams/${teamId}/heatmap`)
    await lea.get(`/people/${mia.id}/skills/kubernetes`)
    await lea.get(`/people/${ned.id}/skills/kubernetes`)
  }
  const all = await recordOf(mia)
  expect(all).toHaveLength(6)
  expect((await recordOf(mia, '?purpose=hiring')).map(({ purpose }) => purpose)).toEqual(['hiring', 'hiring'])
  const today = new Date().toISOString().slice(0, 10)
  expect(await recordOf(mia, `?from=${today}&to=${today}`)).toEqual(all)
  expect(await recordOf(mia, '?to=2026-01-01')).toEqual([])
  const paged: unknown[] = []
  for (let after: string | null = ''; after !== null;) {
    const { body } = await mia.get(`/people/${mia.id}/reads?limit=4${after === '' ? '' : `&after=${after}`}`)
    paged.push(...body.reads)
    after = body.next
  }
  expect(paged).toEqual(all)
  for (const [query, pointer] of [
    ['purpose=curiosity', '/purpose'],
    ['from=yesterday', '/from'],
    ['after=x', '/after'],
  ]) {
    const refused = await mia.get(`/people/${mia.id}/reads?${query}`)
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, pointer])
  }
})

test('a reader who was removed is no longer named, and what they read stays', async () => {
  const { admin, lea, mia, teamId } = await ledTeam()
  await lea.get(`/teams/${teamId}/heatmap`)
  const { body } = await admin.get(`/people/${lea.id}`)
  expect((await admin.delete(`/people/${lea.id}`, { 'if-match': `"${body.version}"` })).status).toBe(200)
  expect(await recordOf(mia)).toMatchObject([{ reader: { name: null, token: false }, what: 'heatmap' }])
})

test('an export of the audit trail is seen by those in it, each time, with its number of rows', async () => {
  const { admin, mia, ned } = await ledTeam()
  await mia.put(`/people/${mia.id}/ratings/git`, { level: 3 })
  for (let round = 0; round < 2; round++) await admin.post('/audit/exports/csv', { action: 'rating.' })
  const read = { what: 'audit_export', reader: { name: 'Ada Admin' }, purpose: null, rows: 1 }
  expect(await recordOf(mia)).toMatchObject([read, read])
  expect(await recordOf(ned)).toEqual([])
})

test('a wrong purpose is refused at its field, and nobody sets one for another’s session', async () => {
  const { mia, nobody } = await ledTeam()
  const refused = await setPurpose(mia, 'curiosity')
  expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, '/purpose'])
  expect((await mia.put('/sessions/current/purpose', { purpose: 'hiring', session: missing })).status).toBe(400)
  expect((await setPurpose(nobody, 'hiring')).status).toBe(401)
  expect((await mia.get('/me')).body.purpose).toBe('development')
})

test('another site’s page cannot have someone leave a trace', async () => {
  const { lea, mia, teamId } = await ledTeam()
  const led = await lea.get(`/teams/${teamId}/heatmap`, { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' })
  expect(led.status).toBe(403)
  expect(await recordOf(mia)).toEqual([])
  expect((await lea.get(`/teams/${teamId}/heatmap`, { 'sec-fetch-site': 'same-origin' })).status).toBe(200)
})

test('in the database a read is seen by its reader and those in it, and is neither forged, changed nor deleted', async () => {
  const world = await ledTeam()
  const { admin, lea, mia, ned } = world
  await lea.get(`/people/${mia.id}/skills/kubernetes`)
  const orgId = world.organisationId
  const seenBy = async (caller: Caller & { id?: string }) => {
    const { accountId, person, role } = (await caller.get('/me')).body
    const who = { orgId, accountId, personId: person.id, ...(role !== 'admin' && { leads: new Set<string>() }) }
    return world.database.withTx(who, { readOnly: true }, async (tx) => (await tx.execute('select id from reads')).rows.length)
  }
  expect([await seenBy(lea), await seenBy(mia), await seenBy(ned), await seenBy(admin)]).toEqual([1, 1, 0, 0])
  const accountId: string = (await ned.get('/me')).body.accountId
  const as = (statement: string) => world.database.withTx({ orgId, accountId, personId: ned.id }, {}, (tx) => tx.execute(statement))
  const forged = `insert into reads (id, account_id, means, what, subject, people, digest)
    values (gen_random_uuid(), '${missing}', 'session', 'heatmap', 'team:x', array['${mia.id}'::uuid], sha256('x'))`
  await expect(as(forged)).rejects.toThrow('database error 42501')
  await expect(as(`update reads set purpose = null`)).rejects.toThrow('database error 42501')
  await expect(as(`delete from reads`)).rejects.toThrow('database error 42501')
  const backdated = forged.replace('(id,', '(at, id,').replace('(gen_random', `('2020-01-01', gen_random`).replace(missing, accountId)
  await expect(as(backdated)).rejects.toThrow('database error 42501')
  expect((await as(forged.replace(missing, accountId))).rowCount).toBe(1)
})

test('a long record is looked through by its index: only one’s own part is read', async () => {
  const world = await ledTeam()
  const { mia } = world
  const accountId: string = (await mia.get('/me')).body.accountId
  await world.ownerSql.begin(async (sql) => {
    await sql.unsafe('alter table reads no force row level security')
    await sql.unsafe(`insert into reads (org_id, id, account_id, means, what, subject, people, digest)
      select '${world.organisationId}', gen_random_uuid(), gen_random_uuid(), 'session', 'heatmap', 'team:x',
        array(select gen_random_uuid() from generate_series(1, 8 + 0 * n)), sha256(n::text::bytea) from generate_series(1, 20000) n`)
    await sql.unsafe('alter table reads force row level security')
  })
  await world.ownerSql.unsafe('analyze reads')
  const plan = await world.database.withTx(
    { orgId: world.organisationId, accountId, personId: mia.id, leads: new Set() },
    { readOnly: true },
    async (tx) => {
      const { rows } = await tx.execute<{ 'QUERY PLAN': string }>(
        `explain select id from reads where org_id = '${world.organisationId}' and people @> array['${mia.id}'::uuid] order by at desc, id desc limit 51`,
      )
      return rows.map((row) => row['QUERY PLAN']).join('\n')
    },
  )
  expect(plan).toContain('reads_people')
  expect(plan).not.toContain('Seq Scan')
})

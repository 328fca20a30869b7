import fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import { expect, test, vi } from 'vitest'
import { checkLevels } from '@plumbline/server/check-levels.ts'
import { previewRetention, retainNow } from '@plumbline/server/retention-run.ts'
import { runAll, runRetention } from '@plumbline/server/retention/keeper.ts'
import { retentionClasses, retentionClassIds } from '@plumbline/shared/retention/classes.ts'
import { beforeTheWall } from '../support/canary-world.ts'
import { asOwner } from '../support/retained.ts'
import { startedWorld } from '../support/world.ts'
import type { World } from '../support/world.ts'

const limits = { idleMs: 3_600_000, absoluteMs: 86_400_000 }
const seen = (version: number) => ({ 'if-match': `"${version}"` })
const days = { leavers_ratings: 90, rating_history: 730, audit: 400, reads: 400 }
const due = async (world: World, id: string) =>
  (await world.admin.get('/retention/preview')).body.classes.find((one: { class: string }) => one.class === id)
const run = (world: World) => runRetention(world.database, world.organisationId, { again: true })

interface Given {
  skill: string
  kind: 'self' | 'lead' | 'agreed'
  level: number | null
  /** Before today. */
  daysAgo: number
}

/** Writes ratings with their days, one assessment each, and keeps the levels as the server does. */
async function rate(world: World, personId: string, given: readonly Given[]): Promise<void> {
  await asOwner(world, async (sql) => {
    for (const { skill, kind, level, daysAgo } of given) {
      const id = uuidv7()
      const at = sql`now() - ${daysAgo} * interval '1 day'`
      await sql`insert into assessments (id, person_id, kind, framework_version, submitted_at)
        select ${id}, ${personId}, ${kind}, framework_version, ${at} from organisations`
      await sql`insert into ratings (id, assessment_id, person_id, skill_id, kind, level, rated_at)
        values (${uuidv7()}, ${id}, ${personId}, ${skill}, ${kind}, ${level}, ${at})`
    }
  })
}

const ratingsOf = (world: World, personId: string) =>
  asOwner(
    world,
    (sql) => sql<{ skill: string; kind: string; level: number | null; ago: number }[]>`
      select skill_id as skill, kind, level, extract(day from now() - rated_at)::int as ago from ratings where person_id = ${personId} order by 1, 2, 4`,
  )

test('history goes from the day on which it was replaced; the newest of each skill and kind stays, however old', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  await rate(world, mia.id, [
    { skill: 'kubernetes', kind: 'self', level: 1, daysAgo: 1500 },
    { skill: 'kubernetes', kind: 'self', level: 2, daysAgo: 800 },
    { skill: 'kubernetes', kind: 'self', level: 3, daysAgo: 100 },
    { skill: 'kubernetes', kind: 'lead', level: 2, daysAgo: 1500 },
    { skill: 'docker', kind: 'self', level: 4, daysAgo: 2000 },
  ])
  expect(await due(world, 'rating_history')).toMatchObject({ rows: 1, people: 1 })
  expect(await run(world)).toEqual({ rating_history: 1 })
  expect(await ratingsOf(world, mia.id)).toEqual([
    { skill: 'docker', kind: 'self', level: 4, ago: 2000 },
    { skill: 'kubernetes', kind: 'lead', level: 2, ago: 1500 },
    { skill: 'kubernetes', kind: 'self', level: 3, ago: 100 },
    { skill: 'kubernetes', kind: 'self', level: 2, ago: 800 },
  ])
  expect(await asOwner(world, (sql) => sql`select 1 from assessments`)).toHaveLength(4)
  expect(await run(world)).toEqual({})
})

const given = fc.record<Given>({
  skill: fc.constantFrom('kubernetes', 'docker', 'python'),
  kind: fc.constantFrom('self', 'lead', 'agreed'),
  level: fc.option(fc.integer({ min: 0, max: 5 })),
  daysAgo: fc.integer({ min: 1, max: 1600 }),
})

test('of any history every level stays what it was, today and on each day within the limit', async () => {
  const world = await startedWorld()
  const limit = 730
  const teamId = await world.team('Platform')
  /** What counted at the end of a day, by skill and kind. */
  const standing = (history: readonly Given[], ago: number) =>
    Object.fromEntries(
      [
        ...Map.groupBy(
          history.filter(({ daysAgo }) => daysAgo >= ago),
          ({ skill, kind }) => `${skill} ${kind}`,
        ),
      ]
        .map(([key, rows]) => [key, rows.toSorted((a, b) => a.daysAgo - b.daysAgo)[0]?.level] as const)
        .toSorted(([a], [b]) => a.localeCompare(b)),
    )
  let at = 0
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(given, { minLength: 1, maxLength: 40, selector: ({ daysAgo }) => daysAgo }), async (history) => {
      at += 1
      const { body: person } = await world.admin.post('/people', {
        name: `Person ${at}`,
        email: `p${at}@example.org`,
        teamId,
        roleId: 'platform-engineer',
      })
      await rate(world, person.id, history)
      await run(world)
      const left = (await ratingsOf(world, person.id)).map(({ ago, ...row }) => ({ ...row, daysAgo: ago })) as Given[]
      for (const ago of [0, 1, 100, 365, 500, limit - 1]) expect(standing(left, ago)).toEqual(standing(history, ago))
      // And nothing stays that a newer one replaced longer ago.
      for (const { skill, kind, daysAgo } of left)
        expect(left.filter((row) => row.skill === skill && row.kind === kind && row.daysAgo < daysAgo && row.daysAgo > limit)).toEqual([])
    }),
    { numRuns: 20 },
  )
  expect(at).toBeGreaterThanOrEqual(20)
}, 120_000)

test('levels and counts are those of before, for everyone whose history was shortened', async () => {
  const world = await startedWorld()
  const teamId = await world.team('Platform')
  const mia = await world.join({ name: 'Mia Member', teamId, roleId: 'platform-engineer', seniority: 'mid' })
  await rate(world, mia.id, [
    { skill: 'kubernetes', kind: 'self', level: 1, daysAgo: 1500 },
    { skill: 'kubernetes', kind: 'self', level: 2, daysAgo: 1400 },
    { skill: 'kubernetes', kind: 'agreed', level: 5, daysAgo: 1400 },
  ])
  await mia.put(`/people/${mia.id}/ratings/python`, { level: 3, interest: null, note: '' })
  const before = (await world.admin.get(`/teams/${teamId}/heatmap`)).body
  expect(await checkLevels(world.connection)).toEqual([])
  expect(await run(world)).toEqual({ rating_history: 1 })
  expect((await world.admin.get(`/teams/${teamId}/heatmap`)).body).toEqual(before)
  expect(await checkLevels(world.connection)).toEqual([])
})

test('whoever left goes with all that is theirs when their days are over, and not a day before', async () => {
  const world = await startedWorld()
  const [mia, noa] = [await world.join({ name: 'Mia Member' }), await world.join({ name: 'Noa Next' })]
  for (const one of [mia, noa]) {
    await one.put(`/people/${one.id}/ratings/python`, { level: 3, interest: null, note: 'mine' })
    await one.patch(`/people/${one.id}/assessment/draft`, { answers: { kubernetes: { level: 2 } } }, seen(0))
    await world.admin.post(`/people/${one.id}/departure`, {}, seen(1))
  }
  await asOwner(world, async (sql) => {
    await sql`update people set left_on = (now() at time zone 'UTC')::date - 90 where id = ${mia.id}`
    await sql`update people set left_on = (now() at time zone 'UTC')::date - 89 where id = ${noa.id}`
  })
  expect(await due(world, 'leavers_ratings')).toMatchObject({ rows: 2, people: 1 })
  expect(await run(world)).toEqual({ leavers_ratings: 2 })
  expect((await world.admin.get(`/people/${mia.id}`)).status).toBe(404)
  expect((await world.admin.get(`/people/${noa.id}`)).status).toBe(200)
  // Erased as anyone is: with a proof that can be held against what is kept.
  const [event] = (await world.admin.get('/audit?action=person.removed')).body.events
  expect(event).toMatchObject({ person: null, subject: `person:${mia.id}`, detail: { by: 'retention', removed: { ratings: 1 } } })
  expect((await world.nobody.get(`/erasures/${event.detail.erasure}`)).body).toMatchObject({ keyFingerprint: event.detail.keyFingerprint })
  const rest = (id: string) =>
    asOwner(world, async (sql) => {
      await sql`select set_config('plumbline.person', ${id}, true)`
      const [row] = await sql`select (select count(*)::int from ratings where person_id = ${id}) as ratings,
        (select count(*)::int from assessments where person_id = ${id}) as assessments,
        (select count(*)::int from drafts where person_id = ${id}) as drafts, (select count(*)::int from person_levels where person_id = ${id}) as levels`
      return row
    })
  expect(await rest(mia.id)).toEqual({ ratings: 0, assessments: 0, drafts: 0, levels: 0 })
  expect(await rest(noa.id)).toEqual({ ratings: 1, assessments: 1, drafts: 1, levels: 1 })
})

test('someone who comes back while the run is under way stays', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  await world.admin.post(`/people/${mia.id}/departure`, {}, seen(1))
  await asOwner(world, (sql) => sql`update people set left_on = (now() at time zone 'UTC')::date - 90 where id = ${mia.id}`)
  let back = () => {}
  const open = world.database.withTx({ orgId: world.organisationId }, {}, async (tx) => {
    await tx.execute(`update people set left_on = null where id = '${mia.id}'`)
    await new Promise<void>((resolve) => (back = resolve))
  })
  const running = run(world)
  await vi.waitFor(async () => {
    const waiting = await world.ownerSql`select 1 from pg_locks where not granted and locktype in ('transactionid', 'tuple')`
    expect(waiting.length).toBeGreaterThan(0)
  })
  back()
  await open
  expect(await running).toEqual({})
  expect((await world.admin.get(`/people/${mia.id}`)).status).toBe(200)
})

test('reads go when their days are over, of whomever; the preview counts them all and shows none', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  await beforeTheWall(world, async (sql) => {
    for (const daysAgo of [399, 401, 500])
      await sql`insert into reads (org_id, id, at, hour, account_id, means, purpose, what, subject, people, digest)
        values (${world.organisationId}, ${uuidv7()}, now() - ${daysAgo} * interval '1 day', now(), ${uuidv7()}, 'session', 'hiring', 'ratings',
          ${`person:${mia.id}`}, ${[mia.id]}, sha256(${String(daysAgo)}::text::bytea))`
  })
  expect(await due(world, 'reads')).toMatchObject({ rows: 2, people: null })
  expect(await run(world)).toEqual({ reads: 2 })
  const left = await beforeTheWall(world, (sql) => sql`select extract(day from now() - at)::int as ago from reads`)
  expect(left).toEqual([{ ago: 399 }])
  const asKeeper = (statement: string) =>
    world.database.withTx({ orgId: world.organisationId }, { as: 'plumbline_keeper' }, (tx) => tx.execute(statement))
  expect((await asKeeper('delete from reads')).rowCount).toBe(0)
  for (const column of ['people', 'account_id', 'subject', 'purpose'])
    await expect(asKeeper(`select ${column} from reads`), column).rejects.toThrow('42501')
})

test('ended links and answers kept for retries go, open and young ones stay', async () => {
  const world = await startedWorld()
  for (const name of ['One', 'Two']) {
    const { body: person } = await world.admin.post(
      '/people',
      { name, email: `${name}@example.org` },
      { 'idempotency-key': `key of ${name}`.replaceAll(' ', '-') },
    )
    await world.admin.post(`/people/${person.id}/invitation`)
  }
  await asOwner(world, async (sql) => {
    await sql`update invitations set expires_at = now() - interval '31 days' where person_id = (select id from people where name = 'One')`
    await sql`update idempotency_keys set created_at = now() - interval '8 days' where key = 'key-of-One'`
  })
  expect(await run(world)).toEqual({ invitations: 1, idempotency_keys: 1 })
  expect(await asOwner(world, (sql) => sql`select key from idempotency_keys`)).toEqual([{ key: 'key-of-Two' }])
  expect(await asOwner(world, (sql) => sql`select 1 from invitations`)).toHaveLength(1)
})

test('a run a day is made, in blocks, and each says in the trail how many rows went', async () => {
  const world = await startedWorld()
  await runAll(world.database, limits)
  await runAll(world.database, limits)
  const { events } = (await world.admin.get('/audit?action=retention.ran')).body
  expect(events).toMatchObject([{ person: null, accountId: null, means: 'retention', detail: { removed: {} } }])
  const { runs } = (await world.admin.get('/retention/preview')).body
  expect(runs).toMatchObject([{ removed: {} }])
  expect(runs[0].endedAt).not.toBeNull()
})

test('a run that was cut short is ended by the next one, with what it had removed', async () => {
  const world = await startedWorld()
  await asOwner(
    world,
    (sql) => sql`insert into retention_runs (id, started_at, touched_at, removed)
      values (${uuidv7()}, now() - interval '1 hour', now() - interval '50 minutes', '{"rating_history": 7}')`,
  )
  await runAll(world.database, limits)
  const { events } = (await world.admin.get('/audit?action=retention.ran')).body
  expect(events.map(({ detail }: { detail: unknown }) => detail)).toContainEqual({ removed: { rating_history: 7 }, interrupted: true })
  expect((await world.admin.get('/retention/preview')).body.runs.every(({ endedAt }: { endedAt: string | null }) => endedAt !== null)).toBe(
    true,
  )
})

test('many servers at once make one run', async () => {
  const world = await startedWorld()
  await Promise.all([1, 2, 3, 4].map(() => runAll(world.database, limits)))
  expect((await world.admin.get('/audit?action=retention.ran')).body.events).toHaveLength(1)
})

test('the job may remove nothing before its time, whatever it asks for, and reads no level, note or name', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  await rate(world, mia.id, [
    { skill: 'python', kind: 'self', level: 1, daysAgo: 600 },
    { skill: 'python', kind: 'self', level: 2, daysAgo: 500 },
  ])
  await world.admin.post('/people', { name: 'Gone', email: 'gone@example.org' }, { 'idempotency-key': 'a-key-of-today' })
  const asKeeper = (statement: string) =>
    world.database.withTx({ orgId: world.organisationId }, { as: 'plumbline_keeper' }, (tx) => tx.execute(statement))
  for (const table of ['ratings', 'assessments', 'audit_events', 'audit_seals', 'idempotency_keys', 'invitations'])
    expect((await asKeeper(`delete from ${table}`)).rowCount, table).toBe(0)
  for (const statement of [
    'delete from people',
    'select level from ratings',
    'select note from ratings',
    'select name from people',
    'select email from people',
    'select detail from audit_events',
    'select body from idempotency_keys',
    'select token_hash from invitations',
    'select * from drafts',
    'select * from person_levels',
    `update people set left_on = '2000-01-01'`,
    `update retention_rules set days = 30`,
    `insert into retention_rules (class, days) values ('audit', 30)`,
    `delete from retention_runs`,
    `insert into audit_events (id, means, action, subject) values (gen_random_uuid(), 'retention', 'team.added', 'team:x')`,
    `insert into audit_starts (sequence, hash) values (1, sha256(''))`,
  ])
    await expect(asKeeper(statement), statement).rejects.toThrow(/database error 42501/)
  const asApp = (statement: string) => world.database.withTx({ orgId: world.organisationId }, {}, (tx) => tx.execute(statement))
  for (const statement of [
    'delete from ratings',
    'delete from assessments',
    'delete from audit_events',
    'update rating_replies set text = text',
    'delete from rating_replies',
    `insert into retention_runs (id) values (gen_random_uuid())`,
    `insert into audit_starts (sequence, hash) values (1, sha256(''))`,
    `insert into audit_events (id, means, action, subject) values (gen_random_uuid(), 'retention', 'retention.audit_cut', 'organisation:x')`,
  ])
    await expect(asApp(statement), statement).rejects.toThrow(/database error 42501/)
})

test('the job of one organisation removes nothing of another', async () => {
  const world = await startedWorld()
  const other = await world.otherOrganisation()
  const { body: link } = await other.post('/people', { name: 'Theirs', email: 'theirs@example.com' })
  await other.post(`/people/${link.id}/invitation`)
  const { body: theirs } = await other.get('/me')
  await world.ownerSql.begin(async (sql) => {
    await sql`select set_config('plumbline.org', ${theirs.organisation.id}, true)`
    await sql`update invitations set expires_at = now() - interval '99 days'`
  })
  expect(await run(world)).toEqual({})
  expect(await runRetention(world.database, theirs.organisation.id)).toEqual({ invitations: 1 })
})

test('the days that the page shows are those of the database, class by class, set or not', async () => {
  const world = await startedWorld()
  const inDatabase = () =>
    asOwner(world, async (sql) => {
      const rows = await sql<{ id: string; days: number }[]>`select id, kept_days(id) as days from unnest(${retentionClassIds}::text[]) id`
      return Object.fromEntries(rows.map(({ id, days }) => [id, days]))
    })
  const { body: first } = await world.admin.get('/retention')
  expect(first.days).toEqual(Object.fromEntries(retentionClassIds.map((id) => [id, retentionClasses[id].days])))
  expect(await inDatabase()).toEqual(first.days)
  const set = await world.admin.put('/retention', { ...days, leavers_ratings: 30, audit: 3650 }, seen(first.version))
  expect(set.body.days).toEqual({ ...first.days, leavers_ratings: 30, audit: 3650 })
  expect(await inDatabase()).toEqual(set.body.days)
  expect(await asOwner(world, (sql) => sql`select kept_since('whatever') as since`)).toEqual([{ since: null }])
})

test('days are whole, within bounds, and set with the version that was seen; nothing is set by half', async () => {
  const world = await startedWorld()
  const { body: before } = await world.admin.get('/retention')
  for (const [field, value] of [
    ['leavers_ratings', 29],
    ['rating_history', 3651],
    ['audit', 100.5],
    ['reads', '400'],
    ['invitations', 10],
  ] as const) {
    const refused = await world.admin.put('/retention', { ...days, leavers_ratings: 60, [field]: value }, seen(before.version))
    expect([field, refused.status]).toEqual([field, 400])
  }
  expect((await world.admin.put('/retention', days)).status).toBe(428)
  expect((await world.admin.put('/retention', days, seen(before.version + 1))).body).toMatchObject({
    code: 'stale',
    version: before.version,
  })
  expect((await world.admin.get('/retention')).body).toEqual(before)
})

test('everyone reads the rules, admins alone change them and see what would go; a change is written down', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  const { body: rules } = await mia.get('/retention')
  expect(rules.days.leavers_ratings).toBe(90)
  expect((await mia.put('/retention', days, seen(rules.version))).status).toBe(403)
  expect((await mia.get('/retention/preview')).status).toBe(403)
  expect((await world.nobody.get('/retention')).status).toBe(401)
  const other = await world.otherOrganisation()
  await world.admin.put('/retention', { ...days, audit: 500 }, seen(rules.version))
  expect((await other.get('/retention')).body.days.audit).toBe(400)
  const [event] = (await world.admin.get('/audit?action=retention.changed')).body.events
  expect(event.detail).toEqual({ before: { audit: 400 }, after: { audit: 500 } })
})

test('the command says what would go, removes it, and says what went', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  await rate(
    world,
    mia.id,
    [1500, 1400].map((daysAgo) => ({ skill: 'python', kind: 'self', level: 1, daysAgo }) as const),
  )
  const preview = await previewRetention(world.connection)
  expect(preview).toContainEqual(expect.stringMatching(/rating history: 1 rows of 1 people, from \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d$/))
  expect(await retainNow(world.connection, limits)).toEqual([`organisation ${world.organisationId}: removed 1 of rating history`])
  expect(await retainNow(world.connection, limits)).toEqual([`organisation ${world.organisationId}: removed nothing`])
})

test('sessions that hold no more go, whoever they are of', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  await world.ownerSql`update sessions set updated_at = now() - interval '2 hours', created_at = now() - interval '3 hours'
    where account_id = (select id from accounts where email = ${mia.email})`
  await runAll(world.database, limits)
  const rows = await world.ownerSql`select a.email from sessions s join accounts a on a.id = s.account_id`
  expect(rows.map(({ email }) => email)).toEqual(['ada@example.org'])
})

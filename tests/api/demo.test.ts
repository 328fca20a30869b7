import { expect, test } from 'vitest'
import { checkLevels } from '@plumbline/server/check-levels.ts'
import { personas } from '@plumbline/server/demo/cast.ts'
import type { Built, DemoWorld } from '../support/demo-world.ts'
import { demoWorld } from '../support/demo-world.ts'
import { testPassword } from '../support/world.ts'

const counts = { people: 48, teams: 6, leads: 6, memberships: 3, drafts: 1 }
const own = { organisation: 'Acme', name: 'Ada Admin', email: 'ada@example.org', password: testPassword }

/** All that is said in the demo, without ids, and with each time counted from the day it was built. */
const content = (world: DemoWorld, demo: Built) =>
  world.inside(demo, async (sql) => ({
    ratings: await sql`
      select p.email, r.skill_id, r.kind, r.level, r.interest, r.note, r.rated_at - date_trunc('day', o.created_at) as at from ratings r
      join people p on p.org_id = r.org_id and p.id = r.person_id
      join organisations o on o.id = r.org_id order by 1, 2, 3, 7`,
    answers: await sql`
      select t.name, a.practice_id, a.revision, a.answer, a.evidence, a.note, p.email, a.answered_at - date_trunc('day', o.created_at) as at
      from practice_answers a join organisations o on o.id = a.org_id
      join teams t on t.org_id = a.org_id and t.id = a.team_id
      join people p on p.org_id = a.org_id and p.id = a.answered_by order by 1, 2, 3`,
    people: await sql`
      select p.email, p.name, p.role_id, p.seniority, t.name as team, l.person_id is not null as leads from people p
      join teams t on t.org_id = p.org_id and t.id = p.team_id
      left join leads l on l.org_id = p.org_id and l.team_id = t.id and l.person_id = p.id order by 1`,
    demands: await sql`
      select t.name, d.role_id, d.seniority, d.people from role_demands d join teams t on t.org_id = d.org_id and t.id = d.team_id order by 1, 2, 3`,
    draft: await sql`select answers from drafts`,
  }))

test('the link builds the demo once: its kept numbers agree with 14 months of history, and asking again changes nothing', async () => {
  const world = await demoWorld()
  expect((await world.nobody.get('/setup')).body.demo).toBe(false)
  expect((await world.build()).status).toBe(201)
  expect((await world.nobody.get('/setup')).body).toMatchObject({ started: false, demo: true })
  const demo = await world.built()
  expect(await world.rowsOf(demo)).toMatchObject(counts)

  const admin = await world.visit('admin')
  const { people, total } = (await admin.get('/people?limit=200')).body
  expect([people.length, total]).toEqual([48, 48])
  const framework = (await admin.get('/framework')).body
  expect(new Set(people.map((person: { roleId: string }) => person.roleId))).toEqual(
    new Set(framework.roles.map((role: { id: string }) => role.id)),
  )
  expect(new Set(people.map((person: { seniority: string }) => person.seniority))).toEqual(new Set(['entry', 'mid', 'senior', 'architect']))
  const { teams } = (await admin.get('/teams')).body
  expect(teams.map(({ leads }: { leads: unknown[] }) => leads.length)).toEqual([1, 1, 1, 1, 1, 1])

  const [span] = await world.inside(
    demo,
    (sql) => sql`select extract(day from max(rated_at) - min(rated_at)) / 30.5 as months, max(rated_at) < now() as past from ratings`,
  )
  expect(span?.['past']).toBe(true)
  expect(Number(span?.['months'])).toBeGreaterThanOrEqual(13)
  expect(await checkLevels(world.connection)).toEqual([])

  const visited = await world.rowsOf(demo)
  expect((await world.build()).status).toBe(201)
  expect(await world.rowsOf(demo)).toEqual(visited)
})

test('removed, nothing of it is left and its visits are over; built again, it says the same', { timeout: 120_000 }, async () => {
  const world = await demoWorld()
  // What a server that was killed while it built the demo leaves behind.
  await world.auth.createVisitor(personas.engineer)
  await world.build()
  const demo = await world.built()
  const first = await content(world, demo)
  const rows = await world.rowsOf(demo)
  expect(Object.keys(rows).filter((table) => rows[table] === 0)).toEqual([
    'audit_heads',
    'audit_seals',
    'audit_starts',
    'erasures',
    'framework_drafts',
    'hiring_reports',
    'idempotency_keys',
    'invitations',
    'rating_replies',
    'reads',
    'retention_rules',
    'retention_runs',
    'tokens',
  ])
  const [engineer, lead] = [await world.visit('engineer'), await world.visit('lead')]

  expect((await world.nobody.delete('/demo')).status).toBe(404)
  expect((await engineer.delete('/demo')).status).toBe(200)
  expect(Object.values(await world.rowsOf(demo)).filter((count) => count !== 0)).toEqual([])
  const [left] = await world.ownerSql`select (select count(*)::int from organisations) as organisations,
    (select count(*)::int from accounts) as accounts, (select count(*)::int from sessions) as sessions`
  expect(left).toEqual({ organisations: 0, accounts: 0, sessions: 0 })
  for (const caller of [engineer, lead]) expect((await caller.get('/me')).status).toBe(401)
  expect((await world.nobody.get('/setup')).body).toMatchObject({ started: false, demo: false })
  expect((await world.nobody.post('/demo/visits', { as: 'lead', token: world.token })).status).toBe(404)

  expect((await world.build()).status).toBe(201)
  const second = await content(world, await world.built())
  expect(second).toEqual(first)
})

test('it is visited with the link or from within, and an own organisation stands beside it', async () => {
  const world = await demoWorld()
  expect((await world.nobody.post('/demo', { token: 'x'.repeat(43) })).status).toBe(403)
  const both = await Promise.all([world.build(), world.build()])
  expect(both.map(({ status }) => status).toSorted()[0]).toBe(201)
  expect([201, 503]).toContain(both.map(({ status }) => status).toSorted()[1])
  const demo = await world.built()
  expect(await world.rowsOf(demo)).toMatchObject(counts)

  const callers = { engineer: await world.visit('engineer'), lead: await world.visit('lead'), admin: await world.visit('admin') }
  for (const [as, role] of [
    ['engineer', 'member'],
    ['lead', 'member'],
    ['admin', 'admin'],
  ] as const)
    expect((await callers[as].get('/me')).body).toMatchObject({
      role,
      organisation: { name: 'Meridian Freight (demo)', isDemo: true },
      person: { name: personas[as].name },
    })
  expect((await world.nobody.post('/demo/visits', { as: 'admin' })).status).toBe(403)
  expect((await callers.engineer.post('/demo/visits', { as: 'lead' })).status).toBe(201)

  const start = await world.nobody.post('/setup/organisation', { ...own, token: world.token })
  expect(start.status).toBe(201)
  const ada = world.caller(world.cookieOf(start))
  expect((await ada.get('/people')).body.total).toBe(1)
  expect((await ada.get(`/people/${(await callers.lead.get('/me')).body.person.id}`)).status).toBe(404)
  // The link is used up, so it opens neither; who is in the demo may still be another of it, and remove it.
  expect((await world.nobody.post('/demo/visits', { as: 'lead', token: world.token })).status).toBe(403)
  expect((await ada.post('/demo/visits', { as: 'lead' })).status).toBe(403)
  expect((await ada.delete('/demo')).status).toBe(404)
  expect((await callers.lead.delete('/demo')).status).toBe(200)
  expect((await ada.get('/people')).body.total).toBe(1)
  expect((await world.build()).status).toBe(403)
})

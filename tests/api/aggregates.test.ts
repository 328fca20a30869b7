import { sql } from 'drizzle-orm'
import { pino } from 'pino'
import { expect, test, vi } from 'vitest'
import { countAggregates } from '@plumbline/server/heatmap/aggregates-count.ts'
import { startAggregates } from '@plumbline/server/heatmap/aggregates-upkeep.ts'
import { rate } from '../support/rate.ts'
import { startedWorld } from '../support/world.ts'
import type { Caller } from '../support/world.ts'

const category = 'platform-engineering'
interface Shown {
  name: string
  parentId: string | null
  people: number
  categories: Record<string, { percent: number; side: string; people: number; countedOn: string }>
}

/** Engineering with Platform and Small below it; everyone is a platform engineer, of whom three skills of the category are expected. */
async function threeTeams() {
  const world = await startedWorld()
  const engineering = await world.team('Engineering')
  const [platform, small] = [await world.team('Platform', engineering), await world.team('Small', engineering)]
  const framework = (await world.admin.get('/framework')).body
  const skills: string[] = framework.skills
    .filter(
      (skill: { id: string; category: string }) => skill.category === category && framework.expectations['platform-engineer'][skill.id],
    )
    .map(({ id }: { id: string }) => id)
  const add = async (teamId: string, name: string) => {
    const person = { name, email: `${name.toLowerCase().replaceAll(' ', '.')}@example.org`, teamId, roleId: 'platform-engineer' }
    return (await world.admin.post('/people', person)).body.id as string
  }
  /** Rates so many of the person's skills as met, the others as not. */
  const met = (personId: string, skillsMet: number) =>
    rate(world, personId, { kind: 'self', levels: Object.fromEntries(skills.map((id, n) => [id, n < skillsMet ? 5 : 0])) })
  const people = async (teamId: string, of: string, ...skillsMet: number[]) => {
    const ids: string[] = []
    for (const [n, count] of skillsMet.entries()) {
      const id = await add(teamId, `${of} ${'abcdefghijkl'[n]}`)
      await met(id, count)
      ids.push(id)
    }
    return ids
  }
  const inside = <T>(run: (query: (text: string) => Promise<T[]>) => Promise<T[]>) =>
    world.database.withTx({ orgId: world.organisationId }, {}, (tx) => run(async (text) => (await tx.execute(sql.raw(text))).rows as T[]))
  /** Lets days pass: whatever was counted, was counted so much earlier. */
  const pass = (days: number) =>
    inside(async (query) => {
      await query(`update aggregate_rounds set day = day - ${days}`)
      await query(`update aggregate_past set counted_on = counted_on - ${days}`)
      return query(`update aggregates set counted_on = counted_on - ${days}`)
    })
  const count = () => countAggregates(world.database, world.organisationId)
  const shown = async (as: Caller) => (await as.get('/organisation/aggregates')).body as { countedOn: string | null; teams: Shown[] }
  const share = async (as: Caller, name: string) => {
    const found = (await shown(as)).teams.find((team) => team.name === name)?.categories[category]
    return found && [found.percent, found.side, found.people]
  }
  return { ...world, engineering, platform, small, skills, people, met, inside, pass, count, shown, share }
}

test('everyone sees rounded shares of teams of five, nothing of smaller ones, and parents that leave no few people over', async () => {
  const world = await threeTeams()
  const { engineering, platform, small, people, join, count, shown, share, ownerSql } = world
  expect(world.skills).toHaveLength(3)
  await people(platform, 'Pat', 3, 3, 3, 0, 0, 1)
  await people(small, 'Sam', 3, 3, 3)
  const mia = await join({ name: 'Mia Member' })
  const vic = await join({ name: 'Vic Viewer' })
  await ownerSql.begin(async (tx) => {
    await tx`select set_config('plumbline.org', ${world.organisationId}, true)`
    await tx`update memberships set role = 'viewer' where person_id = ${vic.id}`
  })

  expect(await shown(mia)).toMatchObject({ countedOn: null, teams: [{ name: 'Engineering', people: 9, categories: {} }, {}, {}] })
  await count()
  const seen = await shown(mia)
  expect(seen.teams.map(({ name, parentId, people }) => [name, parentId, people])).toEqual([
    ['Engineering', null, 9],
    ['Platform', engineering, 6],
    ['Small', engineering, 3],
  ])
  // 10 of 18; the three of Small, of whom all is met, are in no number, not even of Engineering.
  expect(await share(mia, 'Platform')).toEqual([60, 'about', 6])
  expect(await share(mia, 'Engineering')).toEqual([60, 'about', 6])
  expect(await share(mia, 'Small')).toBeUndefined()
  expect(seen.countedOn).toMatch(/^\d{4}-\d\d-\d\d$/)
  // Other categories have no ratings yet.
  expect(seen.teams.flatMap((team) => Object.keys(team.categories))).toEqual([category, category])
  expect(await shown(vic)).toEqual(seen)
  expect(await shown(world.admin)).toEqual(seen)
  expect((await mia.get('/organisation/overview')).status).toBe(403)
  expect((await world.nobody.get('/organisation/aggregates')).status).toBe(401)
})

test('that all or none of it is met by everyone is not said', async () => {
  const { platform, small, people, admin, count, share } = await threeTeams()
  await people(platform, 'Pat', 3, 3, 3, 3, 3, 3)
  await people(small, 'Sam', 0, 0, 0, 0, 0)
  await count()
  expect(await share(admin, 'Platform')).toEqual([70, 'more', 6])
  expect(await share(admin, 'Small')).toEqual([40, 'less', 5])
})

test('a number stays as it is, to the letter, until four weeks are over and five people are counted differently', async () => {
  const { platform, people, met, admin, count, pass, share } = await threeTeams()
  const ids = await people(platform, 'Pat', 1, 1, 1, 1, 1, 1, 1, 1)
  await count()
  const before = await share(admin, 'Platform')
  const everyone = async (some: readonly string[], skills: number) => {
    for (const id of some) await met(id, skills)
  }
  await everyone(ids, 2)
  await pass(27)
  await count()
  expect(await share(admin, 'Platform')).toEqual(before)
  await everyone(ids.slice(4), 1)
  await pass(1)
  await count()
  expect(await share(admin, 'Platform')).toEqual(before)
  await everyone(ids.slice(4, 5), 3)
  await pass(1)
  await count()
  // 8 of 24 before; now 4 × 2 + 3 + 3 × 1 = 14, which is as far as five people may move it: 8 + 15 less 6 + 3.
  expect([before, await share(admin, 'Platform')]).toEqual([
    [30, 'about', 8],
    [60, 'more', 8],
  ])
  // Back to what they were counted with before: nothing new, so nothing is shown of it.
  await everyone(ids, 1)
  await pass(40)
  await count()
  expect(await share(admin, 'Platform')).toEqual([60, 'more', 8])
})

test('a team that has too few people left is not shown any more', async () => {
  const { platform, engineering, people, admin, count, pass, share } = await threeTeams()
  const [first = '', second = ''] = await people(platform, 'Pat', 1, 2, 3, 0, 1, 2)
  await count()
  expect(await share(admin, 'Platform')).toEqual([50, 'about', 6])
  for (const id of [first, second]) await admin.patch(`/people/${id}`, { teamId: engineering }, { 'if-match': '"1"' })
  await pass(1)
  await count()
  expect(await share(admin, 'Platform')).toBeUndefined()
  expect(await share(admin, 'Engineering')).toBeUndefined()
})

test('a lead of three is not told what the three others are who are counted with them', async () => {
  const { platform, small, people, admin, count, share } = await threeTeams()
  await people(platform, 'Pat', 1, 2, 3)
  const [lead = ''] = await people(small, 'Sam', 1, 2, 3)
  await admin.patch(`/teams/${small}`, { leads: [lead] }, { 'if-match': '"1"' })
  await count()
  expect(await share(admin, 'Engineering')).toBeUndefined()
})

test('another organisation sees its own teams only', async () => {
  const { platform, people, otherOrganisation, count, shown } = await threeTeams()
  await people(platform, 'Pat', 1, 2, 3, 0, 1, 2)
  await count()
  expect(await shown(await otherOrganisation())).toEqual({ countedOn: null, teams: [] })
})

test('a request can neither write what is shown nor read whom it is about, but for one’s own part', async () => {
  const { platform, people, count, admin, database, organisationId: orgId } = await threeTeams()
  const [personId = ''] = await people(platform, 'Pat', 1, 2, 3, 0, 1, 2)
  await count()
  const { accountId } = (await admin.get('/me')).body
  const as = (who: { personId?: string }, text: string) =>
    database.withTx({ orgId, accountId, ...who }, {}, async (tx) => (await tx.execute(sql.raw(text))).rows)
  for (const table of ['aggregate_members', 'aggregate_past']) {
    expect(await as({}, `select * from ${table}`)).toEqual([])
    expect(await as({ personId }, `select person_id, expected, met from ${table}`)).toEqual([{ person_id: personId, expected: 3, met: 1 }])
    expect(await as({ personId }, `delete from ${table} returning 1`)).toEqual([])
  }
  expect(await as({}, 'update aggregates set met = 1 returning 1')).toEqual([])
  await expect(as({}, `insert into aggregate_rounds (day) values ('2026-01-01')`)).rejects.toThrow('database error 42501')
})

test('upkeep counts every organisation once a day, however many servers do it at once', async () => {
  const { platform, people, met, admin, database, count, pass, shown, share } = await threeTeams()
  const ids = await people(platform, 'Pat', 1, 2, 3, 0, 1, 2)
  await Promise.all([count(), count(), count()])
  expect(await share(admin, 'Platform')).toEqual([50, 'about', 6])
  for (const id of ids) await met(id, 3)
  await pass(28)
  const upkeep = startAggregates(database, pino({ level: 'silent' }))
  await vi.waitFor(async () => expect(await share(admin, 'Platform')).not.toEqual([50, 'about', 6]))
  await upkeep.stop()
  expect((await shown(admin)).countedOn).toBe(new Date().toISOString().slice(0, 10))
})

test('who is erased leaves nothing behind, and what was counted is forgotten two years after it was shown', async () => {
  const { platform, people, met, admin, count, pass, inside } = await threeTeams()
  const ids = await people(platform, 'Pat', 1, 1, 1, 1, 1, 1, 1)
  await count()
  const [gone = '', ...others] = ids
  await admin.delete(`/people/${gone}`, { 'if-match': '"1"' })
  const rows = (table: string) => inside((query) => query(`select person_id, met from ${table} order by 1, 2`))
  expect(await rows('aggregate_past')).toEqual(others.toSorted().map((id) => ({ person_id: id, met: 1 })))
  expect(await rows('aggregate_members')).toEqual(others.toSorted().map((id) => ({ person_id: id, met: 1 })))
  for (const id of others) await met(id, 2)
  await pass(30)
  await count()
  expect(await rows('aggregate_past')).toHaveLength(12)
  await pass(740)
  await count()
  expect(await rows('aggregate_past')).toEqual(others.toSorted().map((id) => ({ person_id: id, met: 2 })))
})

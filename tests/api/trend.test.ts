import { expect, test } from 'vitest'
import { speakFor } from '@plumbline/server/db/client.ts'
import { organisationFrameworks, ratings, skills } from '@plumbline/server/db/schema.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { smallPack } from '@plumbline/shared/levels/small-pack.ts'
import { rate } from '../support/rate.ts'
import { startedWorld } from '../support/world.ts'
import type { Caller } from '../support/world.ts'

interface Point {
  day: string
  readiness: number | null
  expected: number
  rated: number
  met: number
}
const pointsOf = async (caller: Caller, teamId: string) => (await caller.get(`/teams/${teamId}/trend`)).body.points as Point[]

/** Cost with Clusters below it: Fay expects 164 weighted levels in Cost, Kim 231 in Clusters. */
async function costAndClusters() {
  const world = await startedWorld()
  const cost = await world.team('Cost')
  const clusters = await world.team('Clusters', cost)
  const fay = await world.join({ name: 'Fay FinOps', teamId: cost, roleId: 'finops-engineer' })
  const kim = await world.join({ name: 'Kim Kubernetes', teamId: clusters, roleId: 'k8s-security-engineer' })
  const days = (await pointsOf(world.admin, cost)).map(({ day }) => day)
  /** The first and the last instant that count for a point. */
  const firstOf = (point: number) => new Date(Date.parse(`${days[point - 1]}T00:00:00Z`) + 24 * 3_600_000).toISOString()
  const lastOf = (point: number) => `${days[point]}T23:59:59.999Z`
  return { ...world, cost, clusters, fay, kim, days, firstOf, lastOf }
}

test('twelve ends of months and today, from the database’s clock, the oldest first', async () => {
  const { days } = await costAndClusters()
  expect(days).toHaveLength(13)
  expect(days).toEqual(days.toSorted())
  const nextDay = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 3_600_000).toISOString().slice(8, 10)
  expect(days.slice(0, 12).map(nextDay)).toEqual(Array.from({ length: 12 }, () => '01'))
})

test('worked example: a rating counts from the end of the day it was given on, and a lead’s before one’s own', async () => {
  const world = await costAndClusters()
  const { admin, cost, clusters, fay, kim, firstOf, lastOf } = world
  await rate(world, fay.id, { kind: 'self', at: lastOf(3), levels: { kubernetes: 3, 'cost-architecture': 5, 'right-sizing': 3 } })
  await rate(world, kim.id, { kind: 'self', at: firstOf(6), levels: { kubernetes: 5, secrets: 2, 'right-sizing': 5 } })
  await rate(world, kim.id, { kind: 'lead', by: fay.id, at: lastOf(8), levels: { kubernetes: 2 } })
  const points = await pointsOf(admin, cost)
  // Fay 1·3 + 3·5 + 3·3 = 27; Kim 3·4 + 3·2 = 18, with the lead's 2 in Kubernetes 3·2 + 3·2 = 12; Kim is not expected to right-size.
  const shown = points.map(({ readiness }) => Math.round((readiness ?? 0) * 395))
  expect(shown).toEqual([0, 0, 0, 27, 27, 27, 45, 45, 39, 39, 39, 39, 39])
  // Fay meets 3 and 5 of 3, 5 and 5; Kim meets 4 in Kubernetes until the lead's 2.
  expect(points.map(({ rated, met }) => [rated, met]).slice(2, 9)).toEqual([
    [0, 0],
    [3, 2],
    [3, 2],
    [3, 2],
    [5, 3],
    [5, 3],
    [5, 2],
  ])
  expect((await pointsOf(admin, clusters)).map(({ readiness }) => Math.round((readiness ?? 0) * 231)).slice(5, 9)).toEqual([0, 18, 18, 12])
})

test('today’s point is what the heatmap says', async () => {
  const world = await costAndClusters()
  const { admin, cost, fay, kim } = world
  await rate(world, fay.id, { kind: 'self', levels: { kubernetes: 3, 'cost-architecture': 4, 'right-sizing': null } })
  await rate(world, kim.id, { kind: 'agreed', levels: { kubernetes: 4, secrets: 5 } })
  const { body } = await admin.get(`/teams/${cost}/heatmap`)
  const sum = (counts: number[]) => counts.reduce((total, one) => total + one, 0)
  expect((await pointsOf(admin, cost)).at(-1)).toMatchObject({
    readiness: body.readiness,
    expected: sum(body.coverage.expected),
    rated: sum(body.coverage.rated),
    met: sum(body.coverage.met),
  })
})

test('of two ratings of one month the newer one stands at its end, and “not sure” takes a level back', async () => {
  const world = await costAndClusters()
  const { admin, cost, fay, firstOf, lastOf } = world
  await rate(world, fay.id, { kind: 'self', at: lastOf(4), levels: { 'cost-architecture': 2 } })
  await rate(world, fay.id, { kind: 'self', at: firstOf(4), levels: { 'cost-architecture': 5 } })
  await rate(world, fay.id, { kind: 'self', at: lastOf(7), levels: { 'cost-architecture': null } })
  const points = await pointsOf(admin, cost)
  expect(points.map(({ readiness }) => Math.round((readiness ?? 0) * 395)).slice(3, 9)).toEqual([0, 6, 6, 6, 0, 0])
})

test('a rating carried to a new skill counts from the day it was given, and a published version is a break', async () => {
  const world = await costAndClusters()
  const { admin, cost, fay, days, lastOf, database, organisationId } = world
  await rate(world, fay.id, { kind: 'self', at: lastOf(5), levels: { 'cost-architecture': 4 } })
  await database.withTx({ orgId: organisationId }, {}, async (tx) => {
    await speakFor(tx, { orgId: organisationId })
    const [given] = await tx.select().from(ratings)
    if (given === undefined) throw new Error('no rating')
    await tx.insert(skills).values({ id: 'cloud-cost', position: 300 })
    await tx.insert(ratings).values({ ...given, id: crypto.randomUUID(), skillId: 'right-sizing', carriedFrom: 'cost-architecture' })
    await tx.insert(organisationFrameworks).values({
      version: '2026.1-1',
      content: { ...smallPack, name: 'Ours' } satisfies Pack,
      contentHash: 'x',
      origin: '2026.1',
      publishedAt: new Date(lastOf(9)),
    })
  })
  const { body } = await admin.get(`/teams/${cost}/trend`)
  expect(body.breaks).toEqual([{ day: days[9], version: '2026.1-1', name: 'Ours' }])
  // 3·4 as cost architecture, and 3·4 again as right-sizing.
  const shown = (body.points as Point[]).map(({ readiness }) => Math.round((readiness ?? 0) * 395))
  expect(shown.slice(4, 7)).toEqual([0, 24, 24])
})

test('a team of nobody has no readiness, and nothing breaks where an organisation began', async () => {
  const { admin, team } = await startedWorld()
  const { status, body } = await admin.get(`/teams/${await team('Empty')}/trend`)
  expect([status, body.people, body.breaks]).toEqual([200, 0, []])
  expect(new Set((body.points as Point[]).map(({ readiness, expected }) => `${readiness} ${expected}`))).toEqual(new Set(['null 0']))
})

test('beyond 2,000 people no trend is worked out, and the answer says so; a team below has its own', async () => {
  const { admin, cost, clusters, organisationId, ownerSql } = await costAndClusters()
  const add = (team: string, people: number) =>
    ownerSql.begin(async (tx) => {
      await tx`select set_config('plumbline.org', ${organisationId}, true), set_config('plumbline.reach', 'organisation', true)`
      await tx`insert into people (id, name, email, team_id, role_id)
        select id, 'One of many', id || '@example.org', ${team}, 'finops-engineer' from (select gen_random_uuid() as id from generate_series(1, ${people}))`
    })
  await add(cost, 1997)
  const all = (await admin.get(`/teams/${cost}/trend`)).body
  expect([all.people, all.tooMany, all.points.length]).toEqual([1999, false, 13])
  await add(clusters, 2)
  const { status, body } = await admin.get(`/teams/${cost}/trend`)
  expect([status, body.people, body.tooMany, body.points]).toEqual([200, 2001, true, []])
  const below = (await admin.get(`/teams/${clusters}/trend`)).body
  expect([below.people, below.tooMany, below.points.length]).toEqual([3, false, 13])
})

test('the trend is for leads of the subtree and admins', async () => {
  const { admin, cost, clusters, fay, kim } = await costAndClusters()
  const refused = await fay.get(`/teams/${cost}/trend`)
  expect([refused.status, refused.body.detail]).toEqual([404, 'There is nothing here that you can see. Check the address.'])
  await admin.patch(`/teams/${clusters}`, { leads: [{ id: fay.id }] }, { 'if-match': '"1"' })
  expect((await fay.get(`/teams/${clusters}/trend`)).status).toBe(200)
  expect((await fay.get(`/teams/${cost}/trend`)).status).toBe(404)
  await admin.patch(`/teams/${cost}`, { leads: [{ id: kim.id }] }, { 'if-match': '"1"' })
  expect((await kim.get(`/teams/${clusters}/trend`)).status).toBe(200)
})

test('another organisation’s team answers like a missing one', async () => {
  const { otherOrganisation, cost } = await costAndClusters()
  const other = await otherOrganisation()
  for (const id of [cost, crypto.randomUUID()]) {
    const answer = await other.get(`/teams/${id}/trend`)
    expect([answer.status, answer.body.detail]).toEqual([404, 'There is nothing here that you can see. Check the address.'])
  }
})

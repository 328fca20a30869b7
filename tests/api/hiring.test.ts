import { expect, test } from 'vitest'
import { auditEvents } from '@plumbline/server/db/schema.ts'
import { rate } from '../support/rate.ts'
import { startedWorld } from '../support/world.ts'

const missing = '01980000-0000-7000-8000-000000000000'
const reason = 'Demand and hiring gaps are for the team’s leads and admins.'

/** Engineering with Cost and Security below it, led by Lea, and Payments beside it. Fay of Cost is rated in three skills, Kim of Security in none. */
async function engineering() {
  const world = await startedWorld()
  const top = await world.team('Engineering')
  const cost = await world.team('Cost', top)
  const security = await world.team('Security', top)
  const payments = await world.team('Payments')
  const lea = await world.join({ name: 'Lea Lead' })
  const fay = await world.join({ name: 'Fay FinOps', teamId: cost, roleId: 'finops-engineer' })
  const kim = await world.join({ name: 'Kim Kubernetes', teamId: security, roleId: 'k8s-security-engineer' })
  await world.admin.patch(`/teams/${top}`, { leads: [{ id: lea.id }] }, { 'if-match': '"1"' })
  await rate(world, fay.id, { kind: 'self', levels: { kubernetes: 3, 'cost-architecture': 5, 'right-sizing': 3 } })
  return { ...world, top, cost, security, payments, lea, fay, kim }
}

const three = { demand: [{ roleId: 'finops-engineer', people: 3 }] }
const find = <Row extends object>(rows: readonly Row[], key: keyof Row, value: unknown) => rows.find((row) => row[key] === value)

test('worked example: three FinOps engineers wanted, one is there: two unfilled positions in each of the 24 skills', async () => {
  const { admin, cost } = await engineering()
  await admin.put(`/teams/${cost}/demand`, three)
  const { status, body } = await admin.get(`/hiring/gaps?team=${cost}`)
  expect(status).toBe(200)
  expect(body.people).toBe(1)
  const [role] = body.roles
  expect(role).toMatchObject({ role: 'finops-engineer', present: 1, demanded: 3, unfilled: 2, covered: 0 })
  expect(role.skills).toHaveLength(24)
  const must = { importance: 'must', expected: 3, unfilled: 2 }
  expect(find(role.skills, 'skill', 'right-sizing')).toEqual({ skill: 'right-sizing', ...must, met: 0, below: 1, notRated: 0, missing: 3 }) // 3 of 5
  expect(find(role.skills, 'skill', 'cost-architecture')).toEqual({
    skill: 'cost-architecture',
    ...must,
    met: 1,
    below: 0,
    notRated: 0,
    missing: 2,
  })
  expect(find(role.skills, 'skill', 'usage-waste')).toEqual({ skill: 'usage-waste', ...must, met: 0, below: 0, notRated: 1, missing: 3 })
  // Ten musts come first; of each group the skill that Fay has comes last, since it misses one fewer.
  const ids = role.skills.map(({ skill }: { skill: string }) => skill)
  expect([ids[9], ids[23]]).toEqual(['cost-architecture', 'kubernetes'])
  expect(body.rule.length).toBeGreaterThan(3)
})

test('worked example: Kubernetes over both roles: 4 expected, 1 met, 1 not rated where it is a must, 2 unfilled', async () => {
  const { admin, top, cost } = await engineering()
  await admin.put(`/teams/${cost}/demand`, three)
  const { body } = await admin.get(`/hiring/gaps?team=${top}`)
  expect(body.people).toBe(2)
  expect(find(body.skills, 'skill', 'kubernetes')).toEqual({
    skill: 'kubernetes',
    expected: 4,
    met: 1,
    below: 0,
    notRated: 1,
    unfilled: 2,
    missing: 3,
    mustMissing: 1,
    roles: [
      { role: 'k8s-security-engineer', importance: 'must', missing: 1 },
      { role: 'finops-engineer', importance: 'should', missing: 2 },
    ],
  })
})

test('a team that was chosen together with the one above it is counted once', async () => {
  const { admin, top, cost } = await engineering()
  const alone = await admin.get(`/hiring/gaps?team=${top}`)
  expect((await admin.get(`/hiring/gaps?team=${cost}&team=${top}&team=${top}`)).text).toBe(alone.text)
})

test('without a choice an admin sees all teams, a lead those below them', async () => {
  const { admin, lea, join, payments, top } = await engineering()
  await join({ name: 'Pia Payments', teamId: payments, roleId: 'devops-engineer' })
  expect((await admin.get('/hiring/gaps')).body.people).toBe(3)
  expect((await lea.get('/hiring/gaps')).text).toBe((await lea.get(`/hiring/gaps?team=${top}`)).text)
  expect((await lea.get('/hiring/gaps')).body.people).toBe(2)
})

test('only the leads of a team and admins see its gaps and set its demand', async () => {
  const { lea, fay, cost, payments } = await engineering()
  expect((await lea.put(`/teams/${cost}/demand`, three)).status).toBe(200)
  const paymentsDemand = `/teams/${payments}/demand`
  const costDemand = `/teams/${cost}/demand`
  const hidden = [
    await lea.get(`/hiring/gaps?team=${cost}&team=${payments}`),
    await lea.get(paymentsDemand),
    await lea.put(paymentsDemand, three),
    await lea.post('/hiring/reports', { teams: [cost, payments] }),
    await fay.get(`/hiring/gaps?team=${cost}`),
    await fay.get(costDemand),
    await fay.put(costDemand, { demand: [] }),
    await fay.post('/hiring/reports', { teams: [cost] }),
  ]
  for (const answer of hidden) expect([answer.status, answer.body.code]).toEqual([404, 'not_found'])
  const refused = await fay.get('/hiring/gaps')
  expect([refused.status, refused.body.detail]).toEqual([403, reason])
  expect((await lea.get(costDemand)).body.demand).toEqual([{ roleId: 'finops-engineer', seniority: 'mid', people: 3 }])
})

test('a team of another organisation answers exactly like one that is not there', async () => {
  const { top, otherOrganisation } = await engineering()
  const otto = await otherOrganisation()
  for (const ask of [
    (id: string) => otto.get(`/hiring/gaps?team=${id}`),
    (id: string) => otto.get(`/teams/${id}/demand`),
    (id: string) => otto.put(`/teams/${id}/demand`, three),
    (id: string) => otto.post('/hiring/reports', { teams: [id] }),
  ]) {
    const [other, none] = [await ask(top), await ask(missing)]
    expect(other.status).toBe(404)
    expect(other.text.replaceAll(top, missing)).toBe(none.text)
  }
})

test('demand is replaced as a whole and audited, and may fall below who is there', async () => {
  const { admin, cost, organisationId, database } = await engineering()
  const two = { demand: [...three.demand, { roleId: 'finops-engineer', seniority: 'senior', people: 1 }] }
  await admin.put(`/teams/${cost}/demand`, two)
  expect((await admin.get(`/hiring/gaps?team=${cost}`)).body.roles[0]).toMatchObject({ demanded: 4, unfilled: 3 })
  await admin.put(`/teams/${cost}/demand`, { demand: [{ roleId: 'data-engineer', people: 1 }] })
  const { roles } = (await admin.get(`/hiring/gaps?team=${cost}`)).body
  expect(find(roles, 'role' as never, 'finops-engineer')).toMatchObject({ present: 1, demanded: 1, unfilled: 0 })
  expect(find(roles, 'role' as never, 'data-engineer')).toMatchObject({ present: 0, demanded: 1, unfilled: 1 })
  const events = await database.withTx({ orgId: organisationId }, { readOnly: true }, (tx) =>
    tx.select().from(auditEvents).orderBy(auditEvents.at),
  )
  const [, second] = events.filter(({ action, subject }) => action === 'demand.set' && subject === `team:${cost}`)
  expect(second?.detail).toEqual({
    before: [
      { roleId: 'finops-engineer', seniority: 'mid', people: 3 },
      { roleId: 'finops-engineer', seniority: 'senior', people: 1 },
    ],
    after: [{ roleId: 'data-engineer', seniority: 'mid', people: 1 }],
  })
})

test('demand names a role of the framework, each once per seniority, and a number of people', async () => {
  const { admin, cost } = await engineering()
  const set = (...demand: object[]) => admin.put(`/teams/${cost}/demand`, { demand })
  const known = { roleId: 'data-engineer', people: 1 }
  expect((await set(known, { roleId: 'wizard', people: 1 })).body.errors).toEqual([
    { in: 'body', pointer: '/demand/1/roleId', detail: 'Choose a role of the framework.' },
  ])
  expect((await set(known, known)).body.errors).toEqual([
    { in: 'body', pointer: '/demand/1/roleId', detail: 'This role stands above already. Change the number there.' },
  ])
  expect((await set({ roleId: 'data-engineer', people: 0 })).status).toBe(400)
  expect((await admin.get(`/teams/${cost}/demand`)).body.demand).toEqual([])
})

test('of two people who set a team’s demand at once one comes after the other', async () => {
  const { admin, lea, cost } = await engineering()
  const both = await Promise.all([
    admin.put(`/teams/${cost}/demand`, three),
    lea.put(`/teams/${cost}/demand`, { demand: [{ roleId: 'finops-engineer', people: 5 }] }),
  ])
  expect(both.map(({ status }) => status)).toEqual([200, 200])
  const { demand } = (await admin.get(`/teams/${cost}/demand`)).body
  expect([3, 5]).toContain(demand[0].people)
  expect(demand).toHaveLength(1)
})

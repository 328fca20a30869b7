import { expect, test } from 'vitest'
import { rate } from '../support/rate.ts'
import { startedWorld } from '../support/world.ts'

/** Positions of the skills that these tests rate. */
const kubernetes = 19
const secrets = 39
const costArchitecture = 66
const rightSizing = 67

/** Engineering with two teams below it; Fay and Kim are rated, Sol is not. */
async function threePeople() {
  const world = await startedWorld()
  const engineering = await world.team('Engineering')
  const cost = await world.team('Cost', engineering)
  const security = await world.team('Security', engineering)
  const fay = await world.join({ name: 'Fay FinOps', teamId: cost, roleId: 'finops-engineer' })
  const sol = await world.join({ name: 'Sol Senior', teamId: cost, roleId: 'finops-engineer', seniority: 'senior' })
  const kim = await world.join({ name: 'Kim Kubernetes', teamId: security, roleId: 'k8s-security-engineer' })
  await rate(world, fay.id, {
    kind: 'self',
    at: '2026-03-02T10:00:00Z',
    levels: { kubernetes: 3, 'cost-architecture': 5, 'right-sizing': 3 },
  })
  await rate(world, kim.id, { kind: 'self', at: '2026-03-03T10:00:00Z', note: 'On call for it', levels: { kubernetes: 5, secrets: 2 } })
  await rate(world, kim.id, { kind: 'lead', by: fay.id, at: '2026-04-04T10:00:00Z', levels: { kubernetes: 4 } })
  return { ...world, engineering, cost, security, fay, sol, kim }
}

/** Makes a person lead a team. */
const appoint = (world: Awaited<ReturnType<typeof threePeople>>, teamId: string, personId: string) =>
  world.admin.patch(`/teams/${teamId}`, { leads: [{ id: personId }] }, { 'if-match': '"1"' })

test('a team shows its people and all below it by name, with levels by position and the day of the newest rating', async () => {
  const { admin, engineering, cost, security, fay, sol, kim } = await threePeople()
  const { status, body } = await admin.get(`/teams/${engineering}/heatmap`)
  expect(status).toBe(200)
  expect(body.team).toEqual({ id: engineering, name: 'Engineering' })
  expect(body.people).toMatchObject([
    { id: fay.id, name: 'Fay FinOps', teamId: cost, roleId: 'finops-engineer', seniority: 'mid', ratedOn: '2026-03-02' },
    { id: kim.id, name: 'Kim Kubernetes', teamId: security, roleId: 'k8s-security-engineer', seniority: 'mid', ratedOn: '2026-04-04' },
    { id: sol.id, name: 'Sol Senior', teamId: cost, roleId: 'finops-engineer', seniority: 'senior', ratedOn: null },
  ])
  const [fays, kims, sols] = body.people.map((person: { levels: unknown[] }) => person.levels)
  expect(fays).toHaveLength(rightSizing + 1) // Shorter than the 79 skills: nothing is known of those after it.
  expect([fays[kubernetes], fays[costArchitecture], fays[rightSizing], fays[0]]).toEqual([3, 5, 3, null])
  expect([kims[kubernetes], kims[secrets]]).toEqual([4, 2]) // The lead's 4 counts before Kim's own 5.
  expect(sols).toEqual([])
})

test('coverage, readiness and single points as worked by hand', async () => {
  const { admin, engineering, cost, fay } = await threePeople()
  const { body } = await admin.get(`/teams/${engineering}/heatmap`)
  const at = (position: number) =>
    Object.fromEntries(Object.entries(body.coverage).map(([name, counts]) => [name, (counts as number[])[position]]))
  // Fay expects 3 and has 3, Kim expects 4 and has 4, Sol (senior) expects 4 and is not rated.
  expect(at(kubernetes)).toEqual({ expected: 3, rated: 2, met: 2, holders: 2, levelSum: 7 })
  expect(at(secrets)).toEqual({ expected: 1, rated: 1, met: 0, holders: 0, levelSum: 2 })
  expect(at(costArchitecture)).toEqual({ expected: 2, rated: 1, met: 1, holders: 1, levelSum: 5 })
  expect(at(rightSizing)).toEqual({ expected: 2, rated: 1, met: 0, holders: 1, levelSum: 3 })
  // Fay (1·3 + 3·5 + 3·3) of 164, Sol 0 of 199, Kim (3·4 + 3·2) of 231.
  expect(body.readiness).toBe(45 / 594)
  expect(body.singlePoints).toEqual([
    { skill: 'cost-architecture', personId: fay.id },
    { skill: 'right-sizing', personId: fay.id },
  ])
  // 24 musts, less the two single points and Kubernetes, which Fay and Kim both hold.
  expect(body.uncovered).toHaveLength(21)
  expect(body.uncovered).toContain('secrets')
  const { body: below } = await admin.get(`/teams/${cost}/heatmap`)
  expect(below.readiness).toBe(27 / 363)
  expect(below.coverage.expected[kubernetes]).toBe(2)
})

test('a team of nobody is empty, and its readiness is unknown', async () => {
  const { admin, team } = await startedWorld()
  const { body } = await admin.get(`/teams/${await team('Empty')}/heatmap`)
  expect(body).toMatchObject({ people: [], singlePoints: [], uncovered: [], readiness: null })
  expect(body.coverage.expected).toEqual([])
})

test('the heatmap is for leads of the subtree and admins', async () => {
  const world = await threePeople()
  const { engineering, cost, security, fay, sol } = world
  const refused = await fay.get(`/teams/${cost}/heatmap`)
  expect([refused.status, refused.body.detail]).toEqual([404, 'There is nothing here that you can see. Check the address.'])
  await appoint(world, cost, fay.id)
  expect((await fay.get(`/teams/${cost}/heatmap`)).status).toBe(200)
  expect((await fay.get(`/teams/${engineering}/heatmap`)).status).toBe(404)
  expect((await fay.get(`/teams/${security}/heatmap`)).status).toBe(404)
  await appoint(world, engineering, sol.id)
  expect((await sol.get(`/teams/${security}/heatmap`)).status).toBe(200)
})

test('another organisation’s team and person answer like missing ones', async () => {
  const { otherOrganisation, engineering, kim } = await threePeople()
  const other = await otherOrganisation()
  const missing = crypto.randomUUID()
  for (const path of [
    `/teams/${engineering}/heatmap`,
    `/teams/${missing}/heatmap`,
    `/people/${kim.id}/skills/kubernetes`,
    `/people/${missing}/skills/kubernetes`,
  ]) {
    const answer = await other.get(path)
    expect([answer.status, answer.body.detail]).toEqual([404, 'There is nothing here that you can see. Check the address.'])
  }
  expect((await other.get('/teams/not-an-id/heatmap')).status).toBe(400)
})

test('a cell is explained: what is expected and why, who rated it when, and what counts', async () => {
  const { admin, fay, kim } = await threePeople()
  const { status, body } = await admin.get(`/people/${kim.id}/skills/kubernetes`)
  expect(status).toBe(200)
  expect(body).toMatchObject({
    person: { id: kim.id, name: 'Kim Kubernetes', roleId: 'k8s-security-engineer', seniority: 'mid' },
    skill: { id: 'kubernetes', name: 'Kubernetes and container orchestration' },
    expected: { level: 4, base: 4, rule: 'as_is', importance: 'must', basis: 'stated' },
    current: { level: 4, kind: 'lead' },
    gap: 0,
  })
  expect(body.expected.reasons).toHaveLength(1)
  expect(body.expected.reasons[0].sources[0].document).toMatch(/./)
  expect(body.ratings).toEqual([
    { kind: 'lead', level: 4, note: '', ratedAt: '2026-04-04T10:00:00.000Z', by: 'Fay FinOps', reply: null },
    { kind: 'self', level: 5, note: 'On call for it', ratedAt: '2026-03-03T10:00:00.000Z', by: 'Kim Kubernetes', reply: null },
  ])
  expect(body.sentences).toEqual([
    'The role expects 4 (advanced). It is a must.',
    "The lead's rating 4 (advanced) counts; beside it: no agreed rating, own rating 5.",
    'The expectation is met.',
  ])
  expect((await fay.get(`/people/${fay.id}/skills/no-such-skill`)).status).toBe(404)
})

test('seniority, an unrated skill and one that is not expected are explained too', async () => {
  const { sol, kim } = await threePeople()
  expect((await sol.get(`/people/${sol.id}/skills/kubernetes`)).body).toMatchObject({
    expected: { level: 4, base: 3, rule: 'shifted' },
    current: null,
    ratings: [],
    gap: null,
    sentences: [
      'The role expects 3 (independent) at mid level; senior makes it 4 (advanced). It is a should.',
      'No rating counts yet.',
      expect.any(String),
    ],
  })
  expect((await kim.get(`/people/${kim.id}/skills/faas`)).body).toMatchObject({ expected: null, current: null, gap: null })
})

test('the newest rating of a kind is shown, and “not sure” takes a level back', async () => {
  const world = await threePeople()
  const { fay } = world
  await rate(world, fay.id, { kind: 'self', at: '2026-05-05T10:00:00Z', levels: { kubernetes: null } })
  const { body } = await fay.get(`/people/${fay.id}/skills/kubernetes`)
  expect(body).toMatchObject({ current: null, gap: null })
  expect(body.ratings).toEqual([
    { kind: 'self', level: null, note: '', ratedAt: '2026-05-05T10:00:00.000Z', by: 'Fay FinOps', reply: null },
  ])
})

test('a person’s number is explained to them, to leads of their team and to admins, to nobody else', async () => {
  const world = await threePeople()
  const { cost, security, fay, sol, kim } = world
  const path = `/people/${kim.id}/skills/kubernetes`
  expect((await kim.get(path)).status).toBe(200)
  await appoint(world, cost, fay.id)
  const refused = await fay.get(path)
  expect([refused.status, refused.body.detail]).toEqual([404, 'There is nothing here that you can see. Check the address.'])
  await appoint(world, security, sol.id)
  expect((await sol.get(path)).status).toBe(200)
})

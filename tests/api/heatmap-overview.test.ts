import { expect, test } from 'vitest'
import { answerPractices, rate } from '../support/rate.ts'
import { startedWorld } from '../support/world.ts'

interface Team {
  id: string
  name: string
  parentId: string | null
  people: number
  categories: Record<string, { expected: number; rated: number; met: number }>
  areas: Record<string, { level: number | null; percentage: number | null; answered: number; applicable: number }>
}

async function threeTeams() {
  const world = await startedWorld()
  const engineering = await world.team('Engineering')
  const cost = await world.team('Cost', engineering)
  const security = await world.team('Security', engineering)
  const fay = await world.join({ name: 'Fay FinOps', teamId: cost, roleId: 'finops-engineer' })
  await world.join({ name: 'Sol Senior', teamId: cost, roleId: 'finops-engineer', seniority: 'senior' })
  const kim = await world.join({ name: 'Kim Kubernetes', teamId: security, roleId: 'k8s-security-engineer' })
  await rate(world, fay.id, { kind: 'self', levels: { kubernetes: 3, 'cost-architecture': 5, 'right-sizing': 3 } })
  await rate(world, kim.id, { kind: 'self', levels: { kubernetes: 4, secrets: 2 } })
  const overview = async (as = world.admin) => (await as.get('/organisation/overview')).body.teams as Team[]
  return { ...world, engineering, cost, security, fay, kim, overview }
}

test('each team is counted by category with all below it', async () => {
  const { overview, engineering, cost } = await threeTeams()
  const teams = await overview()
  expect(teams.map(({ name, parentId, people }) => [name, parentId, people])).toEqual([
    ['Cost', engineering, 2],
    ['Engineering', null, 3],
    ['Security', engineering, 1],
  ])
  const of = (name: string) => teams.find((team) => team.name === name)?.categories ?? {}
  // Four FinOps skills for two people; of Fay's two ratings one meets 5.
  expect(of('Cost')['finops']).toEqual({ expected: 8, rated: 2, met: 1 })
  expect(of('Engineering')['finops']).toEqual({ expected: 8, rated: 2, met: 1 })
  expect(of('Security')['finops']).toEqual({ expected: 0, rated: 0, met: 0 })
  expect(of('Security')['devsecops']).toEqual({ expected: 10, rated: 1, met: 0 })
  // Docker and Kubernetes for Fay and Sol, five skills for Kim; Fay's and Kim's Kubernetes is met.
  expect(of('Engineering')['containers-kubernetes']).toEqual({ expected: 9, rated: 2, met: 2 })
  expect(Object.keys(of('Cost'))).toHaveLength(14)
  expect(teams.find((team) => team.id === cost)?.areas['gitops']).toMatchObject({ level: 0, percentage: 0, answered: 0 })
})

test('maturity is the team’s own checklist, and the newest answer of a practice stands', async () => {
  const world = await threeTeams()
  const { overview, cost } = world
  // The four practices of level 1, one of them answered again, and one of the other 29 not applicable.
  await answerPractices(world, cost, [
    ['finops-05', 'none'],
    ['finops-05', 'most'],
    ['finops-12', 'most'],
    ['finops-13', 'most'],
    ['finops-16', 'most'],
    ['finops-01', 'not_applicable'],
  ])
  const teams = await overview()
  const finops = (id: string) => teams.find((team) => team.id === id)?.areas['finops']
  expect(finops(cost)).toEqual({ level: 1, percentage: (100 * 4 * 2) / (3 * 32), answered: 4, applicable: 32 })
  expect(finops(world.engineering)).toEqual({ level: 0, percentage: 0, answered: 0, applicable: 33 })
})

test('a lead sees the own subtree, with the own team at the top', async () => {
  const { admin, overview, engineering, cost, security, fay, kim } = await threeTeams()
  const refused = await fay.get('/organisation/overview')
  expect([refused.status, refused.body.detail]).toEqual([403, 'The organisation’s overview is for leads and admins.'])
  await admin.patch(`/teams/${cost}`, { leads: [{ id: fay.id }] }, { 'if-match': '"1"' })
  expect((await overview(fay)).map(({ id, parentId }) => [id, parentId])).toEqual([[cost, null]])
  await admin.patch(`/teams/${engineering}`, { leads: [{ id: kim.id }] }, { 'if-match': '"1"' })
  expect((await overview(kim)).map((team) => team.id)).toEqual([cost, engineering, security])
})

test('another organisation sees its own teams only', async () => {
  const { otherOrganisation } = await threeTeams()
  const other = await otherOrganisation()
  expect((await other.get('/organisation/overview')).body.teams).toEqual([])
})

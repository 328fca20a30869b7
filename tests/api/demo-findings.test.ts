import { expect, test } from 'vitest'
import { freshness } from '@plumbline/shared/levels/freshness.ts'
import type { Caller } from '../support/world.ts'
import { demoWorld, namesOf } from '../support/demo-world.ts'

const today = () => new Date().toISOString()
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
const explained = async (caller: Caller, person: string, skill: string) => (await caller.get(`/people/${person}/skills/${skill}`)).body

test('the lead and the admin find what there is to find, the engineer an assessment that waits', async () => {
  const world = await demoWorld()
  await world.build()
  const [engineer, lead, admin] = [await world.visit('engineer'), await world.visit('lead'), await world.visit('admin')]
  const { team, person } = await namesOf(lead)
  const platform = team('Platform')

  await expectChecklists(admin)
  for (const caller of [lead, admin]) {
    const heatmap = (await caller.get(`/teams/${platform}/heatmap`)).body
    // 1. A must that one person holds.
    expect(heatmap.singlePoints).toContainEqual({ skill: 'mesh-ingress', personId: person('Yuki Tanabe') })
    expect((await explained(caller, person('Noor Haddad'), 'mesh-ingress')).expected.importance).toBe('must')

    // 2. A practice that waits for a second person.
    const checklist = (await caller.get(`/teams/${platform}/practices`)).body
    expect(checklist.blocked).toContainEqual({ practice: 'gitops-01', shortages: [{ skill: 'gitops', level: 4, need: 2, have: 1 }] })
    expect(checklist.unblocking[0]).toMatchObject({ skill: 'gitops', unblocks: expect.arrayContaining(['gitops-01']) })
    expect(checklist.answers['gitops-01']).toMatchObject({ answer: 'some', note: expect.stringContaining('Yuki') })

    // 3. Someone whom his lead sees quite differently.
    for (const skill of ['kubernetes', 'iac', 'cicd', 'docker', 'cloud-platforms', 'monitoring']) {
      const { ratings, current } = await explained(caller, person('Felix Brandt'), skill)
      const level = (kind: string) => ratings.find((rating: { kind: string }) => rating.kind === kind)?.level
      expect(level('self') - level('lead')).toBeGreaterThanOrEqual(2)
      expect(current).toEqual({ level: level('lead'), kind: 'lead' })
    }

    // 4. One profile that nobody has touched for over a year.
    type Person = { name: string; ratedOn: string | null }
    const stale = heatmap.people.filter(({ ratedOn }: Person) => freshness(ratedOn, today()) === 'stale')
    expect(stale.map(({ name }: Person) => name)).toEqual(['Henrik Lund'])

    // 6. More wanted than there are.
    const { roles } = (await caller.get(`/hiring/gaps?team=${platform}`)).body
    const gap = roles.find(({ role }: { role: string }) => role === 'platform-engineer')
    expect(gap).toMatchObject({ present: 4, demanded: 6, unfilled: 2 })
  }

  // 5. A team near full coverage, out of the lead's sight.
  const { expected, met } = (await admin.get(`/teams/${team('ML Enablement')}/heatmap`)).body.coverage
  expect(sum(met) / sum(expected)).toBeGreaterThan(0.95)
  expect(sum(met)).toBeLessThan(sum(expected))
  expect((await lead.get(`/teams/${team('ML Enablement')}/heatmap`)).status).toBe(404)

  const { draft, submitted, submittedAt } = (await engineer.get(`/people/${person('Noor Haddad')}/assessment`)).body
  expect(Object.keys(draft.answers).length).toBeGreaterThan(10)
  expect(Object.keys(submitted).length).toBeGreaterThan(Object.keys(draft.answers).length)
  expect(freshness(submittedAt, today())).toBe('fresh')
  expect((await engineer.get(`/teams/${platform}/heatmap`)).status).toBe(404)
})

/** Every team but the one without services answers all four, with links, notes and here and there what stood before. */
async function expectChecklists(admin: Caller) {
  const { teams } = (await admin.get('/teams')).body
  const lists = await Promise.all(teams.map(async ({ id }: { id: string }) => (await admin.get(`/teams/${id}/practices`)).body))
  const answering = lists.filter(({ answers }) => Object.keys(answers).length > 0)
  expect(answering.length).toBe(5)
  for (const { areas, answers } of answering) {
    expect(areas.map(({ answered }: { answered: number }) => answered > 0)).toEqual([true, true, true, true])
    const given = Object.values<{ evidence: string | null; note: string; version: number }>(answers)
    expect(given.some(({ note }) => note !== '')).toBe(true)
    expect(given.some(({ version }) => version === 2)).toBe(true)
    expect(given.some(({ evidence }) => evidence?.startsWith('https://'))).toBe(true)
  }
  const levels = answering.flatMap(({ areas }) => areas.map(({ level }: { level: number }) => level))
  expect(new Set(levels)).toEqual(new Set([0, 1, 2, 3]))
}

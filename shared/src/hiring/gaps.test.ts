import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexPack } from '../levels/pack-index.ts'
import { smallIndex, smallPack } from '../levels/small-pack.ts'
import { peopleFrom, person } from '../levels/small-pack-people.ts'
import { countRoles } from './gaps-count.ts'
import { hiringRule, roleGaps, skillGaps } from './gaps.ts'

const anyPeople = fc.array(fc.array(fc.nat(6), { maxLength: 8 }), { maxLength: 12 }).map(peopleFrom)
const ana = person('ana', 'platform-engineer', [4, 2, null, null, null, 2]) // expects must 4, must 3, should 3, –, –, should 2
const ben = person('ben', 'platform-engineer', [5, 5, 4, null, null, 1], 'senior') // 5, 4, 4, –, –, 3
const team = countRoles([ana, ben], [{ role: 'security-engineer', people: 1 }], smallIndex)

test('worked example: two platform engineers, and a security engineer to be found', () => {
  const counts = { expected: 2, met: 1, unfilled: 0 }
  const open = { expected: 1, met: 0, below: 0, notRated: 0, unfilled: 1, missing: 1 }
  expect(roleGaps(team, smallIndex)).toEqual([
    {
      role: 'platform-engineer',
      present: 2,
      demanded: 2,
      unfilled: 0,
      covered: 1, // Kubernetes: 4 of 4 and 5 of 5
      skills: [
        { skill: 'gitops', importance: 'must', ...counts, below: 1, notRated: 0, missing: 1 },
        { skill: 'architecture', importance: 'should', ...counts, below: 1, notRated: 0, missing: 1 },
        { skill: 'iac', importance: 'should', ...counts, below: 0, notRated: 1, missing: 1 },
      ],
    },
    {
      role: 'security-engineer',
      present: 0,
      demanded: 1,
      unfilled: 1,
      covered: 0,
      skills: [
        { skill: 'secrets', importance: 'must', ...open },
        { skill: 'cost', importance: 'should', ...open },
        { skill: 'kubernetes', importance: 'should', ...open },
      ],
    },
  ])
})

test('worked example: over all roles Kubernetes is expected of three and met by two, and misses only the open position', () => {
  const { skills, covered } = skillGaps(team, smallIndex)
  expect(skills.map(({ skill, mustMissing, missing }) => [skill, mustMissing, missing])).toEqual([
    ['gitops', 1, 1],
    ['secrets', 1, 1],
    ['architecture', 0, 1],
    ['cost', 0, 1],
    ['iac', 0, 1],
    ['kubernetes', 0, 1],
  ])
  expect(covered).toBe(0)
  expect(skills.at(-1)).toEqual({
    skill: 'kubernetes',
    name: 'Kubernetes',
    expected: 3,
    met: 2,
    below: 0,
    notRated: 0,
    unfilled: 1,
    missing: 1,
    mustMissing: 0,
    roles: [{ role: 'security-engineer', importance: 'should', missing: 1 }],
  })
})

test('a role that the framework does not have is counted, with no skills; people without a role are not', () => {
  const counts = countRoles([person('cem', 'retired-role', [5]), person('dia', null, [])], [], smallIndex)
  expect(counts).toEqual([{ role: 'retired-role', present: 1, demanded: 1, unfilled: 0, skills: [] }])
  expect(skillGaps(counts, smallIndex)).toEqual({ skills: [], covered: 0 })
})

test('an unfilled position adds nothing to a skill that the role does not expect at mid level', () => {
  const mid = { shift: -2, min: 0, max: 5, fixed: {} } as const
  const index = indexPack({ ...smallPack, seniorities: { ...smallPack.seniorities, mid } })
  const [role] = countRoles([person('cem', 'platform-engineer', [], 'senior')], [{ role: 'platform-engineer', people: 2 }], index)
  expect(role?.skills.map(({ skill, expected, unfilled }) => [skill, expected, unfilled])).toEqual([
    ['kubernetes', 2, 1],
    ['gitops', 2, 1],
    ['iac', 2, 1],
    ['architecture', 1, 0],
  ])
})

test('more people than demanded leave nothing unfilled', () => {
  expect(countRoles([ana, ben], [{ role: 'platform-engineer', people: 1 }], smallIndex)[0]).toMatchObject({ demanded: 1, unfilled: 0 })
})

test('the rule is told in sentences', () => {
  for (const sentence of hiringRule) expect(sentence).toMatch(/^[A-Z].*\.$/)
})

const anyDemands = fc.array(
  fc.record({ role: fc.constantFrom(...smallPack.roles.map(({ id }) => id), 'retired-role'), people: fc.nat(4) }),
  { maxLength: 5 },
)

test('missing = below + not rated + unfilled = expected − met, and must-missing is a part of it', () => {
  fc.assert(
    fc.property(anyPeople, anyDemands, (people, demands) => {
      const roles = countRoles(people, demands, smallIndex)
      const { skills } = skillGaps(roles, smallIndex)
      for (const count of [...roles.flatMap((role) => role.skills), ...skills]) {
        expect(count.missing).toBe(count.below + count.notRated + count.unfilled)
        expect(count.missing).toBe(count.expected - count.met)
      }
      for (const gap of skills) {
        expect(gap.mustMissing).toBeLessThanOrEqual(gap.missing)
        expect(gap.roles.reduce((sum, { missing }) => sum + missing, 0)).toBe(gap.missing)
      }
    }),
  )
})

test('skills left out and skills listed are all the expected ones, and nobody listed is complete', () => {
  fc.assert(
    fc.property(anyPeople, anyDemands, (people, demands) => {
      const roles = countRoles(people, demands, smallIndex)
      const { skills, covered } = skillGaps(roles, smallIndex)
      const expected = new Set(roles.flatMap((role) => role.skills.map(({ skill }) => skill)))
      expect(skills.length + covered).toBe(expected.size)
      for (const [at, gap] of roleGaps(roles, smallIndex).entries()) {
        expect(gap.skills.every(({ missing }) => missing > 0)).toBe(true)
        expect(gap.skills.length + gap.covered).toBe(roles[at]?.skills.length)
      }
    }),
  )
})

test('asking for one more person of a present role opens one more position', () => {
  fc.assert(
    fc.property(anyPeople, fc.nat(4), (people, more) => {
      const present = people.filter((someone) => someone.role === 'security-engineer').length
      const roles = countRoles(people, [{ role: 'security-engineer', people: present + more }], smallIndex)
      expect(roles.find(({ role }) => role === 'security-engineer')).toMatchObject({ present, unfilled: more })
    }),
  )
})

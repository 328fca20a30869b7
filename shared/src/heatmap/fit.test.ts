import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Level } from '../levels/level.ts'
import { roleExpectations } from '../levels/pack-index.ts'
import { smallIndex } from '../levels/small-pack.ts'
import { peopleFrom, person } from '../levels/small-pack-people.ts'
import { fit, readiness } from './fit.ts'

const anyPeople = fc.array(fc.array(fc.nat(6), { maxLength: 8 }), { maxLength: 12 }).map(peopleFrom)
const platformEngineer = roleExpectations(smallIndex, 'platform-engineer', 'mid') // must 4, must 3, should 3, –, –, should 2

test('worked example: (3·2 + 3·3 + 1·0 + 1·0) ÷ (3·4 + 3·3 + 1·3 + 1·2) = 15 ÷ 26', () => {
  const { value, missing, unknown } = fit([2, 5, 0, 5, 5, null], platformEngineer)
  expect(value).toBe(15 / 26)
  expect(missing.map((one) => [one.expected.skill, one.gap])).toEqual([
    ['kubernetes', 2], // 3 · 2
    ['iac', 3], // 1 · 3
  ])
  expect(unknown.map((one) => one.skill)).toEqual(['architecture'])
})

test('the unknown come by weight: a must of 3 before a should of 3', () => {
  expect(fit([4], platformEngineer).unknown.map((one) => one.skill)).toEqual(['gitops', 'iac', 'architecture'])
})

test('where nothing is expected there is no fit, not a fit of 0', () => {
  expect(fit([5, 5], [])).toEqual({ value: null, missing: [], unknown: [] })
  expect(readiness([person('ann', null, [5])], smallIndex)).toEqual({ value: null, notRated: 0 })
})

test('worked example: readiness adds up people; (15 + 3·4) ÷ (26 + 2 + 12 + 2) = 27 ÷ 42', () => {
  const people = [person('ana', 'platform-engineer', [2, 5, 0, 5, 5, null]), person('ben', 'security-engineer', [0, 5, 5, 5])]
  expect(readiness(people, smallIndex)).toEqual({ value: 27 / 42, notRated: 2 })
})

test('fit lies in 0..1, and missing and unknown never share a skill', () => {
  fc.assert(
    fc.property(anyPeople, (people) => {
      for (const { role, seniority, levels } of people) {
        const { value, missing, unknown } = fit(levels, roleExpectations(smallIndex, role, seniority))
        expect(value ?? 1).toBeGreaterThanOrEqual(0)
        expect(value ?? 1).toBeLessThanOrEqual(1)
        expect((value ?? 1) === 1).toBe(missing.length + unknown.length === 0)
        for (const one of missing) expect(unknown).not.toContain(one.expected)
      }
    }),
  )
})

test('raising a level, or rating what was unrated, never lowers fit or readiness', () => {
  fc.assert(
    fc.property(anyPeople, fc.nat(5), (people, position) => {
      const raised = people.map((someone) => ({
        ...someone,
        levels: smallIndex.skills.map((_, at) => {
          const now = someone.levels[at] ?? null
          return at === position ? (Math.min(5, (now ?? -1) + 1) as Level) : now
        }),
      }))
      for (const [at, { role, seniority, levels }] of people.entries()) {
        const expectations = roleExpectations(smallIndex, role, seniority)
        expect(fit(raised[at]?.levels ?? [], expectations).value ?? 0).toBeGreaterThanOrEqual(fit(levels, expectations).value ?? 0)
      }
      expect(readiness(raised, smallIndex).value ?? 0).toBeGreaterThanOrEqual(readiness(people, smallIndex).value ?? 0)
    }),
  )
})

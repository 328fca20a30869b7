import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallIndex } from '../levels/small-pack.ts'
import { peopleFrom, person } from '../levels/small-pack-people.ts'
import { addCounts, coverageText, noCounts, teamCounts } from './coverage.ts'

const anyPeople = fc.array(fc.array(fc.nat(6), { maxLength: 8 }), { maxLength: 12 }).map(peopleFrom)
const ana = person('ana', 'platform-engineer', [4, 2, null, 3, null, 2]) // expects 4 3 3 – – 2
const ben = person('ben', 'security-engineer', [null, 5, 3, 4]) // expects 2 – – 4 2 –

test('worked example: two people counted skill by skill', () => {
  expect(teamCounts([ana, ben], smallIndex)).toEqual({
    expected: [2, 1, 1, 1, 1, 1],
    rated: [1, 1, 0, 1, 0, 1],
    met: [1, 0, 0, 1, 0, 1],
    holders: [1, 1, 1, 2, 0, 0],
    levelSum: [4, 2, 0, 4, 0, 2],
  })
})

test('coverage in words names the people who are not rated', () => {
  expect(coverageText({ expected: 10, rated: 8, met: 7 })).toBe('7 of 10, 2 not rated')
  expect(coverageText({ expected: 10, rated: 10, met: 7 })).toBe('7 of 10')
  expect(coverageText({ expected: 0, rated: 0, met: 0 })).toBe('not expected of anyone')
})

test('counts taken before a skill was appended add up with counts taken after', () => {
  const before = { expected: [1], rated: [1], met: [0], holders: [0], levelSum: [2] }
  const after = { expected: [1, 3], rated: [1, 2], met: [1, 1], holders: [1, 1], levelSum: [4, 5] }
  const sum = { expected: [2, 3], rated: [2, 2], met: [1, 1], holders: [1, 1], levelSum: [6, 5] }
  expect(addCounts(before, after)).toEqual(sum)
})

test('met ≤ rated ≤ expected ≤ people, holders ≤ people, level sum ≤ 5 × rated', () => {
  fc.assert(
    fc.property(anyPeople, (people) => {
      const counts = teamCounts(people, smallIndex)
      for (const position of smallIndex.skills.keys()) {
        const [expected = 0, rated = 0, met = 0] = [counts.expected[position], counts.rated[position], counts.met[position]]
        expect(met).toBeLessThanOrEqual(rated)
        expect(rated).toBeLessThanOrEqual(expected)
        expect(expected).toBeLessThanOrEqual(people.length)
        expect(counts.holders[position]).toBeLessThanOrEqual(people.length)
        expect(counts.levelSum[position]).toBeLessThanOrEqual(5 * rated)
      }
    }),
  )
})

test('a team split in any way adds up to the whole, in any order', () => {
  fc.assert(
    fc.property(anyPeople, anyPeople, anyPeople, (a, b, c) => {
      const [countsA, countsB, countsC] = [teamCounts(a, smallIndex), teamCounts(b, smallIndex), teamCounts(c, smallIndex)]
      expect(addCounts(countsA, countsB)).toEqual(teamCounts([...a, ...b], smallIndex))
      expect(addCounts(countsA, countsB)).toEqual(addCounts(countsB, countsA))
      expect(addCounts(addCounts(countsA, countsB), countsC)).toEqual(addCounts(countsA, addCounts(countsB, countsC)))
      expect(addCounts(countsA, noCounts)).toEqual(countsA)
    }),
  )
})

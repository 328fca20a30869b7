import { smallPack } from '@plumbline/shared/levels/small-pack.ts'
import { expect, test } from 'vitest'
import { blankWords, monthsWords, needWords, seniorityWords } from './framework-words.ts'

test('the seniority rule is said with its bounds and what it sets outright', () => {
  const role = { seniorityApplies: true }
  expect(seniorityWords(role, 'mid', smallPack)).toBe('The levels at mid, as the framework sets them.')
  expect(seniorityWords(role, 'entry', smallPack)).toBe('1 level below mid, never under 1 or over 5.')
  expect(seniorityWords(role, 'architect', smallPack)).toBe('1 level above mid, never under 1 or over 5; Architecture is set to 5.')
})

test('a role that is a step of seniority by itself says so', () => {
  expect(seniorityWords({ seniorityApplies: false }, 'architect', smallPack)).toMatch(/same at every seniority/)
})

test('a need counts its people', () => {
  expect(needWords({ people: 1, level: 3 })).toBe('1 person at level 3 or above')
  expect(needWords({ people: 2, level: 4 })).toBe('2 people at level 4 or above')
})

test('months of less than one are said in weeks', () => {
  expect(monthsWords(10)).toBe('about 10 months')
  expect(monthsWords(1)).toBe('about 1 month')
  // 0.4 × 30 = 12 days
  expect(monthsWords(0.4)).toBe('about 2 weeks')
  expect(monthsWords(0.1)).toBe('about 1 week')
})

test('a blank cell says why, with the skill’s own word where it has one', () => {
  const role = { name: 'Data Engineer', blank: 'Nothing is said.' }
  expect(blankWords(role, {})).toBe('Data Engineer does not expect it, which is not the same as level 0. Nothing is said.')
  expect(blankWords(role, { unexpected: 'Nobody needs it.' })).toMatch(/Nobody needs it\.$/)
})

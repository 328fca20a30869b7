import { smallPack } from '@plumbline/shared/levels/small-pack.ts'
import { expect, test } from 'vitest'
import { needWords, seniorityWords } from './framework-words.ts'

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

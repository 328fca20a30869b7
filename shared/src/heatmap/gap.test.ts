import { expect, test } from 'vitest'
import { gap, mark } from './gap.ts'

test('worked example: 4 expected and 1 current is a gap of 3, marked below', () => {
  expect(gap(4, 1)).toBe(3)
  expect(mark(4, 1)).toBe('below')
})

test('standing above the expectation is no gap', () => {
  expect(gap(2, 5)).toBe(0)
  expect(mark(2, 5)).toBe('met')
  expect(mark(2, 2)).toBe('met')
})

test('level 0 is a rating with a gap; unrated is unknown', () => {
  expect(gap(3, 0)).toBe(3)
  expect(gap(3, null)).toBeNull()
  expect(mark(3, null)).toBe('not_rated')
})

test('what is not expected has no gap', () => {
  expect(gap(null, 1)).toBeNull()
  expect(mark(null, null)).toBe('not_expected')
})

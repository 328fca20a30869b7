import { expect, test } from 'vitest'
import { countingLevel, currentLevel } from './current.ts'

test('agreed counts before lead, and lead before self', () => {
  expect(currentLevel({ self: 4, lead: 3, agreed: 2 })).toBe(2)
  expect(currentLevel({ self: 4, lead: 3, agreed: null })).toBe(3)
  expect(currentLevel({ self: 4, lead: null, agreed: null })).toBe(4)
})

test('a level of 0 is a rating and counts; nothing rated is null, not 0', () => {
  expect(currentLevel({ self: 4, lead: 0, agreed: null })).toBe(0)
  expect(currentLevel({ self: null, lead: null, agreed: null })).toBeNull()
})

test('an organisation may let the own rating count first, or leave a kind out', () => {
  expect(countingLevel({ self: 4, lead: 3, agreed: 2 }, ['self', 'agreed', 'lead'])).toEqual({ kind: 'self', level: 4 })
  expect(currentLevel({ self: 4, lead: 3, agreed: null }, ['agreed'])).toBeNull()
})

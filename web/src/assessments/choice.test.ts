import { expect, test } from 'vitest'
import { changed, choiceOf, chosen } from './choice.ts'

const last = { level: 3, interest: 2, note: 'daily', ratedAt: '2026-01-01T00:00:00.000Z' } as const

test('"not sure" is an answer without a level, and no answer is neither', () => {
  expect([choiceOf(undefined), choiceOf({ level: null, interest: null, note: '' }), choiceOf(last)]).toEqual([null, 'not sure', 3])
  expect(chosen(undefined, 'not sure')).toEqual({ level: null, interest: null, note: '' })
  expect(chosen(last, null)).toBeNull()
})

test('a new level keeps interest and note of last time, and nothing that a draft does not take', () => {
  expect(chosen(last, 4)).toEqual({ level: 4, interest: 2, note: 'daily' })
  expect(changed(last, { interest: null })).toEqual({ level: 3, interest: null, note: 'daily' })
})

import { expect, test } from 'vitest'
import { utcDayOf, utcTimeOf } from './dates.ts'

test('a day that was fixed in UTC is told in words, whatever the time zone', () => {
  expect(utcDayOf('2026-11-21')).toBe('21 November 2026')
  expect(utcTimeOf('2026-11-21T14:05:59Z')).toBe('14:05')
})

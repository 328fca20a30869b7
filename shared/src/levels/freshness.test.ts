import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freshness } from './freshness.ts'

test('worked example: rated on 1 January 2026 with a limit of 12 months (365 days, three quarters are 273.75)', () => {
  expect(freshness('2026-01-01', '2026-10-01')).toBe('fresh') // 273 days
  expect(freshness('2026-01-01', '2026-10-02')).toBe('ageing') // 274 days
  expect(freshness('2026-01-01', '2027-01-01')).toBe('ageing') // the limit itself
  expect(freshness('2026-01-01', '2027-01-02')).toBe('stale')
})

test('the end of a long month falls on the last day of a short one', () => {
  expect(freshness('2026-01-31', '2026-02-28', 1)).toBe('ageing')
  expect(freshness('2026-01-31', '2026-03-01', 1)).toBe('stale')
})

test('three quarters of the limit to the day are still fresh', () => {
  expect(freshness('2026-02-01', '2026-02-22', 1)).toBe('fresh') // 21 of 28 days
  expect(freshness('2026-02-01', '2026-02-23', 1)).toBe('ageing')
})

test('never rated has no freshness; a time of day is ignored; a rating of today is fresh', () => {
  expect(freshness(null, '2026-01-01')).toBeNull()
  expect(freshness('2026-01-01T23:59:59Z', '2026-01-01')).toBe('fresh')
})

test('what is not a day is refused', () => {
  expect(() => freshness('yesterday', '2026-01-01')).toThrow(RangeError)
  expect(() => freshness('2026-xx-01', '2026-01-01')).toThrow(RangeError)
})

test('a rating never grows fresher as days go by', () => {
  const order = ['fresh', 'ageing', 'stale']
  const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map((date) => date.toISOString())
  fc.assert(
    fc.property(day, day, day, fc.integer({ min: 1, max: 36 }), (rated, a, b, limit) => {
      const [earlier, later] = a < b ? [a, b] : [b, a]
      const rank = (today: string) => order.indexOf(freshness(rated, today, limit) ?? '')
      expect(rank(earlier)).toBeLessThanOrEqual(rank(later))
    }),
  )
})

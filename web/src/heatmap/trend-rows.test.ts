import { expect, test } from 'vitest'
import { noTrendBecause, trendRows } from './trend-rows.ts'

const point = (day: string, readiness: number | null, expected: number, rated: number, met: number) => ({
  day,
  readiness,
  expected,
  rated,
  met,
})

test('a point counts who is below and who is not rated, and the last one is today', () => {
  const rows = trendRows({ points: [point('2026-10-31', 0.25, 20, 10, 5), point('2026-11-21', 0.5, 20, 15, 12)] })
  expect(rows.map(({ label, below, notRated, metShare, ratedShare }) => [label, below, notRated, metShare, ratedShare])).toEqual([
    ['End of Oct 2026', 5, 10, 0.25, 0.5],
    ['Today', 3, 5, 0.6, 0.75],
  ])
  expect(rows[0]?.at).toBe(Date.UTC(2026, 9, 31))
})

test('nothing expected and nothing rated are no trend, and are told apart', () => {
  const of = (...points: ReturnType<typeof point>[]) => noTrendBecause(trendRows({ points }))
  expect(of(point('2026-10-31', null, 0, 0, 0), point('2026-11-21', null, 0, 0, 0))).toBe('nothing expected')
  expect(of(point('2026-10-31', 0, 4, 0, 0), point('2026-11-21', 0, 4, 0, 0))).toBe('nothing rated')
  expect(of(point('2026-10-31', 0, 4, 0, 0), point('2026-11-21', 0.1, 4, 1, 0))).toBeNull()
})

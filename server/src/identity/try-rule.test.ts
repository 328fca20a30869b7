import { expect, test } from 'vitest'
import fc from 'fast-check'
import { waitOf, waitWords, withFailure } from './try-rule.ts'
import type { Tries } from './try-rule.ts'

const start = new Date('2026-03-01T09:00:00Z')
const later = (from: Date, ms: number) => new Date(from.getTime() + ms)

/** One failure after the other, each as soon as it is allowed. Gives the waits in minutes. */
function waits(kind: 'account' | 'address', failures: number): number[] {
  let now = start
  let tries: (Tries & { lastAt: Date }) | null = null
  const found: number[] = []
  for (let count = 0; count < failures; count++) {
    tries = { ...withFailure(kind, tries, now), lastAt: now }
    const wait = waitOf(tries, now)
    found.push(wait / 60_000)
    now = later(now, wait)
  }
  return found
}

test('an account has five free tries, then waits that double up to a quarter of an hour', () => {
  expect(waits('account', 11)).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 15, 15, 15])
})

test('an address waits after fifty failures, and begins anew when its quarter of an hour is over', () => {
  expect(waits('address', 51)).toEqual([...Array<number>(49).fill(0), 15, 0])
})

test('a day without a failure forgets an account’s failures', () => {
  const before = { failures: 9, windowStart: start, lockedUntil: null, lastAt: start }
  expect(withFailure('account', before, later(start, 86_400_000)).failures).toBe(1)
  expect(withFailure('account', before, later(start, 86_399_999)).failures).toBe(10)
})

test('however tries are spread, a wait is never longer than 15 minutes and never shortens within a window', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3_600_000 }), { minLength: 1, maxLength: 60 }), (pauses) => {
      let now = start
      let tries: (Tries & { lastAt: Date }) | null = null
      let last = 0
      for (const pause of pauses) {
        now = later(now, pause)
        tries = { ...withFailure('account', tries, now), lastAt: now }
        const wait = waitOf(tries, now)
        expect(wait).toBeLessThanOrEqual(900_000)
        expect(wait).toBeGreaterThanOrEqual(last)
        last = wait
      }
    }),
  )
})

test('the words never promise less than the wait', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 900_000 }), (ms) => {
      expect(Number.parseInt(waitWords(ms), 10) * 60_000).toBeGreaterThanOrEqual(ms)
    }),
  )
  expect([waitWords(1), waitWords(60_000), waitWords(60_001)]).toEqual(['1 minute', '1 minute', '2 minutes'])
})

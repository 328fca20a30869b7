import { expect, test } from 'vitest'
import fc from 'fast-check'
import { stands, worthNoting } from './session-limits.ts'

const limits = { idleMs: 12 * 3_600_000, absoluteMs: 14 * 86_400_000 }
const at = (ms: number) => new Date(1_800_000_000_000 + ms)

test('a session ends after twelve hours without use, and after fourteen days however much it is used', () => {
  expect(stands({ createdAt: at(0), updatedAt: at(0) }, at(limits.idleMs - 1), limits)).toBe(true)
  expect(stands({ createdAt: at(0), updatedAt: at(0) }, at(limits.idleMs), limits)).toBe(false)
  const busy = (ms: number) => stands({ createdAt: at(0), updatedAt: at(ms - 1) }, at(ms), limits)
  expect([busy(limits.absoluteMs - 1), busy(limits.absoluteMs)]).toEqual([true, false])
})

test('used often enough, a session lasts exactly to its absolute limit; left alone, never longer than its idle limit after its last note', () => {
  const gap = fc.integer({ min: 1, max: limits.idleMs })
  fc.assert(
    fc.property(fc.array(gap, { maxLength: 40 }), (gaps) => {
      let now = 0
      let session = { createdAt: at(0), updatedAt: at(0) }
      for (const wait of gaps) {
        now += wait
        const expected = now < limits.absoluteMs && now - (session.updatedAt.getTime() - at(0).getTime()) < limits.idleMs
        expect(stands(session, at(now), limits)).toBe(expected)
        if (expected && worthNoting(session, at(now), limits)) session = { createdAt: at(0), updatedAt: at(now) }
      }
    }),
  )
})

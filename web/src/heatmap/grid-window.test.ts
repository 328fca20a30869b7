import fc from 'fast-check'
import { expect, test } from 'vitest'
import { skippedBefore, windowOf, withPinned } from './grid-window.ts'

test('a short line is rendered whole', () => {
  expect(windowOf({ count: 25, first: 0, seen: 10, block: 8, most: 25 })).toEqual({ from: 0, to: 25 })
})

test('a long line is rendered around what is in sight, in whole blocks', () => {
  expect(windowOf({ count: 200, first: 0, seen: 20, block: 8, most: 25 })).toEqual({ from: 0, to: 32 })
  expect(windowOf({ count: 200, first: 100, seen: 20, block: 8, most: 25 })).toEqual({ from: 88, to: 128 })
  expect(windowOf({ count: 200, first: 103, seen: 17, block: 8, most: 25 })).toEqual({ from: 88, to: 128 })
  expect(windowOf({ count: 200, first: 190, seen: 20, block: 8, most: 25 })).toEqual({ from: 168, to: 200 })
})

test('the place with the focus is rendered wherever it is, in order', () => {
  expect(withPinned({ from: 8, to: 11 }, 2, 200)).toEqual([2, 8, 9, 10])
  expect(withPinned({ from: 8, to: 11 }, 9, 200)).toEqual([8, 9, 10])
  expect(withPinned({ from: 8, to: 11 }, 150, 200)).toEqual([8, 9, 10, 150])
  expect(withPinned({ from: 8, to: 11 }, 200, 200)).toEqual([8, 9, 10])
})

test('what is left out before each item keeps the others in place', () => {
  expect(skippedBefore([2, 8, 9, 10, 150])).toEqual([2, 5, 0, 0, 139])
  expect(skippedBefore([0, 1, 2])).toEqual([0, 0, 0])
})

test('what is in sight is always rendered, and never much more', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(6000), fc.integer({ min: 1, max: 60 }), (count, first, seen) => {
      const { from, to } = windowOf({ count, first, seen, block: 8, most: 25 })
      const start = Math.max(0, Math.min(first, count - seen))
      expect(from).toBeLessThanOrEqual(start)
      expect(to).toBeGreaterThanOrEqual(Math.min(count, start + seen))
      expect(to - from).toBeLessThanOrEqual(Math.max(25, seen + 32))
    }),
  )
})

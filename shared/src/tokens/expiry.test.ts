import { expect, test } from 'vitest'
import { expiryOf } from './expiry.ts'

const end = new Date('2026-11-30T12:00:00Z')
const at = (instant: string) => expiryOf(end, new Date(instant))

test('a token is over at its very instant, and soon over two weeks before', () => {
  expect(at('2026-11-30T12:00:00Z')).toBe('over')
  expect(at('2026-11-30T11:59:59Z')).toBe('soon')
  expect(at('2026-11-16T12:00:00Z')).toBe('soon')
  expect(at('2026-11-16T11:59:59Z')).toBe('later')
})

import { expect, test } from 'vitest'
import { nextOwnVersion } from './own-version.ts'

test('the first version of one’s own has number 1, the next one more than the highest, whichever it was made from', () => {
  expect(nextOwnVersion('2026.1', ['2026.1'])).toBe('2026.1-1')
  expect(nextOwnVersion('2026.1', ['2026.1', '2026.1-9', '2026.1-10'])).toBe('2026.1-11')
  expect(nextOwnVersion('2026.1-1', ['2026.1', '2026.1-1', '2026.1-2'])).toBe('2026.1-3')
})

test('each version that comes with the product has its own numbers', () => {
  expect(nextOwnVersion('2026.1', ['2026.10-4', '2026.2-7', '2026.1'])).toBe('2026.1-1')
})

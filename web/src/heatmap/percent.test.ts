import { expect, test } from 'vitest'
import { percent } from './percent.ts'

test('whole percent; nothing is rounded to all or to none', () => {
  expect([0, 0.001, 0.455, 0.999, 1].map(percent)).toEqual(['0\u00a0%', '1\u00a0%', '46\u00a0%', '99\u00a0%', '100\u00a0%'])
  expect(percent(null)).toBe('unknown')
})

import { expect, test } from 'vitest'
import { percent } from './percent.ts'

test('whole percent; nothing is rounded to all or to none', () => {
  expect([0, 0.001, 0.455, 0.999, 1].map(percent)).toEqual(['0 %', '1 %', '46 %', '99 %', '100 %'])
  expect(percent(null)).toBe('unknown')
})

import { expect, test } from 'vitest'
import { aggregateText, aggregateWords } from './aggregate-words.ts'

test('an open end is said, short in the table and in words', () => {
  const shares = (['less', 'about', 'more'] as const).map((side) => ({ percent: 30, side, people: 6 }))
  expect(shares.map(aggregateText)).toEqual(['≤\u00a030\u00a0%', '30\u00a0%', '≥\u00a030\u00a0%'])
  expect(shares.map(aggregateWords)).toEqual([
    '30 % or less is met, of 6 people',
    'about 30 % is met, of 6 people',
    '30 % or more is met, of 6 people',
  ])
})

import { expect, test } from 'vitest'
import { shareOf, sharesOf, type ShownBlock } from './aggregate-shares.ts'

const block = (teamId: string, met: number, expected: number, more: Partial<ShownBlock> = {}): ShownBlock => ({
  teamId,
  category: 'platform',
  met,
  expected,
  side: 'same',
  people: 6,
  countedOn: '2026-11-21',
  ...more,
})
const teams = [
  { id: 'top', parentId: null },
  { id: 'left', parentId: 'top' },
  { id: 'leaf', parentId: 'left' },
  { id: 'right', parentId: 'top' },
]

test('worked example: shares are whole tens, and a team counts with the blocks below it', () => {
  const shares = sharesOf(teams, [block('leaf', 10, 24), block('right', 14, 24, { countedOn: '2026-10-01' })])
  expect(shares.get('leaf')).toEqual({ platform: { percent: 40, side: 'about', people: 6, countedOn: '2026-11-21' } })
  expect(shares.get('left')).toEqual(shares.get('leaf'))
  // 24 of 48, and as old as its oldest part.
  expect(shares.get('top')).toEqual({ platform: { percent: 50, side: 'about', people: 12, countedOn: '2026-10-01' } })
})

test('the ends are open: nothing is ever none or all of it', () => {
  expect(shareOf([block('a', 2, 100)])).toMatchObject({ percent: 10, side: 'less' })
  expect(shareOf([block('a', 5, 100)])).toMatchObject({ percent: 10, side: 'about' })
  expect(shareOf([block('a', 96, 100)])).toMatchObject({ percent: 90, side: 'more' })
})

test('what was held within its margin is said to be less or more; where both meet it is about that much', () => {
  expect(shareOf([block('a', 8, 24, { side: 'less' })])).toMatchObject({ percent: 30, side: 'less' })
  expect(shareOf([block('a', 8, 24, { side: 'less' }), block('b', 12, 24)])).toMatchObject({ percent: 40, side: 'less' })
  expect(shareOf([block('a', 8, 24, { side: 'less' }), block('b', 16, 24, { side: 'more' })])).toMatchObject({ side: 'about' })
})

test('a category without a block has no share, and a team without any has none at all', () => {
  const shares = sharesOf(teams, [block('leaf', 10, 24, { category: 'trust' })])
  expect(Object.keys(shares.get('top') ?? {})).toEqual(['trust'])
  expect(shares.has('right')).toBe(false)
})

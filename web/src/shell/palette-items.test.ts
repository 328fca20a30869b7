import { expect, test } from 'vitest'
import { narrow } from './palette-items.ts'

const groups = [
  { title: 'Pages', items: [{ id: '/', label: 'Home', to: '/' }] },
  {
    title: 'People',
    items: [
      { id: '1', label: 'Marko Ilić', detail: 'Platform Core', to: '/1' },
      { id: '2', label: 'Ilse Marsh', detail: 'Edge', to: '/2' },
    ],
  },
]
const ids = (text: string, most = 8) => narrow(groups, text, most).map(({ title, items }) => [title, ...items.map(({ id }) => id)])

test('an empty text shows everything', () => {
  expect(ids('  ')).toEqual([
    ['Pages', '/'],
    ['People', '1', '2'],
  ])
})

test('names that begin with the text come first', () => {
  expect(ids('il')).toEqual([['People', '2', '1']])
})

test('accents and case do not matter, and words may come in any order', () => {
  expect(ids('core ILIC')).toEqual([['People', '1']])
})

test('no group shows more than fits', () => {
  expect(ids('', 1)).toEqual([
    ['Pages', '/'],
    ['People', '1'],
  ])
})

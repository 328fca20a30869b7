import { expect, test } from 'vitest'
import { actionWords, changedIn } from './event-words.ts'

test('of before and after only what differs is said', () => {
  expect(changedIn({ before: { name: 'Six', parentId: null, version: 1 }, after: { name: 'Sixth', parentId: null } })).toEqual([
    { field: 'name', before: 'Six', after: 'Sixth' },
  ])
})

test('a first value has a dash before it, and what is said besides comes first', () => {
  expect(changedIn({ practice: 'idp-01', before: null, after: { answer: 'all' } })).toEqual([
    { field: 'practice', before: undefined, after: 'idp-01' },
    { field: 'answer', before: '–', after: 'all' },
  ])
})

test('single values and lists are said as they are', () => {
  expect(changedIn({ before: 'Acme', after: 'Acme Ltd' })).toEqual([{ field: 'value', before: 'Acme', after: 'Acme Ltd' }])
  expect(changedIn({ teams: ['a'], rows: 3 })).toEqual([
    { field: 'teams', before: undefined, after: '["a"]' },
    { field: 'rows', before: undefined, after: '3' },
  ])
  expect(changedIn({})).toEqual([])
})

test('an action reads as words', () => {
  expect(actionWords('framework.draft_changed')).toBe('Framework draft changed')
  expect(actionWords('refused')).toBe('Refused')
})

import { expect, test } from 'vitest'
import { openedWords, readerWords } from './read-words.ts'

test('a reader is named while they are here, and a token by whose it is', () => {
  expect(readerWords({ reader: { name: 'Lea Lead', token: false } })).toBe('Lea Lead')
  expect(readerWords({ reader: { name: null, token: false } })).toBe('Someone who left')
  expect(readerWords({ reader: { name: 'Lea Lead', token: true } })).toBe('A token of Lea Lead')
  expect(readerWords({ reader: { name: null, token: true } })).toBe('A token of someone who left')
})

test('what was opened says of whom, and how much of an export', () => {
  const heatmap = { what: 'heatmap', team: 'Platform', rows: null } as const
  expect(openedWords({ ...heatmap, people: 1 })).toBe('My levels, in the heatmap of Platform')
  expect(openedWords({ ...heatmap, people: 2 })).toBe('My levels and those of one other person, in the heatmap of Platform')
  expect(openedWords({ ...heatmap, team: null, people: 1201 })).toBe(
    'My levels and those of 1,200 others, in the heatmap of a team that is gone',
  )
  expect(openedWords({ what: 'ratings', team: null, people: 1, rows: null })).toBe('My ratings of skills, with notes')
  expect(openedWords({ what: 'audit_export', team: null, people: 3, rows: 1 })).toBe('What I did, in a file of the audit trail with 1 row')
})

import { expect, test } from 'vitest'
import { roleExpectations } from '../levels/pack-index.ts'
import { smallIndex, smallPack } from '../levels/small-pack.ts'
import { explainCell } from './explain.ts'

const { reasons } = smallPack
const none = { self: null, lead: null, agreed: null, ratedOn: null }
const expectedAt = (seniority: 'mid' | 'senior' | 'architect', position: number) =>
  roleExpectations(smallIndex, 'platform-engineer', seniority)[position] ?? null

test('worked example: GitOps 3 at mid becomes 4 for a senior; the lead rated 2, nothing is agreed; the gap is 2', () => {
  const expected = expectedAt('senior', 1)
  const cell = { expected, seniority: 'senior', reasons, self: 4, lead: 2, agreed: null, ratedOn: '2026-03-01' } as const
  expect(explainCell(cell)).toEqual({
    expected,
    seniority: 'senior',
    reasons,
    raw: { self: 4, lead: 2, agreed: null },
    current: { level: 2, kind: 'lead' },
    ratedOn: '2026-03-01',
    gap: 2,
    mark: 'below',
    sentences: [
      'The role expects 3 (independent) at mid level; senior makes it 4 (advanced). It is a must.',
      "The lead's rating 2 (assisted) counts; beside it: no agreed rating, own rating 4.",
      'The gap is 4 − 2 = 2.',
    ],
  })
})

test('an unrated skill has no gap and is not called met', () => {
  const { gap, mark, sentences } = explainCell({ ...none, expected: expectedAt('mid', 0), seniority: 'mid', reasons })
  expect([gap, mark]).toEqual([null, 'not_rated'])
  expect(sentences).toEqual([
    'The role expects 4 (advanced). It is a must.',
    'No rating counts yet.',
    'Not rated: no gap is claimed, and it is not shown to be met.',
  ])
})

test('a level fixed by the framework and a met expectation say so', () => {
  const { sentences } = explainCell({ ...none, expected: expectedAt('architect', 5), seniority: 'architect', reasons, agreed: 5 })
  expect(sentences).toEqual([
    'The role expects 2 (assisted) at mid level; the framework sets 5 (leading) for every architect. It is a should.',
    "The agreed rating 5 (leading) counts; beside it: no lead's rating, no own rating.",
    'The expectation is met.',
  ])
})

test('a rated skill that is not expected has nothing to compare with; the order of the organisation decides what counts', () => {
  const cell = { ...none, expected: null, seniority: 'mid', reasons: [], self: 3, agreed: 1, order: ['self', 'agreed'] } as const
  const { current, gap, mark, sentences } = explainCell(cell)
  expect(current).toEqual({ level: 3, kind: 'self' })
  expect([gap, mark]).toEqual([null, 'not_expected'])
  expect(sentences[0]).toBe('The role does not expect this skill.')
  expect(sentences[2]).toBe('There is nothing to compare with.')
})

test('the levels go by the names of the framework', () => {
  const names = ['–', 'Heard of it', 'With help', 'Alone', 'Teaches', 'Shapes'] as const
  const { sentences } = explainCell({ ...none, expected: expectedAt('senior', 1), seniority: 'senior', reasons, self: 2, names })
  expect(sentences.slice(0, 2)).toEqual([
    'The role expects 3 (Alone) at mid level; senior makes it 4 (Teaches). It is a must.',
    "The own rating 2 (With help) counts; beside it: no agreed rating, no lead's rating.",
  ])
})

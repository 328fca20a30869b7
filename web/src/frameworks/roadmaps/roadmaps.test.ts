import type { Roadmap, Stage } from '@plumbline/shared/frameworks/pack-learning.ts'
import { expect, test } from 'vitest'
import { correspondenceTables } from './correspondence-tables.ts'
import { durationWords } from './duration-words.ts'
import { stageRows } from './stage-rows.ts'

const stage = (id: string, order: number, after: string[] = []): Stage => ({
  id,
  order,
  name: id,
  after,
  duration: null,
  groups: [],
  skills: [],
  tools: [],
  certifications: [],
  projects: [],
  sources: [],
})

const rowsOf = (...stages: Stage[]) => stageRows(stages).map((row) => row.map(({ id }) => id))

test('stages that come after each other stand in rows of one', () => {
  expect(rowsOf(stage('b', 2, ['a']), stage('a', 1), stage('c', 3, ['b']))).toEqual([['a'], ['b'], ['c']])
})

test('stages that wait for the same one are branches, and what needs both stands below both', () => {
  const rows = rowsOf(stage('a', 1), stage('b', 2, ['a']), stage('c', 3, ['a']), stage('d', 4, ['b', 'c']))
  expect(rows).toEqual([['a'], ['b', 'c'], ['d']])
})

test('stages in a circle are all shown once', () => {
  expect(
    rowsOf(stage('a', 1, ['b']), stage('b', 2, ['a']))
      .flat()
      .toSorted(),
  ).toEqual(['a', 'b'])
})

test('no stage is lost to one that does not exist', () => {
  expect(rowsOf(stage('a', 1, ['gone']))).toEqual([['a']])
})

test('a time is a span, a single figure, or said not to be printed', () => {
  expect(durationWords({ low: 4, high: 6 })).toBe('4–6 months')
  expect(durationWords({ low: 3, high: 3 })).toBe('3 months')
  expect(durationWords(null)).toBe('no time printed')
})

const roadmap = (id: string, stages: Stage[]): Roadmap => ({
  id,
  name: id,
  summary: id,
  roles: [],
  stages,
  totals: [],
  notes: [],
  sources: [],
})

test('two roadmaps share one table, and a side without a stage stays empty', () => {
  const roadmaps = [roadmap('six', [stage('a', 1), stage('b', 2)]), roadmap('five', [stage('s', 1)])]
  const correspondences = [
    {
      id: 'x',
      stages: [
        { roadmap: 'six', stages: ['b'] },
        { roadmap: 'five', stages: ['s'] },
      ],
      only: [{ roadmap: 'five', topics: ['OOP'] }],
    },
    {
      id: 'y',
      stages: [
        { roadmap: 'six', stages: ['a'] },
        { roadmap: 'five', stages: [] },
      ],
      only: [],
    },
  ]
  const tables = correspondenceTables({ roadmaps, correspondences })
  expect(tables).toHaveLength(1)
  expect(tables[0]?.rows.map(({ left, right }) => [left.stages.map(({ id }) => id), right.stages.map(({ id }) => id), right.only])).toEqual(
    [
      [['b'], ['s'], ['OOP']],
      [['a'], [], []],
    ],
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallPack } from '../levels/small-pack.ts'
import { countLevels, explainMaturity } from './explain.ts'
import { type Answer, maturity } from './maturity.ts'

const gitops = smallPack.practices.filter((practice) => practice.area === 'gitops') // levels 1, 1, 2, 3, 4
const explain = (answers: Record<string, Answer>) => explainMaturity(gitops, new Map(Object.entries(answers)))

test('worked example: level 1 holds, level 2 does not; (1 × ⅓ + 1 × ⅔ + 1 × 1) of 4 applicable are 50 %', () => {
  const answers = {
    'state-in-git': 'all',
    'reviewed-changes': 'most',
    'reconciled-clusters': 'some',
    'drift-is-alarmed': 'not_applicable',
  } as const
  expect(explain(answers)).toEqual([
    'A level is reached when every applicable practice of it, and of the levels below it, is answered most or all.',
    'Level 1 (provisional) is reached: at level 2 (operational) 0 of 1 practices hold.',
    'The percentage counts none 0, some ⅓, most ⅔ and all 1: (1 × ⅓ + 1 × ⅔ + 1 × 1) ÷ 4 applicable = 50 %.',
    '1 without an answer counts as none.',
    '1 not applicable is left out of both numbers.',
  ])
  expect(countLevels(gitops, new Map(Object.entries(answers)))).toEqual([
    { level: 1, name: 'provisional', met: 2, applicable: 2, notApplicable: 0, unanswered: 0 },
    { level: 2, name: 'operational', met: 0, applicable: 1, notApplicable: 0, unanswered: 0 },
    { level: 3, name: 'scalable', met: 0, applicable: 0, notApplicable: 1, unanswered: 0 },
    { level: 4, name: 'optimizing', met: 0, applicable: 1, notApplicable: 0, unanswered: 1 },
  ])
})

test('level 0 names level 1, the highest level names nothing, and nothing applicable is said to be so', () => {
  expect(explain({ 'state-in-git': 'all' })[1]).toBe('No level is reached yet: at level 1 (provisional) 1 of 2 practices hold.')
  const everything = (answer: Answer) => Object.fromEntries(gitops.map(({ id }): [string, Answer] => [id, answer]))
  expect(explain(everything('all'))[1]).toBe('Level 4 (optimizing) is reached: nothing of this area is left above it.')
  expect(explain(everything('not_applicable'))).toEqual(['No practice of this area applies to the team, so there is no maturity to give.'])
})

const anyAnswers = fc
  .dictionary(fc.constantFrom(...gitops.map(({ id }) => id)), fc.constantFrom<Answer>('none', 'some', 'most', 'all', 'not_applicable'))
  .map((given) => new Map(Object.entries(given)))

test('the counts of the levels add up to those of the area', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const counts = countLevels(gitops, answers)
      const sum = (value: (count: (typeof counts)[number]) => number) => counts.reduce((total, count) => total + value(count), 0)
      const { answered, applicable, total } = maturity(gitops, answers)
      expect(sum((count) => count.applicable)).toBe(applicable)
      expect(sum((count) => count.unanswered)).toBe(applicable - answered)
      expect(sum((count) => count.applicable + count.notApplicable)).toBe(total)
    }),
  )
})

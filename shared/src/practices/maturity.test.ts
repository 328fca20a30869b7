import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallPack } from '../levels/small-pack.ts'
import { type Answer, maturity } from './maturity.ts'

const gitops = smallPack.practices.filter((practice) => practice.area === 'gitops')
const maturityOf = (answers: Record<string, Answer>) => maturity(gitops, new Map(Object.entries(answers)))
const level1: Record<string, Answer> = { 'state-in-git': 'all', 'reviewed-changes': 'most' }

test('worked example: level 1 is held, level 2 is not; (3 + 2 + 1 + 3 + 0) of 15 thirds are 60 %', () => {
  expect(maturityOf({ ...level1, 'reconciled-clusters': 'some', 'drift-is-alarmed': 'all' })).toEqual({
    level: 1,
    percentage: 60,
    answered: 4,
    applicable: 5,
    total: 5,
    holding: ['reconciled-clusters'],
  })
})

test('an unanswered practice is not met: level 0, held back by it', () => {
  expect(maturityOf({ 'reviewed-changes': 'all' })).toMatchObject({ level: 0, percentage: 20, answered: 1, holding: ['state-in-git'] })
})

test('a level that is not applicable is passed over only when the lower levels hold', () => {
  const level2: Record<string, Answer> = { 'reconciled-clusters': 'not_applicable' }
  expect(maturityOf({ ...level1, ...level2 })).toMatchObject({ level: 2, applicable: 4, holding: ['drift-is-alarmed'] })
  expect(maturityOf({ ...level1, ...level2, 'drift-is-alarmed': 'most' })).toMatchObject({ level: 3, holding: ['progressive-delivery'] })
  expect(maturityOf({ ...level2, 'drift-is-alarmed': 'all', 'progressive-delivery': 'all' })).toMatchObject({ level: 0 })
})

test('everything held is the highest level of the area, and nothing holds back', () => {
  const all = Object.fromEntries(gitops.map(({ id }): [string, Answer] => [id, 'all']))
  expect(maturityOf(all)).toMatchObject({ level: 4, percentage: 100, holding: [] })
  const twoLevels = gitops.filter((practice) => practice.level <= 2)
  expect(maturity(twoLevels, new Map(Object.entries(all)))).toMatchObject({ level: 2, percentage: 100 })
})

test('nothing applicable is no maturity, not level 0', () => {
  const nothing = { level: null, percentage: null, answered: 0, applicable: 0, holding: [] }
  expect(maturityOf(Object.fromEntries(gitops.map(({ id }) => [id, 'not_applicable'])))).toEqual({ ...nothing, total: 5 })
  expect(maturity([], new Map())).toEqual({ ...nothing, total: 0 })
})

const order = ['none', 'some', 'most', 'all'] as const
const anyAnswers = fc
  .array(fc.option(fc.constantFrom<Answer>(...order, 'not_applicable'), { nil: null }), { minLength: gitops.length })
  .map((given) => new Map(gitops.flatMap(({ id }, at): [string, Answer][] => (given[at] ? [[id, given[at]]] : []))))

test('level and percentage never drop when an answer improves, and stay in bounds', () => {
  fc.assert(
    fc.property(anyAnswers, fc.constantFrom(...gitops), fc.constantFrom(...order), (answers, { id }, better) => {
      const before = maturity(gitops, answers)
      expect(before.percentage ?? 0).toBeGreaterThanOrEqual(0)
      expect(before.percentage ?? 0).toBeLessThanOrEqual(100)
      const given = answers.get(id) ?? 'none'
      fc.pre(given !== 'not_applicable' && order.indexOf(better) >= order.indexOf(given))
      const after = maturity(gitops, new Map([...answers, [id, better]]))
      expect(after.level).toBeGreaterThanOrEqual(before.level ?? 0)
      expect(after.percentage).toBeGreaterThanOrEqual(before.percentage ?? 0)
    }),
  )
})

test('something holds the team back exactly while an applicable practice is unmet', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const unmet = gitops.filter(({ id }) => !['most', 'all', 'not_applicable'].includes(answers.get(id) ?? 'none'))
      expect(maturity(gitops, answers).holding.length > 0).toBe(unmet.length > 0)
    }),
  )
})

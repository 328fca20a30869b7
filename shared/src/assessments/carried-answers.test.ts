import fc from 'fast-check'
import { expect, test } from 'vitest'
import { carriedAnswers, placesOf, unplacedAnswers } from './carried-answers.ts'

const today = new Set(['git', 'pipelines', 'releases', 'terraform'])
const carries = [{ cicd: ['delivery'] }, { delivery: ['pipelines', 'releases'], puppet: [] }, { iac: ['terraform'] }]

test('an answer follows its skill through a renaming and a split', () => {
  expect(placesOf('cicd', today, carries)).toEqual(['pipelines', 'releases'])
  expect(carriedAnswers({ cicd: 3, git: 4 }, today, carries)).toEqual({ pipelines: 3, releases: 3, git: 4 })
})

test('an heir that was answered itself keeps its answer', () => {
  expect(carriedAnswers({ cicd: 3, releases: 1 }, today, carries)).toEqual({ pipelines: 3, releases: 1 })
  expect(carriedAnswers({ releases: 1, cicd: 3 }, today, carries)).toEqual({ pipelines: 3, releases: 1 })
})

test('an answer to a skill that was dropped has no place and is kept aside', () => {
  expect(carriedAnswers({ puppet: 2, unheard: 1, git: 4 }, today, carries)).toEqual({ git: 4 })
  expect(unplacedAnswers({ puppet: 2, unheard: 1, git: 4, cicd: 3 }, today, carries)).toEqual({ puppet: 2, unheard: 1 })
})

test('a skill that is there again is asked under its own name, whatever took it over in the meantime', () => {
  expect(carriedAnswers({ git: 4 }, today, [{ git: ['terraform'] }])).toEqual({ git: 4 })
})

test('where one way of heirs ends, a later version’s way is followed', () => {
  expect(placesOf('iac', today, [{ iac: ['bicep'] }, { bicep: [] }, { iac: ['terraform'] }])).toEqual(['terraform'])
})

const id = fc.constantFrom('git', 'pipelines', 'releases', 'terraform', 'cicd', 'delivery', 'puppet', 'iac')

test('no answer is lost that has a place, and none appears out of nothing', () => {
  fc.assert(
    fc.property(
      fc.dictionary(id, fc.nat(5)),
      fc.array(fc.dictionary(id, fc.uniqueArray(id, { maxLength: 3 })), { maxLength: 4 }),
      (answers, steps) => {
        const carried = carriedAnswers(answers, today, steps)
        for (const one of Object.keys(answers)) for (const place of placesOf(one, today, steps)) expect(carried).toHaveProperty(place)
        for (const [place, answer] of Object.entries(carried)) {
          expect(today.has(place)).toBe(true)
          expect(Object.entries(answers).some(([one, given]) => given === answer && placesOf(one, today, steps).includes(place))).toBe(true)
        }
        expect(Object.keys(unplacedAnswers(answers, today, steps)).every((one) => !today.has(one))).toBe(true)
      },
    ),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallIndex, smallPack } from '../levels/small-pack.ts'
import { peopleFrom, person } from '../levels/small-pack-people.ts'
import { blockedPractices, peopleByLevel, rankUnblocking } from './blocked.ts'
import { type Answer, maturity } from './maturity.ts'

const anyPeople = fc.array(fc.array(fc.nat(6), { maxLength: 8 }), { maxLength: 12 }).map(peopleFrom)
const { practices } = smallPack
const ana = person('ana', 'platform-engineer', [2, 3, null, 2])
const ben = person('ben', 'platform-engineer', [2, 2, null, null])
const team = peopleByLevel([ana, ben], smallIndex)
const level1 = new Map<string, Answer>([
  ['state-in-git', 'all'],
  ['reviewed-changes', 'most'],
])
const blockedIds = (answers: ReadonlyMap<string, Answer>, people = team) =>
  blockedPractices(practices, answers, people).map(({ practice }) => practice.id)

test('people are counted at the level they stand at; the unrated nowhere', () => {
  expect(team.get('gitops')).toEqual([0, 0, 1, 1, 0, 0])
  expect(team.get('secrets')).toEqual([0, 0, 1, 0, 0, 0])
  expect(team.get('iac')).toEqual([0, 0, 0, 0, 0, 0])
})

test('worked example: level 1 holds, level 2 wants two people at GitOps 3 and one at Kubernetes 3; the vault wants Secrets 3', () => {
  expect(blockedPractices(practices, level1, team)).toEqual([
    {
      practice: practices.find(({ id }) => id === 'reconciled-clusters'),
      shortages: [
        { skill: 'gitops', level: 3, need: 2, have: 1 },
        { skill: 'kubernetes', level: 3, need: 1, have: 0 },
      ],
    },
    { practice: practices.find(({ id }) => id === 'secrets-in-vault'), shortages: [{ skill: 'secrets', level: 3, need: 1, have: 0 }] },
  ])
})

test('a practice is not blocked while a lower level of its own area is unmet, nor when it is met or not applicable', () => {
  expect(blockedIds(new Map())).toEqual(['secrets-in-vault']) // state-in-git has the two people it needs
  expect(blockedIds(new Map([['secrets-in-vault', 'most']]))).toEqual(['scanned-images'])
  expect(blockedIds(new Map([...level1, ['secrets-in-vault', 'not_applicable'], ['reconciled-clusters', 'all']]))).toEqual([
    'drift-is-alarmed',
    'scanned-images',
  ])
})

test('skills are ranked by what they unblock alone, then by what they help, then by id', () => {
  expect(rankUnblocking(blockedPractices(practices, level1, team))).toEqual([
    { skill: 'secrets', unblocks: ['secrets-in-vault'], helps: [] },
    { skill: 'gitops', unblocks: [], helps: ['reconciled-clusters'] },
    { skill: 'kubernetes', unblocks: [], helps: ['reconciled-clusters'] },
  ])
  expect(rankUnblocking([])).toEqual([])
})

test('two short levels of the same skill are one skill to close', () => {
  const [first] = practices
  if (!first) throw new Error('the small pack has practices')
  const shortages = [
    { skill: 'gitops', level: 3, need: 2, have: 1 },
    { skill: 'gitops', level: 4, need: 1, have: 0 },
  ] as const
  expect(rankUnblocking([{ practice: first, shortages }])).toEqual([{ skill: 'gitops', unblocks: [first.id], helps: [] }])
})

const anyAnswers = fc
  .dictionary(fc.constantFrom(...practices.map(({ id }) => id)), fc.constantFrom<Answer>('none', 'some', 'most', 'all', 'not_applicable'))
  .map((given) => new Map(Object.entries(given)))

test('every blocked practice is one that holds its area back, and is short of somebody', () => {
  fc.assert(
    fc.property(anyPeople, anyAnswers, (people, answers) => {
      for (const { practice, shortages } of blockedPractices(practices, answers, peopleByLevel(people, smallIndex))) {
        const area = practices.filter((other) => other.area === practice.area)
        expect(maturity(area, answers).holding).toContain(practice.id)
        expect(shortages.every(({ need, have }) => have < need)).toBe(true)
      }
    }),
  )
})

test('more people never block more', () => {
  fc.assert(
    fc.property(anyPeople, anyPeople, anyAnswers, (some, others, answers) => {
      const before = blockedIds(answers, peopleByLevel(some, smallIndex))
      for (const id of blockedIds(answers, peopleByLevel([...some, ...others], smallIndex))) expect(before).toContain(id)
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallPack } from '../levels/small-pack.ts'
import { peopleFrom, person } from '../levels/small-pack-people.ts'
import { applyChanges } from './apply-change.ts'
import { noCarry } from './carry.ts'
import { frameworkChange } from './change.ts'
import { type Draft, isRefused } from './draft.ts'
import { effectOf, type Holdings } from './effect.ts'

function draftWith(...changes: readonly object[]): Draft {
  const changed = applyChanges(
    { pack: smallPack, carry: noCarry },
    smallPack,
    changes.map((change) => frameworkChange.parse(change)),
  )
  if (isRefused(changed)) throw new Error(changed.problem)
  return changed
}

const newSkill = (id: string) => ({ change: 'put-skill', entry: { id, name: id, category: 'platform' } })
const remove = (list: string, id: string, ...heirs: string[]) => ({ change: 'remove', list, id, heirs })
const expects = (role: string, skill: string, level: number) => ({
  change: 'expect',
  role,
  skill,
  expectation: { level, importance: 'must' },
})
const { practices } = smallPack
const reviewed = practices.find(({ id }) => id === 'reviewed-changes')

const edited = draftWith(
  newSkill('terraform'),
  remove('skills', 'iac', 'terraform'),
  newSkill('observability'),
  expects('platform-engineer', 'observability', 2),
  expects('platform-engineer', 'gitops', 2),
  expects('security-engineer', 'kubernetes', 3),
  remove('skills', 'cost'),
  remove('skills', 'architecture'),
  remove('roles', 'senior-platform-engineer', 'platform-engineer'),
  { change: 'put-practice', entry: { ...reviewed, id: 'signed-changes' } },
  remove('practices', 'reviewed-changes', 'signed-changes'),
  remove('practices', 'drift-is-alarmed'),
)

const holdings: Holdings = {
  people: [
    // Is asked for observability anew, less of GitOps, and no more for architecture.
    person('ana', 'platform-engineer', [4, 3, 3]),
    // More of Kubernetes, and no more for cost.
    person('ben', 'security-engineer', [2]),
    // As a platform engineer: less of Kubernetes; GitOps and observability anew, Terraform is answered by the level in what it takes over; no more for cost and architecture.
    person('cleo', 'senior-platform-engineer', [5, null, 3, null, 1, 4]),
    person('dan', null, [1, 1]),
  ],
  ratings: new Map([
    ['iac', { entries: 3, holders: 2 }],
    ['cost', { entries: 2, holders: 1 }],
  ]),
  answers: new Map([
    ['reviewed-changes', { entries: 4, holders: 2 }],
    ['drift-is-alarmed', { entries: 1, holders: 1 }],
  ]),
  demanded: new Map([['senior-platform-engineer', 3]]),
}

test('worked example: four people, a renamed skill, two dropped ones, a new one, and a role that another takes over', () => {
  expect(effectOf(smallPack, smallPack, edited, holdings)).toEqual({
    people: 4,
    newQuestions: [
      { questions: 1, people: 1 },
      { questions: 2, people: 1 },
    ],
    droppedQuestions: [
      { questions: 1, people: 2 },
      { questions: 2, people: 1 },
    ],
    raised: 1,
    lowered: 2,
    ratingsLost: [{ id: 'cost', name: 'Cost ownership', heirs: [], entries: 2, holders: 1 }],
    ratingsCarried: [{ id: 'iac', name: 'Infrastructure as code', heirs: ['terraform'], entries: 3, holders: 2 }],
    answersLost: [{ id: 'drift-is-alarmed', name: 'drift-is-alarmed', heirs: [], entries: 1, holders: 1 }],
    answersCarried: [{ id: 'reviewed-changes', name: 'reviewed-changes', heirs: ['signed-changes'], entries: 4, holders: 2 }],
    roles: [{ id: 'senior-platform-engineer', name: 'Senior Platform Engineer', heir: 'platform-engineer', people: 1, demanded: 3 }],
  })
})

test('a level in a skill that comes back is an answer already, so the skill is no new question', () => {
  const without = draftWith(remove('skills', 'iac')).pack
  const back = { pack: smallPack, carry: noCarry }
  const none = { ...holdings, ratings: new Map(), answers: new Map() }
  const people = [person('ana', 'platform-engineer', [4, 3, 3]), person('ben', 'platform-engineer', [4, 3])]
  expect(effectOf(without, without, back, { ...none, people }).newQuestions).toEqual([{ questions: 1, people: 1 }])
})

test('a draft of an older version hands on what the present one does not have', () => {
  const now = draftWith(remove('skills', 'iac')).pack
  const draft = draftWith(newSkill('terraform'), remove('skills', 'iac', 'terraform'))
  const { ratingsCarried, newQuestions } = effectOf(now, smallPack, draft, holdings)
  expect(ratingsCarried).toEqual([{ id: 'iac', name: 'Infrastructure as code', heirs: ['terraform'], entries: 3, holders: 2 }])
  // Ana has a level in what Terraform takes over.
  expect(newQuestions).toEqual([])
})

const anyPeople = fc.array(fc.array(fc.nat(9), { maxLength: 8 })).map(peopleFrom)

test('whoever the people are, the same content under other names asks nobody anything new and nothing less', () => {
  const renamed = draftWith(
    newSkill('terraform'),
    remove('skills', 'iac', 'terraform'),
    newSkill('containers'),
    remove('skills', 'kubernetes', 'containers'),
  )
  fc.assert(
    fc.property(anyPeople, fc.constantFrom({ pack: smallPack, carry: noCarry }, renamed), (people, draft) => {
      const effect = effectOf(smallPack, smallPack, draft, { ...holdings, people })
      expect(effect).toMatchObject({ people: people.length, newQuestions: [], droppedQuestions: [], raised: 0, lowered: 0 })
    }),
  )
})

test('whoever the people are, nobody is counted twice and a question has at least one person', () => {
  fc.assert(
    fc.property(anyPeople, (people) => {
      const { newQuestions, droppedQuestions } = effectOf(smallPack, smallPack, edited, { ...holdings, people })
      for (const spread of [newQuestions, droppedQuestions]) {
        expect(spread.reduce((sum, group) => sum + group.people, 0)).toBeLessThanOrEqual(people.length)
        expect(spread.every((group) => group.people > 0 && group.questions > 0)).toBe(true)
      }
    }),
  )
})

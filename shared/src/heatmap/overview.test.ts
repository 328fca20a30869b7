import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallIndex } from '../levels/small-pack.ts'
import { peopleFrom, person } from '../levels/small-pack-people.ts'
import { noCounts, teamCounts } from './coverage.ts'
import { byCategory, type OwnNumbers, rollUp } from './overview.ts'

const categories = [
  { id: 'platform', name: 'Platform' },
  { id: 'trust', name: 'Security and cost' },
  { id: 'empty', name: 'Nothing yet' },
]
const skills = smallIndex.skills.filter((skill) => skill !== null)
const ana = person('ana', 'platform-engineer', [4, 2, null, 3, null, 2]) // expects kubernetes 4, gitops 3, iac 3, architecture 2
const ben = person('ben', 'security-engineer', [null, 5, 3, 4]) // expects kubernetes 2, secrets 4, cost 2
const numbers = (...people: Parameters<typeof teamCounts>[0]): OwnNumbers => ({
  people: people.length,
  counts: teamCounts(people, smallIndex),
})

test('worked example: two people by category; who is expected to hold two skills counts twice', () => {
  expect(byCategory(teamCounts([ana, ben], smallIndex), { skills, categories })).toEqual({
    platform: { expected: 5, rated: 3, met: 2 }, // Ana: 4 met, 2 of 3, unrated, 2 met; Ben: Kubernetes unrated
    trust: { expected: 2, rated: 1, met: 1 }, // Ben: secrets met, cost unrated
    empty: { expected: 0, rated: 0, met: 0 },
  })
})

test('counts from before a skill was appended count what they have', () => {
  const short = { ...noCounts, expected: [3], rated: [2], met: [1] }
  expect(byCategory(short, { skills, categories })['platform']).toEqual({ expected: 3, rated: 2, met: 1 })
})

test('a team has what all below it have, and a team without rows has nothing', () => {
  const teams = [
    { id: 'top', parentId: null },
    { id: 'left', parentId: 'top' },
    { id: 'leaf', parentId: 'left' },
    { id: 'right', parentId: 'top' },
  ]
  const own = new Map([
    ['leaf', numbers(ana)],
    ['right', numbers(ben)],
  ])
  const sums = rollUp(teams, own)
  expect(sums.get('top')).toEqual(numbers(ana, ben))
  expect(sums.get('left')).toEqual(numbers(ana))
  expect(rollUp([{ id: 'alone', parentId: null }], own).get('alone')).toEqual({ people: 0, counts: noCounts })
})

test('a team whose parent is out of sight is a top of its own', () => {
  const sums = rollUp([{ id: 'leaf', parentId: 'elsewhere' }], new Map([['leaf', numbers(ana)]]))
  expect(sums.get('leaf')?.people).toBe(1)
})

const anyTree = fc.array(fc.tuple(fc.nat(), fc.array(fc.array(fc.nat(6), { maxLength: 6 }), { maxLength: 3 })), {
  minLength: 1,
  maxLength: 12,
})

test('the top of any tree is the count of everybody in it', () => {
  fc.assert(
    fc.property(anyTree, (drawn) => {
      const teams = drawn.map(([parent], at) => ({ id: `t${at}`, parentId: at === 0 ? null : `t${parent % at}` }))
      const people = drawn.map(([, levels]) => peopleFrom(levels))
      const sums = rollUp(teams, new Map(people.map((members, at) => [`t${at}`, numbers(...members)])))
      expect(sums.get('t0')).toEqual(numbers(...people.flat()))
    }),
  )
})

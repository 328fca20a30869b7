import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksOf, type Contribution, fewest, mayBeShown } from './aggregate-blocks.ts'

/** People of a team, each with so many expected skills. */
const at = (teamId: string, ...expected: number[]): Contribution[] =>
  expected.map((skills, n) => ({ personId: `${teamId}${n}`, teamId, expected: skills, rated: skills, met: 0 }))
const tree = (...teams: [id: string, parentId: string | null][]) => teams.map(([id, parentId]) => ({ id, parentId }))
const peopleOf = (blocks: ReturnType<typeof blocksOf>) =>
  Object.fromEntries([...blocks].map(([teamId, { members }]) => [teamId, members.map(({ personId }) => personId).join(' ')]))

const family = tree(['top', null], ['left', 'top'], ['right', 'top'])

test('worked example: five people of whom equally much is expected are a block, four are not', () => {
  // Margin 2 + 2 of 10: what is shown lies between 4 and 6.
  expect(mayBeShown({ members: at('a', 2, 2, 2, 2, 2), circles: [] })).toBe(true)
  expect(mayBeShown({ members: at('a', 2, 2, 2, 2), circles: [] })).toBe(false)
})

test('worked example: where two people hold half of what is expected, it would be about them', () => {
  // Margin 6 + 6 of 22 or 24: too much for ten others with one skill each, or twelve; of 26 it is less than half.
  expect(mayBeShown({ members: at('a', 6, 6, ...ones(10)), circles: [] })).toBe(false)
  expect(mayBeShown({ members: at('a', 6, 6, ...ones(12)), circles: [] })).toBe(false)
  expect(mayBeShown({ members: at('a', 6, 6, ...ones(14)), circles: [] })).toBe(true)
})

test('the parent less its child is never a few people: those left over are carried on upwards', () => {
  const blocks = blocksOf(family, [...at('top', 3, 3), ...at('left', 3, 3, 3, 3, 3), ...at('right', 3)], [])
  expect(peopleOf(blocks)).toEqual({ left: 'left0 left1 left2 left3 left4' })
  const more = blocksOf(family, [...at('top', 3, 3, 3, 3, 3, 3), ...at('left', 3, 3, 3, 3, 3), ...at('right', 3)], [])
  expect(peopleOf(more)['top']).toBe('top0 top1 top2 top3 top4 top5 right0')
})

test('the lead of a small team, who sees its people one by one, is left with five others at least', () => {
  // 3 + 4 people are enough for everyone, and 4 others are too few for whoever leads the three.
  const few = [...at('left', 2, 2, 2), ...at('right', 2, 2, 2, 2)]
  expect(peopleOf(blocksOf(family, few, []))).toEqual({})
  // Three teams of four: each lead is left with eight, and the margin is all that they lead and one more: 8 + 2 of 24.
  const teams = [...family, { id: 'middle', parentId: 'top' }]
  const twelve = [...at('left', 2, 2, 2, 2), ...at('middle', 2, 2, 2, 2), ...at('right', 2, 2, 2, 2)]
  expect(Object.keys(peopleOf(blocksOf(teams, twelve, [])))).toEqual(['top'])
  // Someone who leads two of them would be left with four.
  const both = ['left', 'right'].map((teamId) => ({ teamId, personId: 'lea' }))
  expect(peopleOf(blocksOf(teams, twelve, both))).toEqual({})
})

const ones = (people: number) => Array.from({ length: people }, () => 1)
const anyWorld = fc.array(fc.tuple(fc.nat(), fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 8 })), { minLength: 1, maxLength: 10 })

test('in any tree no one is in two blocks, and each block is of five people at least, also without those whom one lead sees', () => {
  fc.assert(
    fc.property(anyWorld, (drawn) => {
      const teams = drawn.map(([parent], n) => ({ id: `t${n}`, parentId: n === 0 ? null : `t${parent % n}` }))
      const people = drawn.flatMap(([, expected], n) => at(`t${n}-`, ...expected).map((one) => ({ ...one, teamId: `t${n}` })))
      const blocks = [...blocksOf(teams, people, []).values()]
      const all = blocks.flatMap(({ members }) => members.map(({ personId }) => personId))
      expect(new Set(all).size).toBe(all.length)
      for (const { members, circles } of blocks) {
        expect(members.length).toBeGreaterThanOrEqual(fewest)
        for (const circle of circles) {
          const others = members.filter(({ personId }) => !circle.has(personId)).length
          expect(others === 0 || others >= fewest).toBe(true)
        }
      }
    }),
  )
})

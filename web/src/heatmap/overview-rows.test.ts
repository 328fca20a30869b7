import { expect, test } from 'vitest'
import { overviewRows, shadeOf } from './overview-rows.ts'
import type { OverviewTeam } from './queries.ts'

const team = (id: string, parentId: string | null): OverviewTeam => ({ id, name: id, parentId, people: 1, categories: {}, areas: {} })
const teams = [team('a', null), team('a1', 'a'), team('a1x', 'a1'), team('a1y', 'a1'), team('a2', 'a'), team('b', null)]
const shown = (...args: [string | undefined, number]) =>
  overviewRows(teams, ...args).map(({ team, depth, hidden }) => [team.id, depth, hidden])

test('all teams in the order of the tree while they fit', () => {
  expect(shown(undefined, 6)).toEqual([
    ['a', 0, 0],
    ['a1', 1, 0],
    ['a1x', 2, 0],
    ['a1y', 2, 0],
    ['a2', 1, 0],
    ['b', 0, 0],
  ])
})

test('of a large organisation as many levels as fit, and how many stand below', () => {
  expect(shown(undefined, 4)).toEqual([
    ['a', 0, 0],
    ['a1', 1, 2],
    ['a2', 1, 0],
    ['b', 0, 0],
  ])
  expect(shown(undefined, 1)).toEqual([
    ['a', 0, 4],
    ['b', 0, 0],
  ])
})

test('one team and those below it; a team that is gone shows all', () => {
  expect(shown('a1', 10)).toEqual([
    ['a1', 0, 0],
    ['a1x', 1, 0],
    ['a1y', 1, 0],
  ])
  expect(shown('gone', 10)).toHaveLength(6)
})

test('only none is the palest shade and only all the deepest', () => {
  expect([0, 0.01, 0.25, 0.5, 0.75, 0.99, 1].map(shadeOf)).toEqual([0, 1, 2, 3, 4, 4, 5])
})

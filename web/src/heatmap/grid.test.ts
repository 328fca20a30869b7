import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { expect, test } from 'vitest'
import { smallIndex } from '@plumbline/shared/levels/small-pack.ts'
import { cellOf, gridOf } from './grid.ts'
import type { HeatmapPerson } from './queries.ts'

const sources = [{ document: 'handbook', section: 'Roles' }]
const pack: Pick<Pack, 'skills' | 'categories' | 'roles'> = {
  skills: smallIndex.skills.filter((skill) => skill !== null),
  categories: [
    { id: 'platform', name: 'Platform' },
    { id: 'trust', name: 'Security and cost' },
  ],
  roles: [...smallIndex.roleById.values()].map((role) => ({ ...role, sources })),
}
const framework = { pack, index: smallIndex }

const person = (name: string, roleId: string | null, levels: HeatmapPerson['levels']): HeatmapPerson => {
  return { id: name.toLowerCase(), name, teamId: 't', roleId, seniority: 'mid', levels, ratedOn: null }
}
// A platform engineer is expected to hold Kubernetes 4, GitOps 3, IaC 3, architecture 2; a security engineer Kubernetes 2, secrets 4, cost 2.
const ana = person('Ana', 'platform-engineer', [4, 2, null, 5])
const ben = person('Ben', 'security-engineer', [1, null, null, 0])
const cyd = person('Cyd', null, [3])
const names = (grid: ReturnType<typeof gridOf>) => [grid.columns.map((column) => column.skill), grid.rows.map((row) => row.person.name)]

test('gap-first: the category with the worst skill, within it the worst skill; people are never ranked by what they lack', () => {
  const grid = gridOf([ana, ben, cyd], framework, {})
  // Secrets miss 4 levels, GitOps and Kubernetes 1 each, the rest is not rated. Ben misses 5 levels, Ana 1.
  expect(names(grid)).toEqual([
    ['secrets', 'cost', 'kubernetes', 'gitops', 'iac', 'architecture'],
    ['Ana', 'Ben', 'Cyd'],
  ])
  expect(grid.groups).toEqual([
    { category: 'trust', name: 'Security and cost', from: 0, span: 2 },
    { category: 'platform', name: 'Platform', from: 2, span: 4 },
  ])
  expect(grid.rows[1]).toMatchObject({ expected: 3, below: 2, notRated: 1, gap: 5 })
})

test('by name, and as the framework lists skills and roles', () => {
  expect(names(gridOf([cyd, ben, ana], framework, { sort: 'name' }))).toEqual([
    ['architecture', 'gitops', 'iac', 'kubernetes', 'cost', 'secrets'],
    ['Ana', 'Ben', 'Cyd'],
  ])
  expect(names(gridOf([cyd, ben, ana], framework, { sort: 'framework' }))).toEqual([
    ['kubernetes', 'gitops', 'iac', 'architecture', 'secrets', 'cost'],
    ['Ana', 'Ben', 'Cyd'],
  ])
})

test('only skills that somebody shown is expected to hold, unless all are asked for', () => {
  expect(
    gridOf([ben], framework, {})
      .columns.map((column) => column.skill)
      .toSorted(),
  ).toEqual(['cost', 'kubernetes', 'secrets'])
  expect(gridOf([ana, ben], framework, { role: 'security-engineer' }).columns).toHaveLength(3)
  expect(gridOf([cyd], framework, {}).columns).toEqual([])
  expect(gridOf([cyd], framework, { all: true }).columns).toHaveLength(6)
})

test('gaps only: unrated skills and people without a gap are left out', () => {
  expect(names(gridOf([ana, ben, cyd], framework, { gaps: true }))).toEqual([
    ['secrets', 'kubernetes', 'gitops'],
    ['Ana', 'Ben'],
  ])
})

test('a category’s gaps are counted over that category alone', () => {
  const grid = gridOf([ana, ben], framework, { category: 'platform', gaps: true })
  expect(grid.rows.map((row) => [row.person.name, row.gap])).toEqual([
    ['Ana', 1],
    ['Ben', 1],
  ])
})

test('a cell of a short array is not rated; a level that no role asks for is not expected', () => {
  const [row] = gridOf([ana], framework, {}).rows
  if (!row) throw new Error('no row')
  expect(cellOf(ana, row.expectations, 5)).toEqual({ level: null, expected: 2, mark: 'not_rated' })
  expect(cellOf(ana, row.expectations, 3)).toEqual({ level: 5, expected: null, mark: 'not_expected' })
  expect(cellOf(ana, row.expectations, 1)).toEqual({ level: 2, expected: 3, mark: 'below' })
})

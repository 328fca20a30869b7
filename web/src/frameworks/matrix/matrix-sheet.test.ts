import { smallIndex, smallPack } from '@plumbline/shared/levels/small-pack.ts'
import { expect, test } from 'vitest'
import { matrixPlaceAfter } from './matrix-keys.ts'
import { matrixOf } from './matrix-sheet.ts'

test('the matrix has a line per skill under its category and a cell per role', () => {
  const { roles, lines, cells } = matrixOf(smallPack, smallIndex, { seniority: 'senior' })
  expect(roles.map(({ id }) => id)).toEqual(['platform-engineer', 'security-engineer', 'senior-platform-engineer'])
  expect(lines.map((line) => (line.kind === 'category' ? line.name : line.skill.id))).toEqual([
    'Platform',
    'kubernetes',
    'gitops',
    'iac',
    'architecture',
    'Security and cost',
    'secrets',
    'cost',
  ])
  expect(cells).toBe(18)
  const kubernetes = lines[1]
  expect(kubernetes?.kind === 'skill' && kubernetes.cells[0]?.level).toBe(5)
})

test('one role, one category and one basis narrow it down', () => {
  const one = matrixOf(smallPack, smallIndex, { seniority: 'mid', role: 'platform-engineer', category: 'platform' })
  expect(one.roles).toHaveLength(1)
  expect(one.lines.filter(({ kind }) => kind === 'skill')).toHaveLength(4)
  expect(one.counts).toEqual({ stated: 4, group: 0, derived: 0 })
  expect(matrixOf(smallPack, smallIndex, { seniority: 'mid', role: 'platform-engineer', basis: 'derived' }).lines).toEqual([])
})

test('a role that the framework does not have leaves all of them', () => {
  expect(matrixOf(smallPack, smallIndex, { seniority: 'mid', role: 'astronaut' }).roles).toHaveLength(3)
})

test('keys pass over the names of categories', () => {
  const lines = (['category', 'skill', 'category', 'skill', 'skill'] as const).map((kind) => ({ kind }))
  const press = (key: string, row: number, ctrlKey = false) =>
    matrixPlaceAfter({ row, column: 1 }, { key, ctrlKey }, { lines, columns: 3, page: 2 })?.row
  expect(press('ArrowDown', 0)).toBe(2)
  expect(press('ArrowDown', 2)).toBe(4)
  expect(press('ArrowUp', 4)).toBe(2)
  expect(press('ArrowUp', 2)).toBe(0)
  expect(press('PageUp', 5)).toBe(2)
  expect(press('PageDown', 2)).toBe(4)
  expect(press('End', 4, true)).toBe(5)
  expect(press('x', 4)).toBeUndefined()
})

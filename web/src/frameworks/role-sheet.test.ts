import { smallIndex, smallPack } from '@plumbline/shared/levels/small-pack.ts'
import { expect, test } from 'vitest'
import { roleSheet } from './role-sheet.ts'

test('a role shows every category, with the levels of its seniority and what it does not expect', () => {
  const sheet = roleSheet(smallPack, smallIndex, 'platform-engineer', 'senior')
  expect(
    sheet.categories.map(({ name, size, lines }) => [name, size, lines.map(({ skill, expected }) => [skill.id, expected.level])]),
  ).toEqual([
    [
      'Platform',
      4,
      [
        ['kubernetes', 5],
        ['gitops', 4],
        ['iac', 4],
        ['architecture', 3],
      ],
    ],
    ['Security and cost', 2, []],
  ])
  expect(sheet).toMatchObject({ expected: 4, must: 2, byBasis: { stated: 4, group: 0, derived: 0 } })
  expect(sheet.notExpected.map(({ id }) => id)).toEqual(['secrets', 'cost'])
})

test('a role that the framework does not have expects nothing', () => {
  const sheet = roleSheet(smallPack, smallIndex, 'astronaut', 'mid')
  expect(sheet.expected).toBe(0)
  expect(sheet.notExpected).toHaveLength(6)
})

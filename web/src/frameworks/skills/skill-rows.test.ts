import { smallIndex, smallPack } from '@plumbline/shared/levels/small-pack.ts'
import { expect, test } from 'vitest'
import { skillRows } from './skill-rows.ts'

const found = (filter: Parameters<typeof skillRows>[2]) =>
  skillRows(smallPack, smallIndex, filter).map(({ id, rows }) => [id, rows.map(({ skill }) => skill.id)])

test('skills are counted by roles that expect and practices that need them', () => {
  const [platform] = skillRows(smallPack, smallIndex, {})
  expect(platform?.rows.map(({ skill, roles, practices }) => [skill.id, roles, practices])).toEqual([
    ['kubernetes', 3, 1],
    ['gitops', 1, 3],
    ['iac', 1, 0],
    ['architecture', 2, 0],
  ])
})

test('a category or a part of a name narrows them down, and an empty category is left out', () => {
  expect(found({ category: 'trust' })).toEqual([['trust', ['secrets', 'cost']]])
  expect(found({ find: ' CODE' })).toEqual([['platform', ['iac']]])
  expect(found({ find: 'nothing like it' })).toEqual([])
})

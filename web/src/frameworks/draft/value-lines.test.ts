import { soundPack } from '@plumbline/shared/frameworks/sound-pack.ts'
import { expect, test } from 'vitest'
import { namesIn } from './difference-words.ts'
import { valueLines } from './value-lines.ts'

const pack = soundPack()
const name = namesIn(pack, pack)
const git = pack.skills.find(({ id }) => id === 'git')?.name
const lines = (list: string, field: string, value: unknown, other: unknown) => valueLines(list, field, value, other, name, pack)

test('nothing, yes and no, levels and ids are words', () => {
  expect(lines('skills', 'unexpected', undefined, 'so')).toEqual(['nothing'])
  expect(lines('practices', 'automatable', true, false)).toEqual(['yes'])
  expect(lines('practices', 'level', 2, 3)).toEqual(['2 operational'])
  expect(lines('expectations', 'level', 3, 2)).toEqual(['3 independent'])
  expect(lines('skills', 'prerequisites', ['git'], [])).toEqual([git])
})

test('of a list of ids only those that differ are shown, of a list of words all', () => {
  const linux = name('skills', 'linux')
  expect(lines('claims', 'skills', ['git', 'linux'], ['git'])).toEqual([linux])
  expect(lines('claims', 'skills', ['git'], ['git', 'linux'])).toEqual(['only what both have'])
  expect(lines('skills', 'aliases', ['a', 'b'], ['a'])).toEqual(['a', 'b'])
})

test('of the six levels only those that differ are shown', () => {
  const before = ['a', 'b', 'c', 'd', 'e', 'f']
  expect(lines('skills', 'descriptors', before.with(3, 'D'), before)).toEqual(['3: D'])
  expect(lines('skills', 'descriptors', before, [])).toHaveLength(6)
})

test('of records only those that the other side lacks, whatever the order of their keys', () => {
  const one = { document: 'handbook', section: 'Roles' }
  const same = { section: 'Roles', document: 'handbook' }
  const other = { document: 'handbook', section: 'Pay', printed: '$1' }
  expect(lines('skills', 'sources', [same, other], [one])).toEqual([`${name('documents', 'handbook')}, printed $1, section Pay`])
  expect(lines('practices', 'needs', [{ skill: 'git', level: 3, people: 2 }], [])).toEqual([`${git}, level 3, people 2`])
})

test('of parts with an id, such as stages, only the fields that differ', () => {
  const stage = { id: 'one', name: 'First', tools: [], skills: [{ skill: 'git', level: 2 }] }
  const after = { ...stage, skills: [...stage.skills, { skill: 'git', level: 3 }] }
  expect(lines('roadmaps', 'stages', [after], [stage])).toEqual([`First, skills: ${git}, level 3`])
  expect(lines('roadmaps', 'stages', [stage], [after])).toEqual(['First, skills: only what both have'])
})

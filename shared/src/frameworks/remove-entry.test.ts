import { expect, test } from 'vitest'
import { applyChanges } from './apply-change.ts'
import { noCarry } from './carry.ts'
import { type FrameworkChange, frameworkChange } from './change.ts'
import { checkPack } from './check.ts'
import { type Draft, isRefused } from './draft.ts'
import type { Removal } from './remove-entry.ts'
import { soundPack } from './sound-pack.ts'

const origin = soundPack()
const remove = (list: Removal['list'], id: string, heirs: string[] = []): Removal => ({ change: 'remove', list, id, heirs })
const newSkill = (id: string) => frameworkChange.parse({ change: 'put-skill', entry: { id, name: id, category: 'tools' } })
const newRole = (id: string) =>
  frameworkChange.parse({ change: 'put-role', entry: { id, name: id, title: 'derived', summary: id, blank: 'Not described' } })

const changed = (changes: readonly FrameworkChange[]) => applyChanges({ pack: origin, carry: noCarry }, origin, changes)
function after(...changes: FrameworkChange[]): Draft {
  const draft = changed(changes)
  if (isRefused(draft)) throw new Error(draft.problem)
  return draft
}

test('a skill with one heir is renamed: all that spoke of it speaks of the heir', () => {
  const { pack, carry } = after(newSkill('scm'), remove('skills', 'git', ['scm']))
  expect(carry.skills).toEqual({ git: ['scm'] })
  expect(Object.keys(pack.expectations['builder'] ?? {})).toEqual(['linux', 'scm'])
  expect(pack.seniorities.architect.fixed).toEqual({ scm: 5 })
  expect(pack.practices[0]?.needs).toEqual([{ skill: 'scm', level: 2, people: 1 }])
  expect(pack.skills.find(({ id }) => id === 'clusters')?.prerequisites).toEqual(['linux', 'scm'])
  expect(pack.claims[0]?.skills).toEqual(['scm'])
  expect(checkPack(pack)).toEqual([])
})

test('a skill with two heirs is split: both are expected where it was', () => {
  const { pack, carry } = after(newSkill('commits'), newSkill('reviews'), remove('skills', 'git', ['commits', 'reviews']))
  expect(carry.skills).toEqual({ git: ['commits', 'reviews'] })
  expect(pack.practices[0]?.needs.map(({ skill }) => skill)).toEqual(['commits', 'reviews'])
  const { commits, reviews } = pack.expectations['builder'] ?? {}
  expect([commits, reviews]).toEqual([origin.expectations['builder']?.['git'], origin.expectations['builder']?.['git']])
})

test('a skill without heirs is dropped with what was expected of it', () => {
  const { pack, carry } = after(remove('skills', 'git'))
  expect(carry.skills).toEqual({ git: [] })
  expect(Object.keys(pack.expectations['builder'] ?? {})).toEqual(['linux'])
  expect(pack.practices[0]?.needs).toEqual([])
})

test('an heir that goes itself hands on what it would have taken over', () => {
  const { carry } = after(newSkill('scm'), remove('skills', 'git', ['scm']), newSkill('vcs'), remove('skills', 'scm', ['vcs']))
  expect(carry.skills).toEqual({ git: ['vcs'] })
})

test('a skill that is new in the draft leaves nothing to carry', () => {
  expect(after(newSkill('scm'), remove('skills', 'scm')).carry).toEqual(noCarry)
})

test('a role hands over its people and what refers to it, but not its expectations', () => {
  const { pack, carry } = after(newRole('maker'), remove('roles', 'builder', ['maker']))
  expect(carry.roles).toEqual({ builder: ['maker'] })
  expect([pack.personas[0]?.role, pack.certifications[1]?.roles, pack.roadmaps[0]?.roles]).toEqual([
    'maker',
    [{ role: 'maker', basis: 'stated' }],
    ['maker'],
  ])
  expect(Object.keys(pack.expectations)).toEqual(['keeper'])
})

test('a role may hand over to one that the organisation has already', () => {
  expect(after(remove('roles', 'builder', ['keeper'])).carry.roles).toEqual({ builder: ['keeper'] })
})

test('a certification that goes takes its comparison along and is nobody’s successor', () => {
  const { pack } = after(remove('certifications', 'new'))
  expect([pack.comparisons, pack.certifications[0]?.replacedBy, pack.roadmaps[0]?.stages[1]?.certifications]).toEqual([[], null, []])
})

test.each<[string, FrameworkChange[], string]>([
  ['what is not there', [remove('skills', 'no')], 'There is no skill "no" in the draft.'],
  ['a category with skills', [remove('categories', 'tools')], 'Skills stand in the category "tools". Move them to another one first.'],
  ['an area with practices', [remove('areas', 'runs')], 'Practices stand in the area "runs". Move or remove them first.'],
  [
    'the last role',
    [remove('roles', 'keeper'), remove('roles', 'builder')],
    'A framework has at least one role. Add another before you remove "builder".',
  ],
  [
    'a category in favour of another',
    [frameworkChange.parse({ change: 'put-category', entry: { id: 'people', name: 'People' } }), remove('categories', 'people', ['tools'])],
    'A category has no heirs.',
  ],
  ['a role in favour of two', [remove('roles', 'builder', ['keeper', 'keeper'])], 'A role has one heir at most: a person has one role.'],
  [
    'a skill in favour of none that exists',
    [remove('skills', 'git', ['no'])],
    'The heir "no" is no other skill of the draft. Add it first.',
  ],
  ['a skill in favour of itself', [remove('skills', 'git', ['git'])], 'The heir "git" is no other skill of the draft. Add it first.'],
  [
    'a skill in favour of one with ratings',
    [remove('skills', 'git', ['linux'])],
    '"linux" has ratings or answers of its own, so it cannot take over those of "git". Name a new skill.',
  ],
  [
    'a practice in favour of one with answers',
    [remove('practices', 'gitops-01', ['gitops-02'])],
    '"gitops-02" has ratings or answers of its own, so it cannot take over those of "gitops-01". Name a new practice.',
  ],
])('%s is not removed', (_, changes, problem) => {
  expect(changed(changes)).toMatchObject({ problem })
})

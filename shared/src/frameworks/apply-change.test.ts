import { expect, test } from 'vitest'
import { applyChange, applyChanges } from './apply-change.ts'
import { noCarry } from './carry.ts'
import { type FrameworkChange, frameworkChange } from './change.ts'
import { differenceOf } from './difference.ts'
import { type Draft, isRefused } from './draft.ts'
import { soundPack } from './sound-pack.ts'

const origin = soundPack()
const start: Draft = { pack: origin, carry: noCarry }
const written = (value: object): FrameworkChange => frameworkChange.parse(value)

function after(...changes: FrameworkChange[]): Draft {
  const changed = applyChanges(start, origin, changes)
  if (isRefused(changed)) throw new Error(changed.problem)
  return changed
}

const newSkill = (id: string) => written({ change: 'put-skill', entry: { id, name: id, category: 'tools' } })
const positionOf = ({ pack }: Draft, id: string) => pack.skills.find((skill) => skill.id === id)?.position
const expect34 = { change: 'expect', role: 'builder', skill: 'git', expectation: { level: 4, importance: 'must' } } as const

test('an unchanged entry that is put back differs in nothing', () => {
  const { position: _, ...skill } = origin.skills[0] ?? {}
  const puts = [
    { change: 'put-category', entry: origin.categories[0] },
    { change: 'put-skill', entry: skill },
    { change: 'put-role', entry: origin.roles[0] },
    { change: 'put-area', entry: origin.areas[0] },
    { change: 'put-practice', entry: origin.practices[0] },
    { change: 'put-certification', entry: origin.certifications[0] },
  ].map(written)
  expect(differenceOf(origin, after(...puts).pack)).toEqual([])
})

test('a new skill takes the position after the last', () => {
  expect(positionOf(after(newSkill('rust')), 'rust')).toBe(4)
})

test('the position of a skill that is gone is not given again', () => {
  const draft = after({ change: 'remove', list: 'skills', id: 'cobol', heirs: [] }, newSkill('rust'))
  expect(positionOf(draft, 'rust')).toBe(4)
})

test('a skill of the origin that comes back has its old position and is no longer gone', () => {
  const gone: FrameworkChange = { change: 'remove', list: 'skills', id: 'linux', heirs: [] }
  const draft = after(gone, newSkill('rust'), newSkill('linux'))
  expect(positionOf(draft, 'linux')).toBe(1)
  expect(draft.carry).toEqual(noCarry)
})

test('a level that changes is the judgement of the organisation', () => {
  const { pack } = after(expect34)
  expect(pack.expectations['builder']?.['git']).toEqual({ level: 4, importance: 'must', basis: 'derived', reasons: ['D-OWN'] })
  expect(pack.reasons.at(-1)).toEqual({ id: 'D-OWN', basis: 'derived', text: 'Set by the organisation.', sources: [] })
})

test('a level that stays keeps its basis and reasons when only its importance changes', () => {
  const { pack } = after({ ...expect34, expectation: { level: 3, importance: 'should' } })
  expect(pack.expectations['builder']?.['git']).toEqual({
    level: 3,
    importance: 'should',
    basis: 'stated',
    reasons: ['S-ASKED', 'D-GUESS'],
  })
  expect(pack.reasons).toEqual(origin.reasons)
})

test('a reason in own words gets the next free id, and the same words share one', () => {
  const because = (skill: string, reason: string) => ({ ...expect34, skill, expectation: { ...expect34.expectation, reason } })
  const { pack } = after(because('git', 'We said so'), because('linux', 'Our customers ask'), because('clusters', 'We said so'))
  const reasons = Object.values(pack.expectations['builder'] ?? {}).map((expectation) => expectation.reasons)
  expect(reasons).toEqual([['D-OWN1'], ['D-OWN2'], ['D-OWN1']])
})

test('what is no longer expected is gone, whether or not it was expected', () => {
  const { pack } = after({ ...expect34, expectation: null }, { ...expect34, skill: 'cobol', expectation: null })
  expect(Object.keys(pack.expectations['builder'] ?? {})).toEqual(['linux'])
})

test.each([
  [{ ...expect34, role: 'no' }, 'There is no role "no" in the draft.'],
  [{ ...expect34, skill: 'no' }, 'There is no skill "no" in the draft.'],
] as const)('an expectation of an unknown entry is refused', (change, problem) => {
  expect(applyChange(start, origin, change)).toEqual({ problem })
})

test('the names of the levels are given and taken away', () => {
  const levelNames = ['no', 'one', 'two', 'three', 'four', 'five']
  expect(after({ change: 'name-levels', levelNames }).pack.levelNames).toEqual(levelNames)
  expect(after({ change: 'name-levels', levelNames }, { change: 'name-levels', levelNames: null }).pack).toEqual(origin)
})

test('of several changes the first that cannot be made is named, and none is made', () => {
  const changed = applyChanges(start, origin, [expect34, { ...expect34, role: 'no' }, { ...expect34, role: 'nor' }])
  expect(changed).toEqual({ problem: 'There is no role "no" in the draft.', at: 1 })
})

test('a change leaves the draft that it came from as it was', () => {
  after(expect34, newSkill('rust'), { change: 'remove', list: 'skills', id: 'git', heirs: ['rust'] })
  expect(origin).toEqual(soundPack())
})

import { expect, test } from 'vitest'
import { indexPack, roleExpectations } from './pack-index.ts'
import { smallIndex, smallPack } from './small-pack.ts'

const levels = (role: string, seniority: 'entry' | 'mid' | 'senior' | 'architect') =>
  roleExpectations(smallIndex, role, seniority).map((expected) => expected?.level ?? null)

test('worked example: the expectations of a role by skill position, at each seniority', () => {
  expect(levels('platform-engineer', 'mid')).toEqual([4, 3, 3, null, null, 2])
  expect(levels('platform-engineer', 'entry')).toEqual([3, 2, 2, null, null, 1])
  expect(levels('platform-engineer', 'architect')).toEqual([5, 4, 4, null, null, 5])
})

test('a fixed level is given only to roles that expect the skill', () => {
  expect(levels('security-engineer', 'architect')).toEqual([3, null, null, 5, 3, null])
})

test('a role of its own seniority is the same at every seniority', () => {
  expect(levels('senior-platform-engineer', 'entry')).toEqual([5, null, null, null, 2, 4])
  expect(levels('senior-platform-engineer', 'architect')).toEqual([5, null, null, null, 2, 4])
})

test('each expectation says how it came about', () => {
  expect(roleExpectations(smallIndex, 'platform-engineer', 'senior')[1]).toEqual({
    skill: 'gitops',
    position: 1,
    level: 4,
    base: 3,
    rule: 'shifted',
    importance: 'must',
    basis: 'stated',
    reasons: ['S-ONE'],
  })
})

test('what a seniority shifts down to 0 is not expected', () => {
  const entry = { shift: -2, min: 0, max: 5, fixed: {} } as const
  const index = indexPack({ ...smallPack, seniorities: { ...smallPack.seniorities, entry } })
  const expected = roleExpectations(index, 'platform-engineer', 'entry')
  expect(expected.map((one) => one?.level ?? null)).toEqual([2, 1, 1, null, null, null])
})

test('an unused position is null; no role or an unknown one expects nothing', () => {
  const [kubernetes, , iac] = smallPack.skills
  const index = indexPack({ ...smallPack, skills: [iac, kubernetes].filter((skill) => skill !== undefined) })
  expect(index.skills.map((skill) => skill?.id ?? null)).toEqual(['kubernetes', null, 'iac'])
  expect(roleExpectations(index, 'platform-engineer', 'mid').map((expected) => expected?.level)).toEqual([4, undefined, 3])
  expect(roleExpectations(index, null, 'mid')).toEqual([])
  expect(roleExpectations(index, 'constructor', 'mid')).toEqual([])
})

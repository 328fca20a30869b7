import { expect, test } from 'vitest'
import { smallIndex, smallPack } from '../levels/small-pack.ts'
import type { Answer } from './contract.ts'
import { type SheetGroup, assessmentSheet, ownFit, progressOf, unconfirmed } from './sheet.ts'

const rated = (level: Answer['level']): Answer => ({ level, interest: null, note: '' })
const engineer = { roleId: 'platform-engineer', seniority: 'senior' } as const
const shown = (groups: readonly SheetGroup[]) =>
  groups.map((group) => [group.name, ...group.skills.map((skill) => `${skill.id} ${skill.expected?.level ?? '-'}`)])

test('the skills of the role come first, with the level expected at the seniority, then all others by category', () => {
  const sheet = assessmentSheet(smallPack, smallIndex, engineer)
  expect(shown(sheet.role)).toEqual([['Platform', 'kubernetes 5', 'gitops 4', 'iac 4', 'architecture 3']])
  expect(shown(sheet.others)).toEqual([['Security and cost', 'secrets -', 'cost -']])
})

test('without a role every skill is among the others', () => {
  const sheet = assessmentSheet(smallPack, smallIndex, { roleId: null, seniority: 'mid' })
  expect(sheet.role).toEqual([])
  expect(shown(sheet.others).map(([name]) => name)).toEqual(['Platform', 'Security and cost'])
})

test('"not sure" is an answer, and so is what was said last time; other skills do not count', () => {
  const { role } = assessmentSheet(smallPack, smallIndex, engineer)
  expect(progressOf(role, { kubernetes: rated(null), secrets: rated(3) }, { gitops: rated(2), kubernetes: rated(1) })).toEqual({
    answered: 2,
    total: 4,
  })
})

test('what can be confirmed is what was said last time and not yet said anew', () => {
  const { role } = assessmentSheet(smallPack, smallIndex, engineer)
  const last = { ...rated(2), ratedAt: '2026-01-01T00:00:00.000Z' }
  expect(unconfirmed(role, { gitops: rated(3) }, { gitops: last, iac: last, secrets: last })).toEqual({ iac: rated(2) })
})

test('worked example: rated 3 of 5, 4 of 4 and "not sure" leaves one gap and two unknown', () => {
  const { missing, unknown } = ownFit(smallIndex, engineer, { kubernetes: rated(3), gitops: rated(4), iac: rated(null) })
  expect(missing.map(({ expected, gap }) => [expected.skill, gap])).toEqual([['kubernetes', 2]])
  expect(unknown.map(({ skill }) => skill)).toEqual(['iac', 'architecture'])
})

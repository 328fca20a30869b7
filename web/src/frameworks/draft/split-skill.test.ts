import { applyChanges } from '@plumbline/shared/frameworks/apply-change.ts'
import { noCarry } from '@plumbline/shared/frameworks/carry.ts'
import { checkPack } from '@plumbline/shared/frameworks/check.ts'
import { soundPack } from '@plumbline/shared/frameworks/sound-pack.ts'
import { expect, test } from 'vitest'
import { splitChanges } from './split-skill.ts'

const pack = soundPack()
const skill = pack.skills.find(({ id }) => id === 'git')

function split(names: readonly [string, string], describeAlike = true) {
  if (skill === undefined) throw new Error('The sample has Git.')
  const after = applyChanges({ pack, carry: noCarry }, pack, splitChanges(pack, pack, skill, { names, describeAlike }))
  if ('problem' in after) throw new Error(after.problem)
  return after
}

test('a split draft is sound, hands its ratings to both, and every role expects both as it did the one', () => {
  const after = split(['Commits', 'Branches'])
  expect(checkPack(after.pack)).toEqual([])
  expect(after.carry.skills).toEqual({ git: ['commits', 'branches'] })
  for (const [role, row] of Object.entries(pack.expectations)) {
    const now = after.pack.expectations[role]
    expect([now?.['commits'], now?.['branches'], now?.['git']]).toEqual([row['git'], row['git'], undefined])
  }
})

test('both begin as the one is described, or blank', () => {
  const descriptorsOf = (after: ReturnType<typeof split>) =>
    after.pack.skills.filter(({ id }) => id === 'commits' || id === 'branches').map(({ descriptors }) => descriptors)
  expect(descriptorsOf(split(['Commits', 'Branches']))).toEqual([skill?.descriptors, skill?.descriptors])
  expect(descriptorsOf(split(['Commits', 'Branches'], false))).toEqual([[], []])
})

test('names that come to one id get two', () => {
  expect(split(['C', 'C!']).carry.skills).toEqual({ git: ['c', 'c-2'] })
})

import { applyChanges } from '@plumbline/shared/frameworks/apply-change.ts'
import { noCarry } from '@plumbline/shared/frameworks/carry.ts'
import { soundPack } from '@plumbline/shared/frameworks/sound-pack.ts'
import { expect, test } from 'vitest'
import { cellOf, levelsAtMid, rowChanges } from './expectation-row.ts'

const pack = soundPack()
const [role = '', row = {}] = Object.entries(pack.expectations)[0] ?? []
const [skill = '', expectation] = Object.entries(row)[0] ?? []
const now = cellOf(expectation)

test('a cell that says what the draft says is no change', () => {
  expect(rowChanges(pack, role, new Map([[skill, now]]))).toEqual([])
  expect(rowChanges(pack, role, new Map([['nobody-has-it', now]]))).toEqual([])
})

test('another importance, another level, a reason of one’s own and a blank are changes', () => {
  const changed = (part: Partial<typeof now>) => rowChanges(pack, role, new Map([[skill, { ...now, ...part }]]))
  const importance = now.importance === 'must' ? 'should' : 'must'
  const level = now.level === 1 ? 2 : 1
  expect(changed({ importance })).toEqual([{ change: 'expect', role, skill, expectation: { level: now.level, importance } }])
  expect(changed({ level })).toEqual([{ change: 'expect', role, skill, expectation: { level, importance: now.importance } }])
  expect(changed({ reason: ' ours ' })).toEqual([
    { change: 'expect', role, skill, expectation: { level: now.level, importance: now.importance, reason: 'ours' } },
  ])
  expect(changed({ level: null })).toEqual([{ change: 'expect', role, skill, expectation: null }])
})

test('once saved, the row has nothing to save', () => {
  const edited = new Map(pack.skills.map(({ id }) => [id, { level: 2, importance: 'should', reason: '' } as const]))
  const changes = rowChanges(pack, role, edited)
  expect(changes.length).toBeGreaterThan(0)
  const saved = applyChanges({ pack, carry: noCarry }, pack, changes)
  if ('problem' in saved) throw new Error(saved.problem)
  expect(rowChanges(saved.pack, role, edited)).toEqual([])
})

test('the levels offered lie within the bounds of mid level, and 0 is never expected', () => {
  const { seniorities } = pack
  expect(levelsAtMid({ seniorities: { ...seniorities, mid: { ...seniorities.mid, min: 0, max: 4 } } })).toEqual([1, 2, 3, 4])
})

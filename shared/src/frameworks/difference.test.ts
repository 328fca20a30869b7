import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyChange } from './apply-change.ts'
import { noCarry } from './carry.ts'
import type { FrameworkChange } from './change.ts'
import { listsOf } from './check-references.ts'
import { differenceOf } from './difference.ts'
import { isRefused } from './draft.ts'
import { frameworkChange } from './change.ts'
import type { Pack } from './pack.ts'
import { soundPack } from './sound-pack.ts'

const after = (...changes: FrameworkChange[]): Pack =>
  changes.reduce((pack, change) => {
    const changed = applyChange({ pack, carry: noCarry }, pack, change)
    if (isRefused(changed)) throw new Error(changed.problem)
    return changed.pack
  }, soundPack())

test('a pack differs in nothing from itself', () => {
  expect(differenceOf(soundPack(), soundPack())).toEqual([])
})

test('the order of keys is no difference', () => {
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, part]) => [key, turned(part)])
        .toReversed(),
    )
  }
  expect(differenceOf(soundPack(), turned(soundPack()) as Pack)).toEqual([])
})

test('one that was raised, one that was added and one that was removed: three differences, what is gone first', () => {
  const added = frameworkChange.parse({ change: 'put-category', entry: { id: 'people', name: 'People' } })
  const pack = after(
    added,
    { change: 'expect', role: 'builder', skill: 'git', expectation: { level: 4, importance: 'must' } },
    { change: 'remove', list: 'practices', id: 'runs-01', heirs: [] },
  )
  expect(differenceOf(soundPack(), pack)).toEqual([
    { list: 'categories', id: 'people', kind: 'added', fields: [] },
    { list: 'reasons', id: 'D-OWN', kind: 'added', fields: [] },
    { list: 'practices', id: 'runs-01', kind: 'removed', fields: [] },
    {
      list: 'expectations',
      id: 'builder/git',
      kind: 'changed',
      fields: [
        { field: 'level', before: 3, after: 4 },
        { field: 'basis', before: 'stated', after: 'derived' },
        { field: 'reasons', before: ['S-ASKED', 'D-GUESS'], after: ['D-OWN'] },
      ],
    },
  ])
})

test('a new name and names of levels are differences of the whole', () => {
  const levelNames = ['no', 'one', 'two', 'three', 'four', 'five']
  const differences = differenceOf(soundPack(), after({ change: 'rename', name: 'Ours' }, { change: 'name-levels', levelNames }))
  expect(differences).toEqual([
    {
      list: 'pack',
      id: 'framework',
      kind: 'changed',
      fields: [
        { field: 'name', before: 'Sound', after: 'Ours' },
        { field: 'levelNames', before: undefined, after: levelNames },
      ],
    },
  ])
})

test('what is added one way is removed the other way', () => {
  const lists = Object.keys(listsOf(soundPack()))
  fc.assert(
    fc.property(fc.subarray(lists), fc.subarray(lists), (emptied, emptiedToo) => {
      const without = (names: readonly string[]): Pack => ({ ...soundPack(), ...Object.fromEntries(names.map((name) => [name, []])) })
      const ids = (from: Pack, to: Pack, kind: string) =>
        differenceOf(from, to)
          .filter((one) => one.kind === kind)
          .map(({ list, id }) => `${list}/${id}`)
          .toSorted()
      const [a, b] = [without(emptied), without(emptiedToo)]
      expect(ids(a, b, 'added')).toEqual(ids(b, a, 'removed'))
      expect(differenceOf(a, a)).toEqual([])
    }),
  )
})

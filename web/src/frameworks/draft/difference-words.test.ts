import { applyChanges } from '@plumbline/shared/frameworks/apply-change.ts'
import { noCarry } from '@plumbline/shared/frameworks/carry.ts'
import { differenceOf } from '@plumbline/shared/frameworks/difference.ts'
import { soundPack } from '@plumbline/shared/frameworks/sound-pack.ts'
import { expect, test } from 'vitest'
import { countsOf, entryName, expectationWords, grouped, namesIn } from './difference-words.ts'

const pack = soundPack()

test('differences stand by list with their counts, and an expectation is named by role and skill', () => {
  const changed = applyChanges({ pack, carry: noCarry }, pack, [
    { change: 'put-category', entry: { id: 'people', name: 'People' } },
    { change: 'expect', role: 'builder', skill: 'git', expectation: { level: 4, importance: 'must' } },
  ])
  if ('problem' in changed) throw new Error(changed.problem)
  const differences = differenceOf(pack, changed.pack)
  // The new level has a reason of the organisation's own, which is new as well.
  expect(grouped(differences).map(({ title, count }) => [title, count])).toEqual([
    ['Categories', { added: 1, removed: 0, changed: 0 }],
    ['Reasons', { added: 1, removed: 0, changed: 0 }],
    ['Expectations', { added: 0, removed: 0, changed: 1 }],
  ])
  expect(countsOf(differences)).toEqual({ added: 2, removed: 0, changed: 1 })
  const name = namesIn(pack, changed.pack)
  const nameOf = (list: 'roles' | 'skills', id: string) => pack[list].find((entry) => entry.id === id)?.name
  const [category, , expectation] = differences
  expect(category && entryName(category, name)).toBe('People')
  expect(expectation && entryName(expectation, name)).toBe(`${nameOf('roles', 'builder')}: ${nameOf('skills', 'git')}`)
  expect(expectationWords(changed.pack, 'builder/git')).toBe('4 advanced, must')
  expect(expectationWords(pack, 'builder/nobody-has-it')).toBeNull()
})

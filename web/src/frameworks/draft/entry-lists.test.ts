import { applyChanges } from '@plumbline/shared/frameworks/apply-change.ts'
import { noCarry } from '@plumbline/shared/frameworks/carry.ts'
import { differenceOf } from '@plumbline/shared/frameworks/difference.ts'
import { soundPack } from '@plumbline/shared/frameworks/sound-pack.ts'
import { expect, test } from 'vitest'
import { entryRows, idFor } from './entry-lists.ts'
import { usesOf } from './uses.ts'

const pack = soundPack()

test('a list marks what is new and what was changed', () => {
  const [first] = pack.categories
  if (first === undefined) throw new Error('The sample has categories.')
  const after = applyChanges({ pack, carry: noCarry }, pack, [
    { change: 'put-category', entry: { ...first, name: 'Called anew' } },
    { change: 'put-category', entry: { id: 'people', name: 'People' } },
  ])
  if ('problem' in after) throw new Error(after.problem)
  const rows = entryRows(after.pack, differenceOf(pack, after.pack), 'categories', '')
  expect(rows.map(({ id, state }) => [id, state])).toEqual([
    [first.id, 'changed'],
    ...pack.categories.slice(1).map(({ id }) => [id, 'as before']),
    ['people', 'new'],
  ])
})

test('a search finds names and ids by all of its words', () => {
  const [skill] = pack.skills
  expect(entryRows(pack, [], 'skills', skill?.name.toUpperCase() ?? '').map(({ id }) => id)).toContain(skill?.id)
  expect(entryRows(pack, [], 'skills', `${skill?.name} nowhere`)).toEqual([])
})

test('an id is made of the name and is nobody else’s', () => {
  const taken = pack.skills[0]?.id ?? ''
  expect(idFor('Kosten & Nutzen (für alle)', 'skills', [pack])).toBe('kosten-nutzen-fur-alle')
  expect(idFor(taken, 'skills', [pack])).toBe(`${taken}-2`)
  expect(idFor('…', 'skills', [pack])).toBe('')
  expect(idFor('x'.repeat(200), 'skills', [pack]).length).toBeLessThanOrEqual(60)
})

test('what refers to a skill is counted', () => {
  const expecting = Object.values(pack.expectations).filter((row) => Object.hasOwn(row, 'git')).length
  expect(usesOf(pack, 'skills', 'git')[0]).toBe(expecting === 1 ? '1 role expects it' : `${expecting} roles expect it`)
  expect(usesOf(pack, 'skills', 'nobody-has-it')).toEqual([])
})

import { expect, test } from 'vitest'
import { levelNames, levelNamesOf } from './level.ts'
import { smallPack } from './small-pack.ts'

const own = ['–', 'Heard of it', 'With help', 'Alone', 'Teaches', 'Shapes']

test('a framework without names of its own uses the shared ones', () => {
  expect(levelNamesOf(smallPack)).toEqual(levelNames)
  expect(levelNamesOf({ levelNames: null })).toEqual(levelNames)
  expect(levelNamesOf({ ...smallPack, levelNames: own })).toEqual(own)
})

test('a list that does not name all six levels is not used', () => {
  expect(levelNamesOf({ levelNames: own.slice(1) })).toEqual(levelNames)
})

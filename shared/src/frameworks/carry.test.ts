import fc from 'fast-check'
import { expect, test } from 'vitest'
import { heirsOf } from './carry.ts'

test('an id that no version speaks of stands for itself', () => {
  expect(heirsOf('git', [{}, { linux: ['shell'] }])).toEqual(['git'])
})

test('a rename and a later split of the new name lead to both', () => {
  expect(heirsOf('docker', [{ docker: ['containers'] }, { containers: ['images', 'runtimes'] }])).toEqual(['images', 'runtimes'])
})

test('what one half of a split lost later is lost for that half only', () => {
  expect(heirsOf('docker', [{ docker: ['images', 'runtimes'] }, { runtimes: [] }])).toEqual(['images'])
})

test('an id that was dropped has no heirs, even where a later version gives the id again', () => {
  expect(heirsOf('cobol', [{ cobol: [] }, { cobol: ['fortran'] }])).toEqual([])
})

test('two names may change places', () => {
  expect(heirsOf('a', [{ a: ['b'], b: ['a'] }])).toEqual(['b'])
})

test('the name of a method is an id like any other', () => {
  expect(heirsOf('constructor', [{}])).toEqual(['constructor'])
})

const id = fc.constantFrom('a', 'b', 'c', 'd')
const step = fc.dictionary(id, fc.uniqueArray(id, { maxLength: 3 }))

test('to go through all versions is to go through the earlier ones and then through the later ones', () => {
  fc.assert(
    fc.property(id, fc.array(step), fc.array(step), (start, earlier, later) => {
      const inTwo = heirsOf(start, earlier).flatMap((one) => heirsOf(one, later))
      expect(heirsOf(start, [...earlier, ...later])).toEqual(inTwo)
    }),
  )
})

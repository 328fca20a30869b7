import { expect, test } from 'vitest'
import { countsOf, facetOptions, knownValue } from './facets.ts'

const tools = [{ kinds: ['Containers', 'Model packaging'] }, { kinds: ['Containers', 'Containers'] }, { kinds: [] }]

test('an entry counts once for each of its values', () => {
  expect([...countsOf(tools, ({ kinds }) => kinds)]).toEqual([
    ['Containers', 2],
    ['Model packaging', 1],
  ])
})

test('a choice that would show nothing is left out unless it is chosen', () => {
  const values = ['Containers', 'Logging', 'SAST'].map((value) => ({ value, label: value }))
  const labels = facetOptions({ label: 'All kinds', count: 3 }, values, new Map([['Containers', 2]]), 'SAST').map(({ label }) => label)
  expect(labels).toEqual(['All kinds (3)', 'Containers (2)', 'SAST (0)'])
})

test('a value of an address that no entry has filters nothing', () => {
  const counts = new Map([['Containers', 2]])
  expect([knownValue('Containers', counts), knownValue('Nonsense', counts), knownValue(undefined, counts)]).toEqual([
    'Containers',
    undefined,
    undefined,
  ])
})

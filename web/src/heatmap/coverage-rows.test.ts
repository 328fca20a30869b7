import { smallIndex } from '@plumbline/shared/levels/small-pack.ts'
import { expect, test } from 'vitest'
import { coverageRows, mostMissing, sortedRows } from './coverage-rows.ts'

const pack = {
  skills: smallIndex.skills.filter((skill) => skill !== null),
  categories: [
    { id: 'platform', name: 'Platform' },
    { id: 'trust', name: 'Security and cost' },
  ],
}
// By position: Kubernetes, GitOps, IaC, secrets, cost; architecture is expected of nobody.
const counts = {
  expected: [10, 4, 2, 3, 2, 0],
  rated: [8, 4, 0, 3, 1, 0],
  met: [7, 1, 0, 3, 0, 0],
  holders: [9, 1, 0, 3, 1, 1],
  levelSum: [28, 6, 0, 12, 1, 0],
}
const rows = coverageRows(counts, pack)
const ids = (some: typeof rows) => some.map((row) => row.skill)

test('worked example: 7 of 10, 2 not rated, is 1 below; the mean is over the rated', () => {
  expect(rows[0]).toMatchObject({ skill: 'kubernetes', expected: 10, met: 7, below: 1, notRated: 2, holders: 9, average: 3.5 })
  expect(rows.find((row) => row.skill === 'iac')).toMatchObject({ below: 0, notRated: 2, average: null })
})

test('what nobody is expected to hold is left out, and a category filters', () => {
  expect(ids(rows)).toEqual(['kubernetes', 'gitops', 'iac', 'secrets', 'cost'])
  expect(ids(coverageRows(counts, pack, 'trust'))).toEqual(['secrets', 'cost'])
  expect(coverageRows({ expected: [], rated: [], met: [], holders: [], levelSum: [] }, pack)).toEqual([])
})

test('rows are sorted by any column, both ways', () => {
  expect(ids(sortedRows(rows, 'coverage', 'ascending'))).toEqual(['iac', 'cost', 'gitops', 'kubernetes', 'secrets'])
  expect(ids(sortedRows(rows, 'below', 'descending'))[0]).toBe('gitops')
  expect(ids(sortedRows(rows, 'average', 'ascending'))[0]).toBe('iac')
  expect(ids(sortedRows(rows, 'skill', 'ascending'))[0]).toBe('cost')
})

test('the chart draws what misses most people, not what is met', () => {
  // Both miss three people; of GitOps all three are below, of Kubernetes two are only not rated.
  expect(ids(mostMissing(rows, 2))).toEqual(['gitops', 'kubernetes'])
  expect(ids(mostMissing(rows, 15))).not.toContain('secrets')
})

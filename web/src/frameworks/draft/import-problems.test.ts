import { expect, test } from 'vitest'
import { formatOf, problemsIn } from './import-problems.ts'

const at = (pointer: string, detail = 'wrong') => ({ in: 'body' as const, pointer, detail })

test('a problem shows the line that it is in', () => {
  const { placed, others } = problemsIn([at('/text/2/7', 'roles: not a list')], 'schema: x\r\nroles: 3\r\n')
  expect(placed).toEqual([{ line: 2, column: 7, message: 'roles: not a list', excerpt: 'roles: 3' }])
  expect(others).toEqual([])
})

test('a long line is cut around the place', () => {
  const text = `${'a'.repeat(200)}HERE${'b'.repeat(200)}`
  const [problem] = problemsIn([at('/text/1/201')], text).placed
  expect(problem?.excerpt).toMatch(/^…a+HEREb+…$/)
  expect(problem?.excerpt.length).toBeLessThanOrEqual(122)
})

test('a line that the text does not have is empty, and what has no place is told beside', () => {
  expect(problemsIn([at('/text/9/1'), at('/text', 'not sound')], 'one line')).toEqual({
    placed: [{ line: 9, column: 1, message: 'wrong', excerpt: '' }],
    others: ['not sound'],
  })
})

test.each([
  ['skill,name,category,devops', undefined, 'csv'],
  ['\uFEFF"skill";"name"', undefined, 'csv'],
  ['schema: plumbline.framework/v1', undefined, 'yaml'],
  ['skills:\n  - id: git', undefined, 'yaml'],
  ['anything', 'matrix.CSV', 'csv'],
  ['skill,name', 'pack.yml', 'yaml'],
] as const)('%j from %s is taken for %s', (text, fileName, format) => {
  expect(formatOf(text, fileName)).toBe(format)
})

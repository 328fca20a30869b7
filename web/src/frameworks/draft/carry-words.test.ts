import { noCarry } from '@plumbline/shared/frameworks/carry.ts'
import { expect, test } from 'vitest'
import { carryWords } from './carry-words.ts'

test('a version says how many entries were split, replaced and dropped', () => {
  const carry = {
    skills: { docker: ['images', 'runtimes'], git: ['version-control'], faas: [], edge: [] },
    practices: { 'idp-01': [] },
    roles: { 'devops-engineer': ['platform-engineer'] },
  }
  expect(carryWords(carry)).toEqual(['1 skill split', '1 skill replaced', '2 skills dropped', '1 practice dropped', '1 role replaced'])
})

test('a version that took nothing away says nothing', () => {
  expect(carryWords(noCarry)).toEqual([])
})

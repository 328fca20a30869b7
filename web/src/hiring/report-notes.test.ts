import type { HiringReport } from '@plumbline/shared/hiring/contract.ts'
import { expect, test } from 'vitest'
import { numberSources } from './report-notes.ts'

const missing = { importance: 'must', expected: 1, met: 0, below: 1, notRated: 0, unfilled: 0, missing: 1 } as const
const roles = { document: 'handbook', section: 'Roles' }
const cost = { document: 'handbook', section: 'Cost', printed: 'saves 30 %' }
const report: Pick<HiringReport, 'gaps' | 'expectations'> = {
  gaps: {
    roles: [
      {
        role: 'engineer',
        present: 1,
        demanded: 1,
        unfilled: 0,
        covered: 0,
        skills: ['iac', 'gitops'].map((skill) => ({ skill, ...missing })),
      },
    ],
    skills: [],
    covered: 0,
  },
  expectations: {
    engineer: { gitops: { level: 3, basis: 'stated', sources: [roles, cost] }, iac: { level: 3, basis: 'stated', sources: [cost] } },
  },
}

test('sources are numbered as the report shows them, and one place has one number', () => {
  const { notes, of } = numberSources(report)
  expect(notes).toEqual([
    { number: 1, source: cost },
    { number: 2, source: roles },
  ])
  expect([of('engineer', 'iac'), of('engineer', 'gitops'), of('engineer', 'unknown')]).toEqual([[1], [2, 1], []])
})

import { smallPack } from '@plumbline/shared/levels/small-pack.ts'
import type { StoredAnswer } from '@plumbline/shared/practices/contract.ts'
import { expect, test } from 'vitest'
import { areaChecklist, shortageWords, unblockingWords } from './area-checklist.ts'
import type { Checklist } from './queries.ts'

const stored = (answer: StoredAnswer['answer']): StoredAnswer => ({
  answer,
  evidence: null,
  note: '',
  answeredAt: '2026-11-20T10:00:00.000Z',
  answeredBy: 'Ana',
  version: 1,
})
const numbers = { level: 1, percentage: 40, answered: 2, applicable: 5, total: 5 }
const checklist: Checklist = {
  team: { id: '01980000-0000-7000-8000-000000000000', name: 'Platform' },
  readOnlyBecause: null,
  answers: { 'state-in-git': stored('all'), 'reviewed-changes': stored('all') },
  areas: [{ id: 'gitops', ...numbers, holding: ['reconciled-clusters'] }],
  blocked: [
    {
      practice: 'reconciled-clusters',
      shortages: [
        { skill: 'gitops', level: 3, need: 2, have: 1 },
        { skill: 'kubernetes', level: 3, need: 1, have: 0 },
      ],
    },
    { practice: 'secrets-in-vault', shortages: [{ skill: 'secrets', level: 3, need: 1, have: 0 }] },
  ],
  unblocking: [],
  shortagesHiddenBecause: null,
}

test('an area shows its own practices by level, with what stands and what blocks them', () => {
  const area = areaChecklist('gitops', smallPack, checklist)
  expect(area.levels.map(({ count, lines }) => [count.level, count.met, lines.map(({ practice }) => practice.id)])).toEqual([
    [1, 2, ['state-in-git', 'reviewed-changes']],
    [2, 0, ['reconciled-clusters']],
    [3, 0, ['drift-is-alarmed']],
    [4, 0, ['progressive-delivery']],
  ])
  expect(area.levels[0]?.lines[0]?.stored?.answer).toBe('all')
  expect(area.holding.map(({ id }) => id)).toEqual(['reconciled-clusters'])
  expect(area.blocked.map(({ practice }) => practice.id)).toEqual(['reconciled-clusters'])
})

test('skills to close are ranked within the area, so another area’s shortage is not among them', () => {
  const { unblocking } = areaChecklist('gitops', smallPack, checklist)
  expect(unblocking.map((skill) => [skill.skill, unblockingWords(skill)])).toEqual([
    ['gitops', 'helps to unblock 1 practice'],
    ['kubernetes', 'helps to unblock 1 practice'],
  ])
})

test('shortages are told in words', () => {
  expect(shortageWords({ skill: 'gitops', level: 3, need: 2, have: 1 }, 'GitOps')).toBe('2 people at level 3 or above in GitOps, has 1')
  expect(unblockingWords({ skill: 'gitops', unblocks: ['a', 'b'], helps: ['c'] })).toBe('alone unblocks 2 practices, helps with 1 more')
  expect(unblockingWords({ skill: 'gitops', unblocks: ['a'], helps: [] })).toBe('alone unblocks 1 practice')
})

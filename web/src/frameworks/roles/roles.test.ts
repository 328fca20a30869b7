import { pack } from '@plumbline/shared/frameworks/pack.ts'
import { smallIndex, smallPack } from '@plumbline/shared/levels/small-pack.ts'
import { expect, test } from 'vitest'
import { roleDifference } from './role-difference.ts'
import { roleFacts } from './role-facts.ts'

const sources = [{ document: 'handbook', section: 'Figures' }]

test('two roles differ skill by skill, and what neither expects is left out', () => {
  const lines = roleDifference(smallPack, smallIndex, { here: 'platform-engineer', there: 'security-engineer', seniority: 'mid' })
  expect(lines.map(({ skill, here, there, difference }) => [skill.id, here?.level ?? null, there?.level ?? null, difference])).toEqual([
    ['kubernetes', 4, 2, 'higher'],
    ['gitops', 3, null, 'only here'],
    ['iac', 3, null, 'only here'],
    ['secrets', null, 4, 'only there'],
    ['cost', null, 2, 'only there'],
    ['architecture', 2, null, 'only here'],
  ])
})

test('a role differs in nothing from itself, and the other way round is the mirror', () => {
  const roles = { here: 'security-engineer', there: 'senior-platform-engineer', seniority: 'senior' } as const
  // Security Engineer is a level higher at senior: kubernetes 3, secrets 5, cost 3; the other one stays at 5, –, 2 and architecture 4.
  expect(roleDifference(smallPack, smallIndex, roles).map(({ difference }) => difference)).toEqual([
    'lower',
    'only here',
    'higher',
    'only there',
  ])
  const self = roleDifference(smallPack, smallIndex, { ...roles, there: roles.here })
  expect(new Set(self.map(({ difference }) => difference))).toEqual(new Set(['same']))
})

test('a role has its certifications, pay, other claims, roadmaps and personas', () => {
  const full = pack.parse({
    ...smallPack,
    certifications: [
      {
        id: 'cks',
        name: 'CKS',
        payEffect: null,
        complexity: null,
        demand: null,
        roles: [{ role: 'security-engineer', basis: 'stated' }],
      },
      { id: 'cka', name: 'CKA', payEffect: null, complexity: null, demand: null, roles: [] },
    ],
    claims: [
      { id: 'pay', topic: 'pay', kind: 'unsourced', text: 'Well paid', roles: ['security-engineer'], sources },
      { id: 'need', topic: 'demand', kind: 'estimate', text: 'Much wanted', roles: ['security-engineer'], sources },
      { id: 'other', topic: 'demand', kind: 'estimate', text: 'Of another role', roles: ['platform-engineer'], sources },
    ],
    personas: [{ id: 'auditor', name: 'Auditor', kind: 'destination', role: 'security-engineer', text: 'Looks on', sources }],
    roadmaps: [
      {
        id: 'way',
        name: 'Way',
        summary: 'A way',
        roles: ['security-engineer'],
        stages: [{ id: 'one', order: 1, name: 'One', groups: [], skills: [] }],
      },
    ],
  })
  const facts = roleFacts(full, 'security-engineer')
  expect(facts.certifications.map(({ certification, basis }) => [certification.id, basis])).toEqual([['cks', 'stated']])
  expect([facts.pay, facts.claims, facts.roadmaps, facts.personas].map((list) => list.map(({ id }) => id))).toEqual([
    ['pay'],
    ['need'],
    ['way'],
    ['auditor'],
  ])
})

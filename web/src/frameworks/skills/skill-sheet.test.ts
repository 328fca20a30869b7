import { pack } from '@plumbline/shared/frameworks/pack.ts'
import { smallIndex, smallPack } from '@plumbline/shared/levels/small-pack.ts'
import { expect, test } from 'vitest'
import { skillSheet } from './skill-sheet.ts'

test('a skill shows every role with its level at the seniority, the practices that need it and its certifications', () => {
  const certification = {
    name: 'GitOps Associate',
    aliases: [],
    payEffect: null,
    complexity: null,
    demand: null,
    cost: null,
    validity: null,
    replacedBy: null,
    roles: [],
    sources: [],
  }
  const certifications = [
    { ...certification, id: 'gitops-associate', skills: ['gitops'] },
    { ...certification, id: 'other', skills: ['secrets'] },
  ]
  const sheet = skillSheet(
    { ...smallPack, certifications },
    smallIndex,
    { id: 'gitops', position: 1, prerequisites: [], models: [] },
    'entry',
  )
  expect(sheet.roles.map(({ role, expected }) => [role.id, expected?.level ?? null])).toEqual([
    ['platform-engineer', 2],
    ['security-engineer', null],
    ['senior-platform-engineer', null],
  ])
  expect(sheet.practices.map(({ practice, need }) => [practice.id, need.level])).toEqual([
    ['state-in-git', 2],
    ['reconciled-clusters', 3],
    ['drift-is-alarmed', 4],
  ])
  expect(sheet.certifications.map(({ id }) => id)).toEqual(['gitops-associate'])
})

test('what comes before and after a skill, and where it is taught, used and spoken of', () => {
  const sources = [{ document: 'handbook', section: 'Roles' }]
  const full = pack.parse({
    ...smallPack,
    skills: smallPack.skills.map((skill) => ({
      ...skill,
      prerequisites: skill.id === 'gitops' ? ['kubernetes'] : skill.id === 'iac' ? ['gitops'] : [],
    })),
    tools: [{ id: 'flux', name: 'Flux', kinds: ['Reconciler'], summary: 'Reconciles', skills: ['gitops'] }],
    models: [
      {
        id: 'open',
        name: 'Open',
        publisher: 'Nobody',
        url: 'https://example.org/',
        licence: 'CC0',
        use: 'Names',
        items: [
          { id: 'a', name: 'Item A' },
          { id: 'b', name: 'Item B' },
        ],
      },
    ],
    claims: [{ id: 'said', topic: 'benefit', kind: 'advice', text: 'Pays off', skills: ['gitops'], sources }],
    roadmaps: [
      {
        id: 'way',
        name: 'Way',
        summary: 'A way',
        stages: [
          { id: 'one', order: 1, name: 'One', groups: [], skills: [{ skill: 'gitops', level: 2 }] },
          { id: 'two', order: 2, name: 'Two', groups: [{ name: 'Tools', topics: ['Flux'], skills: ['gitops'] }], skills: [] },
          { id: 'three', order: 3, name: 'Three', groups: [], skills: [{ skill: 'secrets' }] },
        ],
      },
    ],
  })
  const gitops = { id: 'gitops', position: 1, prerequisites: ['kubernetes'], models: ['open/b'] }
  const sheet = skillSheet(full, smallIndex, gitops, 'mid')
  expect([sheet.prerequisites, sheet.leadsTo, sheet.tools, sheet.claims].map((list) => list.map(({ id }) => id))).toEqual([
    ['kubernetes'],
    ['iac'],
    ['flux'],
    ['said'],
  ])
  expect(sheet.stages.map(({ stage }) => stage.id)).toEqual(['one', 'two'])
  expect(sheet.models.map(({ item }) => item)).toEqual(['Item B'])
})

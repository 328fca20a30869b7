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
    replacedBy: null,
    roles: [],
    sources: [],
  }
  const certifications = [
    { ...certification, id: 'gitops-associate', skills: ['gitops'] },
    { ...certification, id: 'other', skills: ['secrets'] },
  ]
  const sheet = skillSheet({ ...smallPack, certifications }, smallIndex, { id: 'gitops', position: 1 }, 'entry')
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

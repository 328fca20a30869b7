import type { z } from 'zod'
import { pack, type Pack } from './pack.ts'

type Written = z.input<typeof pack>
type Stage = NonNullable<Written['roadmaps']>[number]['stages'][number]

const sources = [{ document: 'handbook', section: 'Roles', printed: 'as printed' }]

const skill = (position: number, id: string, name: string, matter: string, more: Partial<Written['skills'][number]> = {}) => ({
  id,
  name,
  category: 'tools',
  position,
  descriptors: [
    `Has not worked with ${matter} so far and says so when asked.`,
    `Can tell what ${matter} are for, and asks before touching them.`,
    `Changes ${matter} by a written guide, with somebody to turn to.`,
    `Looks after ${matter} alone, and mends them when they break.`,
    `Shapes how several teams handle ${matter}, and is asked for advice.`,
    `Sets the direction for ${matter} in the house, and others follow it.`,
  ],
  months: { steps: [0.5, 1, 2, 4, 8], reason: 'practice-first' },
  sources,
  ...more,
})

const role = (id: string, name: string) => ({
  id,
  name,
  title: 'stated' as const,
  summary: name,
  blank: 'Not described for this role',
  sources,
})

const practice = (id: string, more: Partial<Written['practices'][number]>): Written['practices'][number] => ({
  id,
  area: 'gitops',
  level: 1,
  name: id,
  status: 'stated',
  criteria: ['It can be seen in a repository', 'It held in each of the last three months'],
  evidence: 'A link to the repository',
  sources,
  ...more,
})

const stage = (id: string, order: number, more: Partial<Stage>) => ({
  id,
  order,
  name: id,
  groups: [{ name: 'Basics', topics: ['commits', 'branches'], skills: ['git'] }],
  skills: [{ skill: 'git', level: 2 as const }],
  sources,
  ...more,
})

const certification = (id: string, more: Partial<NonNullable<Written['certifications']>[number]>) => ({
  id,
  name: id,
  payEffect: null,
  complexity: null,
  demand: null,
  roles: [],
  sources,
  ...more,
})

const unshifted = { shift: 0, min: 1, max: 5 } as const

/** A pack with something of everything, sound and complete. Each call gives a fresh one to spoil. For tests only. */
export const soundPack = (): Pack =>
  pack.parse({
    schema: 'plumbline.framework/v1',
    version: '2026.1',
    name: 'Sound',
    documents: [{ id: 'handbook', title: 'Handbook', kind: 'book', author: 'nobody', date: '2026', interest: 'none' }],
    models: [
      {
        id: 'opengitops',
        name: 'OpenGitOps',
        publisher: 'A working group',
        url: 'https://opengitops.dev',
        licence: 'Apache-2.0',
        use: 'Names of its principles',
        items: [{ id: 'pulled', name: 'Pulled automatically' }],
      },
    ],
    seniorities: {
      entry: { shift: -1, min: 1, max: 5 },
      mid: unshifted,
      senior: { shift: 1, min: 1, max: 5 },
      architect: { shift: 1, min: 1, max: 5, fixed: { git: 5 } },
    },
    categories: [
      { id: 'tools', name: 'Tools' },
      { id: 'machines', name: 'Machines' },
    ],
    skills: [
      skill(0, 'git', 'Git', 'histories of code', { aliases: ['version control'], models: ['opengitops/pulled'] }),
      skill(1, 'linux', 'Linux', 'servers and their shells', { category: 'machines' }),
      skill(2, 'clusters', 'Clusters', 'fleets of containers', { category: 'machines', prerequisites: ['linux', 'git'] }),
      skill(3, 'cobol', 'Cobol', 'programs older than their readers', { unexpected: 'No role of the handbook works with it' }),
    ],
    monthReasons: [{ id: 'practice-first', basis: 'derived', text: 'Our judgement', sources }],
    tools: [{ id: 'forge', name: 'Forge', kinds: ['Code host'], summary: 'Keeps code', skills: ['git'], sources }],
    roles: [role('builder', 'Builder'), role('keeper', 'Keeper')],
    personas: [{ id: 'newcomer', name: 'Newcomer', kind: 'destination', role: 'builder', seniority: 'entry', text: 'Begins', sources }],
    reasons: [
      { id: 'S-ASKED', basis: 'stated', text: 'The handbook asks for it', sources },
      { id: 'D-GUESS', basis: 'derived', text: 'Our judgement', sources: [] },
    ],
    expectations: {
      builder: {
        git: { level: 3, importance: 'must', basis: 'stated', reasons: ['S-ASKED', 'D-GUESS'] },
        linux: { level: 2, importance: 'should', basis: 'derived', reasons: ['D-GUESS'] },
      },
      keeper: { clusters: { level: 4, importance: 'must', basis: 'stated', reasons: ['S-ASKED'] } },
    },
    areas: [
      { id: 'gitops', name: 'GitOps', summary: 'Change through Git' },
      { id: 'runs', name: 'Runs', summary: 'What runs', optional: true },
    ],
    practices: [
      practice('gitops-01', { needs: [{ skill: 'git', level: 2, people: 1 }] }),
      practice('gitops-02', { level: 2, status: 'field', models: ['opengitops/pulled'], sources: [] }),
      practice('runs-01', { area: 'runs', status: 'derived', sources: [], automatable: true }),
    ],
    certifications: [
      certification('old', { replacedBy: 'new' }),
      certification('new', { payEffect: '+5%', roles: [{ role: 'builder', basis: 'stated' }], skills: ['git'] }),
    ],
    certificationNotes: [{ id: 'general', text: 'They help', sources }],
    comparisons: [
      {
        id: 'old-or-new',
        name: 'Old or new',
        of: ['old', 'new'],
        points: [{ id: 'price', factor: 'Price', values: [{ certification: 'old', text: 'Low' }], sources }],
      },
    ],
    roadmaps: [
      {
        id: 'short',
        name: 'Short way',
        summary: 'Two stages',
        roles: ['builder'],
        stages: [stage('start', 1, { tools: ['forge'] }), stage('go-on', 2, { after: ['start'], certifications: ['new'] })],
        totals: [{ id: 'all', from: 'nothing', basis: 'stated', duration: { low: 3, high: 4, printed: '3-4 months' }, sources }],
        notes: [{ id: 'pace', text: 'Take your time', sources }],
        sources,
      },
      { id: 'long', name: 'Long way', summary: 'One stage', stages: [stage('all-of-it', 1, {})], sources },
    ],
    correspondences: [
      {
        id: 'short-and-long',
        stages: [
          { roadmap: 'short', stages: ['start'] },
          { roadmap: 'long', stages: ['all-of-it'] },
        ],
        only: [{ roadmap: 'long', topics: ['patience'] }],
      },
    ],
    claims: [
      {
        id: 'pay-rises',
        topic: 'pay',
        kind: 'estimate',
        text: 'Pay rises',
        figures: [{ low: 5, high: null, open: true, unit: 'percent' }],
        roles: ['builder'],
        skills: ['git'],
        certifications: ['new'],
        sources,
      },
    ],
    contradictions: [{ id: 'pay', type: 'between-documents', topic: 'Pay', positions: [{ text: 'It rises', sources }], shown: 'Both' }],
  })

import type { z } from 'zod'
import type { Expectation } from '../frameworks/pack-roles.ts'
import { pack } from '../frameworks/pack.ts'
import type { Practice, PracticeLevel } from '../frameworks/pack-practices.ts'
import type { Level } from './level.ts'
import { indexPack } from './pack-index.ts'

type Written = z.input<typeof pack>

const sources = [{ document: 'handbook', section: 'Roles' }]
const must = (level: Level): Expectation => ({ level, importance: 'must', basis: 'stated', reasons: ['S-ONE'] })
const should = (level: Level): Expectation => ({ level, importance: 'should', basis: 'stated', reasons: ['S-ONE'] })
const skill = (position: number, id: string, name: string, category: string) => ({ id, name, category, position, sources })
const role = (id: string, name: string, seniorityApplies: boolean): Written['roles'][number] => {
  return { id, name, title: 'stated', summary: name, seniorityApplies, blank: 'Not described for this role', sources }
}
const practice = (area: string, level: PracticeLevel, id: string, needs: Practice['needs']): Written['practices'][number] => {
  return { id, area, level, name: id, status: 'derived', needs, sources }
}

const written: Written = {
  schema: 'plumbline.framework/v1',
  version: '2026.1',
  name: 'Small',
  documents: [{ id: 'handbook', title: 'Handbook', kind: 'book', author: 'Nobody', date: '2026', interest: 'none' }],
  seniorities: {
    entry: { shift: -1, min: 1, max: 5 },
    mid: { shift: 0, min: 1, max: 5 },
    senior: { shift: 1, min: 1, max: 5 },
    architect: { shift: 1, min: 1, max: 5, fixed: { architecture: 5 } },
  },
  categories: [
    { id: 'platform', name: 'Platform' },
    { id: 'trust', name: 'Security and cost' },
  ],
  skills: [
    skill(0, 'kubernetes', 'Kubernetes', 'platform'),
    skill(1, 'gitops', 'GitOps', 'platform'),
    skill(2, 'iac', 'Infrastructure as code', 'platform'),
    skill(3, 'secrets', 'Secrets', 'trust'),
    skill(4, 'cost', 'Cost ownership', 'trust'),
    skill(5, 'architecture', 'Architecture', 'platform'),
  ],
  roles: [
    role('platform-engineer', 'Platform Engineer', true),
    role('security-engineer', 'Security Engineer', true),
    role('senior-platform-engineer', 'Senior Platform Engineer', false),
  ],
  reasons: [{ id: 'S-ONE', basis: 'stated', text: 'The handbook asks for it', sources }],
  expectations: {
    'platform-engineer': { kubernetes: must(4), gitops: must(3), iac: should(3), architecture: should(2) },
    'security-engineer': { kubernetes: should(2), secrets: must(4), cost: should(2) },
    'senior-platform-engineer': { kubernetes: must(5), cost: should(2), architecture: must(4) },
  },
  areas: [
    { id: 'gitops', name: 'GitOps', summary: 'Change through Git' },
    { id: 'devsecops', name: 'DevSecOps', summary: 'Security in the pipeline' },
  ],
  practices: [
    practice('gitops', 1, 'state-in-git', [{ skill: 'gitops', level: 2, people: 2 }]),
    practice('gitops', 1, 'reviewed-changes', []),
    practice('gitops', 2, 'reconciled-clusters', [
      { skill: 'gitops', level: 3, people: 2 },
      { skill: 'kubernetes', level: 3, people: 1 },
    ]),
    practice('gitops', 3, 'drift-is-alarmed', [{ skill: 'gitops', level: 4, people: 1 }]),
    practice('gitops', 4, 'progressive-delivery', []),
    practice('devsecops', 1, 'secrets-in-vault', [{ skill: 'secrets', level: 3, people: 1 }]),
    practice('devsecops', 2, 'scanned-images', [{ skill: 'secrets', level: 4, people: 1 }]),
  ],
  certifications: [],
}

/** A framework small enough to work out by hand: 3 roles, 6 skills, 2 practice areas. For tests only. */
export const smallPack = pack.parse(written)
export const smallIndex = indexPack(smallPack)

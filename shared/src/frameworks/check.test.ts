import { expect, test } from 'vitest'
import { checkPack } from './check.ts'
import { type Pack, pack } from './pack.ts'

const sources = [{ document: 'handbook', section: 'Roles' }]
const unshifted = { shift: 0, min: 1, max: 5 }

/** A sound pack with one of everything; each call gives a fresh one to spoil. */
const soundPack = (): Pack =>
  pack.parse({
    schema: 'plumbline.framework/v1',
    version: '2026.1',
    name: 'Sound',
    documents: [{ id: 'handbook', title: 'Handbook', kind: 'book', author: 'nobody', date: '2026', interest: 'none' }],
    seniorities: { entry: unshifted, mid: unshifted, senior: unshifted, architect: { ...unshifted, fixed: { git: 5 } } },
    categories: [{ id: 'tools', name: 'Tools' }],
    skills: [
      { id: 'git', name: 'Git', category: 'tools', position: 0, sources },
      { id: 'linux', name: 'Linux', category: 'tools', position: 1, sources },
    ],
    roles: [{ id: 'builder', name: 'Builder', title: 'stated', summary: 'Builds', blank: 'Not described', sources }],
    reasons: [
      { id: 'S-ASKED', basis: 'stated', text: 'The handbook asks for it', sources },
      { id: 'D-GUESS', basis: 'derived', text: 'Our judgement', sources },
    ],
    expectations: { builder: { git: { level: 3, importance: 'must', basis: 'stated', reasons: ['S-ASKED', 'D-GUESS'] } } },
    areas: [{ id: 'gitops', name: 'GitOps', summary: 'Change through Git' }],
    practices: [
      {
        id: 'gitops-01',
        area: 'gitops',
        level: 1,
        name: 'State is in Git',
        status: 'stated',
        needs: [{ skill: 'git', level: 2, people: 1 }],
        sources,
      },
      { id: 'gitops-02', area: 'gitops', level: 2, name: 'An agent pulls', status: 'field', models: ['OpenGitOps'] },
      { id: 'gitops-03', area: 'gitops', level: 3, name: 'Nothing else deploys', status: 'derived' },
    ],
    certifications: [
      { id: 'old', name: 'Old', payEffect: null, complexity: null, demand: null, replacedBy: 'new', roles: [], sources },
      {
        id: 'new',
        name: 'New',
        payEffect: '+5%',
        complexity: null,
        demand: null,
        roles: [{ role: 'builder', basis: 'stated' }],
        skills: ['git'],
        sources,
      },
    ],
    certificationNotes: [{ id: 'general', text: 'They help', sources }],
  })

function first<Item>(items: readonly Item[]): Item {
  const [item] = items
  if (item === undefined) throw new Error('The sound pack has one of everything')
  return item
}
const expectationOf = (spoilt: Pack) => first(Object.values(first(Object.values(spoilt.expectations))))

const problemsAfter = (spoil: (spoilt: Pack) => void) => {
  const spoilt = soundPack()
  spoil(spoilt)
  return checkPack(spoilt)
}

test('a sound pack has no problems', () => {
  expect(checkPack(soundPack())).toEqual([])
})

test.each<[string, (spoilt: Pack) => void, string]>([
  ['category of a skill', (p) => (first(p.skills).category = 'no'), 'skills/git: category "no" does not exist'],
  [
    'document of a skill',
    (p) => (first(p.skills).sources = [{ document: 'no', section: '1' }]),
    'skills/git: document "no" does not exist',
  ],
  [
    'document of a role',
    (p) => (first(p.roles).sources = [{ document: 'no', section: '1' }]),
    'roles/builder: document "no" does not exist',
  ],
  [
    'document of a reason',
    (p) => (first(p.reasons).sources = [{ document: 'no', section: '1' }]),
    'reasons/S-ASKED: document "no" does not exist',
  ],
  [
    'document of a practice',
    (p) => (first(p.practices).sources = [{ document: 'no', section: '1' }]),
    'practices/gitops-01: document "no" does not exist',
  ],
  [
    'document of a certification',
    (p) => (first(p.certifications).sources = [{ document: 'no', section: '1' }]),
    'certifications/old: document "no" does not exist',
  ],
  [
    'document of a note',
    (p) => (p.certificationNotes = [{ id: 'general', text: 'They help', sources: [{ document: 'no', section: '1' }] }]),
    'certificationNotes/general: document "no" does not exist',
  ],
  ['skill that a seniority fixes', (p) => (p.seniorities.architect.fixed = { no: 5 }), 'seniorities/architect: skill "no" does not exist'],
  ['role of expectations', (p) => (p.expectations['no'] = {}), 'expectations/no: role "no" does not exist'],
  [
    'skill of an expectation',
    (p) => (p.expectations['builder'] = { no: expectationOf(p) }),
    'expectations/builder/no: skill "no" does not exist',
  ],
  ['reason of an expectation', (p) => expectationOf(p).reasons.push('D-NO'), 'expectations/builder/git: reason "D-NO" does not exist'],
  ['area of a practice', (p) => (first(p.practices).area = 'no'), 'practices/gitops-01: practice area "no" does not exist'],
  ['skill that a practice needs', (p) => (first(first(p.practices).needs).skill = 'no'), 'practices/gitops-01: skill "no" does not exist'],
  [
    'successor of a certification',
    (p) => (first(p.certifications).replacedBy = 'no'),
    'certifications/old: certification "no" does not exist',
  ],
  [
    'role of a certification',
    (p) => (first(p.certifications).roles = [{ role: 'no', basis: 'derived' }]),
    'certifications/old: role "no" does not exist',
  ],
  ['skill of a certification', (p) => (first(p.certifications).skills = ['no']), 'certifications/old: skill "no" does not exist'],
])('an unknown %s is named', (_, spoil, problem) => {
  expect(problemsAfter(spoil)).toEqual([problem])
})

test.each(['documents', 'categories', 'roles', 'reasons', 'areas', 'practices', 'certifications'] as const)(
  'an id may stand once in %s',
  (name) => {
    const spoilt = soundPack()
    const entries: { id: string }[] = spoilt[name]
    entries.push(first(entries))
    expect(checkPack(spoilt)).toContain(`${name}/${first(entries).id}: this id is used more than once`)
  },
)

test('two skills may not share a position', () => {
  expect(problemsAfter((p) => p.skills.forEach((skill) => (skill.position = 0)))).toEqual([
    'skills/linux: position 0 already belongs to "git"',
  ])
})

test('positions leave no hole', () => {
  expect(problemsAfter((p) => (first(p.skills).position = 7))).toEqual(['skills/git: position 7 is too high, 2 skills fill 0 to 1'])
})

test('the basis is that of the strongest reason', () => {
  expect(problemsAfter((p) => (expectationOf(p).basis = 'derived'))).toEqual([
    'expectations/builder/git: basis is derived, but its strongest reason is stated',
  ])
})

test('the strongest reason stands first', () => {
  expect(problemsAfter((p) => (expectationOf(p).reasons = ['D-GUESS', 'S-ASKED']))).toEqual([
    'expectations/builder/git: a stated reason has to stand first',
  ])
})

test.each(['stated', 'mapped', 'outcome'] as const)('a %s practice has a source', (status) => {
  const problems = problemsAfter((p) => Object.assign(first(p.practices), { status, sources: [] }))
  expect(problems).toEqual([`practices/gitops-01: a ${status} practice has to name its source`])
})

test('a practice from the field names a model', () => {
  expect(problemsAfter((p) => Object.assign(first(p.practices), { status: 'field' }))).toEqual([
    'practices/gitops-01: a field practice has to name the model that asks it',
  ])
})

test('all problems are told at once', () => {
  const problems = problemsAfter((p) => {
    first(p.skills).category = 'no'
    first(p.practices).area = 'no'
  })
  expect(problems).toHaveLength(2)
})

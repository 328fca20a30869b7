import { expect, test } from 'vitest'
import { checkPack } from './check.ts'
import type { Pack } from './pack.ts'
import { soundPack } from './sound-pack.ts'

const elsewhere = [{ document: 'no', section: '1' }]

function first<Item>(items: readonly Item[]): Item {
  const [item] = items
  if (item === undefined) throw new Error('The sound pack has something of everything')
  return item
}
const expectationOf = (spoilt: Pack) => first(Object.values(first(Object.values(spoilt.expectations))))
const roadmapOf = (spoilt: Pack) => first(spoilt.roadmaps)
const stageOf = (spoilt: Pack) => first(roadmapOf(spoilt).stages)

const problemsAfter = (spoil: (spoilt: Pack) => unknown) => {
  const spoilt = soundPack()
  spoil(spoilt)
  return checkPack(spoilt)
}

test('a sound pack has no problems', () => {
  expect(checkPack(soundPack())).toEqual([])
})

test.each<[string, (spoilt: Pack) => unknown, string]>([
  ['skills', (p) => (first(p.skills).sources = elsewhere), 'skills/git'],
  ['reasons for months', (p) => (first(p.monthReasons).sources = elsewhere), 'monthReasons/practice-first'],
  ['tools', (p) => (first(p.tools).sources = elsewhere), 'tools/forge'],
  ['roles', (p) => (first(p.roles).sources = elsewhere), 'roles/builder'],
  ['personas', (p) => (first(p.personas).sources = elsewhere), 'personas/newcomer'],
  ['reasons', (p) => (first(p.reasons).sources = elsewhere), 'reasons/S-ASKED'],
  ['practices', (p) => (first(p.practices).sources = elsewhere), 'practices/gitops-01'],
  ['certifications', (p) => (first(p.certifications).sources = elsewhere), 'certifications/old'],
  ['notes on certifications', (p) => (first(p.certificationNotes).sources = elsewhere), 'certificationNotes/general'],
  ['points of comparisons', (p) => (first(first(p.comparisons).points).sources = elsewhere), 'comparisons/old-or-new'],
  ['roadmaps', (p) => (roadmapOf(p).sources = elsewhere), 'roadmaps/short'],
  ['stages', (p) => (stageOf(p).sources = elsewhere), 'roadmaps/short'],
  ['total times', (p) => (first(roadmapOf(p).totals).sources = elsewhere), 'roadmaps/short'],
  ['notes on roadmaps', (p) => (first(roadmapOf(p).notes).sources = elsewhere), 'roadmaps/short'],
  ['claims', (p) => (first(p.claims).sources = elsewhere), 'claims/pay-rises'],
  ['sides of contradictions', (p) => (first(first(p.contradictions).positions).sources = elsewhere), 'contradictions/pay'],
])('an unknown document of %s is named', (_, spoil, address) => {
  expect(problemsAfter(spoil)).toEqual([`${address}: document "no" does not exist`])
})

test.each<[string, (spoilt: Pack) => unknown, string]>([
  ['category of a skill', (p) => (first(p.skills).category = 'no'), 'skills/git: category "no" does not exist'],
  ['prerequisite', (p) => first(p.skills).prerequisites.push('no'), 'skills/git: skill "no" does not exist'],
  [
    'reason for months',
    (p) => (first(p.skills).months = { steps: [1, 1, 1, 1, 1], reason: 'no' }),
    'skills/git: reason for months "no" does not exist',
  ],
  ['model of a skill', (p) => (first(p.skills).models = ['no/pulled']), 'skills/git: "no/pulled" is no item of a model of the pack'],
  ['skill that a seniority fixes', (p) => (p.seniorities.architect.fixed = { no: 5 }), 'seniorities/architect: skill "no" does not exist'],
  ['skill of a tool', (p) => (first(p.tools).skills = ['no']), 'tools/forge: skill "no" does not exist'],
  ['role of a persona', (p) => (first(p.personas).role = 'no'), 'personas/newcomer: role "no" does not exist'],
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
    'item of a model of a practice',
    (p) => (first(p.practices).models = ['opengitops/no']),
    'practices/gitops-01: "opengitops/no" is no item of a model of the pack',
  ],
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
  [
    'certification that is compared',
    (p) => first(p.comparisons).of.push('no'),
    'comparisons/old-or-new: certification "no" does not exist',
  ],
  [
    'certification in a point',
    (p) => (first(first(first(p.comparisons).points).values).certification = 'no'),
    'comparisons/old-or-new: certification "no" does not exist',
  ],
  ['role of a roadmap', (p) => (roadmapOf(p).roles = ['no']), 'roadmaps/short: role "no" does not exist'],
  ['skill of a stage', (p) => (first(stageOf(p).skills).skill = 'no'), 'roadmaps/short: skill "no" does not exist'],
  ['skill of a group of topics', (p) => (first(stageOf(p).groups).skills = ['no']), 'roadmaps/short: skill "no" does not exist'],
  ['tool of a stage', (p) => (stageOf(p).tools = ['no']), 'roadmaps/short: tool "no" does not exist'],
  ['certification of a stage', (p) => (stageOf(p).certifications = ['no']), 'roadmaps/short: certification "no" does not exist'],
  [
    'stage before a stage',
    (p) => (stageOf(p).after = ['no']),
    'roadmaps/short: stage "start" comes after "no", which is no earlier stage of it',
  ],
  [
    'roadmap that something is only in',
    (p) => (first(first(p.correspondences).only).roadmap = 'no'),
    'correspondences/short-and-long: roadmap "no" does not exist',
  ],
  [
    'stage that answers to another',
    (p) => (first(first(p.correspondences).stages).stages = ['no']),
    'correspondences/short-and-long: "no" is no stage of "short"',
  ],
  ['role of a claim', (p) => (first(p.claims).roles = ['no']), 'claims/pay-rises: role "no" does not exist'],
  ['skill of a claim', (p) => (first(p.claims).skills = ['no']), 'claims/pay-rises: skill "no" does not exist'],
  ['certification of a claim', (p) => (first(p.claims).certifications = ['no']), 'claims/pay-rises: certification "no" does not exist'],
])('an unknown %s is named', (_, spoil, problem) => {
  expect(problemsAfter(spoil)).toEqual([problem])
})

test.each([
  'documents',
  'models',
  'categories',
  'skills',
  'monthReasons',
  'tools',
  'roles',
  'personas',
  'reasons',
  'areas',
  'practices',
  'certifications',
  'certificationNotes',
  'comparisons',
  'roadmaps',
  'correspondences',
  'claims',
  'contradictions',
] as const)('an id may stand once in %s', (name) => {
  const spoilt = soundPack()
  const entries: { id: string }[] = spoilt[name]
  entries.push(first(entries))
  expect(checkPack(spoilt)).toContain(`${name}/${first(entries).id}: this id is used more than once`)
})

test.each<[string, (spoilt: Pack) => { id: string }[], string]>([
  ['an item in its model', (p) => first(p.models).items, 'models/opengitops/pulled'],
  ['a stage in its roadmap', (p) => roadmapOf(p).stages, 'roadmaps/short/start'],
  ['a total in its roadmap', (p) => roadmapOf(p).totals, 'roadmaps/short/all'],
  ['a point in its comparison', (p) => first(p.comparisons).points, 'comparisons/old-or-new/price'],
])('the id of %s may stand once', (_, entries, address) => {
  expect(problemsAfter((p) => entries(p).push(first(entries(p))))).toContain(`${address}: this id is used more than once`)
})

test('two skills may not share a position', () => {
  expect(problemsAfter((p) => p.skills.slice(0, 2).forEach((skill) => (skill.position = 0)))).toEqual([
    'skills/linux: position 0 already belongs to "git"',
  ])
})

test.each<[string, (spoilt: Pack) => unknown, string]>([
  [
    'a lowest level above the highest',
    (p) => ((p.seniorities.senior.min = 5), (p.seniorities.senior.max = 4)),
    'seniorities/senior: its lowest level 5 is above its highest 4',
  ],
  ['a shift at mid level', (p) => (p.seniorities.mid.shift = 1), 'seniorities/mid: expectations stand at mid level, so it shifts nothing'],
  ['an entry level above mid', (p) => (p.seniorities.entry.shift = 1), 'seniorities/entry: an entry level expects no more than mid level'],
  [
    'an architect below senior',
    (p) => (p.seniorities.architect.shift = 0),
    'seniorities/senior: seniorities rise from mid over senior to architect',
  ],
])('seniorities rise: %s is named', (_, spoil, problem) => {
  expect(problemsAfter(spoil)).toEqual([problem])
})

test.each([0, 5] as const)('an expectation of %i lies outside the bounds of mid level', (level) => {
  const problems = problemsAfter((p) => ((p.seniorities.mid.max = 4), (expectationOf(p).level = level)))
  expect(problems).toEqual([
    `expectations/builder/git: level ${level} is outside 1 to 4, the bounds of mid level; leave out what is not expected`,
  ])
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

test('a stated reason has a source', () => {
  expect(problemsAfter((p) => (first(p.reasons).sources = []))).toEqual(['reasons/S-ASKED: a stated reason has to name its source'])
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

test('no skill needs itself first: clusters needs linux, and linux would need clusters', () => {
  const problems = problemsAfter((p) =>
    p.skills.filter(({ id }) => id === 'linux').forEach(({ prerequisites }) => prerequisites.push('clusters')),
  )
  expect(problems).toEqual([
    'skills/linux: needs itself first, by way of its prerequisites',
    'skills/clusters: needs itself first, by way of its prerequisites',
  ])
})

test('all problems are told at once', () => {
  const problems = problemsAfter((p) => ((first(p.skills).category = 'no'), (first(p.practices).area = 'no')))
  expect(problems).toHaveLength(2)
})

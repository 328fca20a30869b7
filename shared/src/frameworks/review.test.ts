import { expect, test } from 'vitest'
import type { Pack } from './pack.ts'
import { checkPositions, reviewPack } from './review.ts'
import { soundPack } from './sound-pack.ts'

const findings = (spoil: (spoilt: Pack) => unknown) => {
  const spoilt = soundPack()
  spoil(spoilt)
  return reviewPack(spoilt)
}

function find<Entry extends { id: string }>(entries: readonly Entry[], id: string): Entry {
  const entry = entries.find((one) => one.id === id)
  if (entry === undefined) throw new Error(`The sound pack has no ${id}`)
  return entry
}

test('a complete pack lacks nothing', () => {
  expect(reviewPack(soundPack())).toEqual([])
})

test.each<[string, (spoilt: Pack) => unknown, string]>([
  [
    'no descriptors',
    (p) => (find(p.skills, 'git').descriptors = []),
    'skills/git: has no descriptors; say what a person can be observed to do at each level',
  ],
  [
    '39 characters',
    (p) => (find(p.skills, 'git').descriptors[2] = 'x'.repeat(39)),
    'skills/git: the descriptor of level 2 has 39 characters; use 40 to 240',
  ],
  [
    '241 characters',
    (p) => (find(p.skills, 'git').descriptors[2] = 'x'.repeat(241)),
    'skills/git: the descriptor of level 2 has 241 characters; use 40 to 240',
  ],
  [
    'the same words at two levels',
    ({ skills: [git] }) => git?.descriptors.splice(4, 1, git.descriptors[3] ?? ''),
    'skills/git: the descriptor of level 4 stands at another level too',
  ],
  ['no months', (p) => delete find(p.skills, 'git').months, 'skills/git: says nothing of how long it takes to learn'],
  ['no source', (p) => (find(p.skills, 'git').sources = []), 'skills/git: names no source'],
  [
    'no role that expects it, and no reason',
    (p) => delete find(p.skills, 'cobol').unexpected,
    'skills/cobol: no role expects it; say why under "unexpected"',
  ],
  [
    'a position beyond the number of skills',
    (p) => (find(p.skills, 'cobol').position = 7),
    'skills/cobol: position 7 leaves a hole, 4 skills fill 0 to 3',
  ],
])('a skill with %s is named', (_, spoil, finding) => {
  expect(findings(spoil)).toEqual([finding])
})

test.each([40, 240])('a descriptor may have %i characters', (length) => {
  expect(findings((p) => (find(p.skills, 'git').descriptors[2] = 'x'.repeat(length)))).toEqual([])
})

test('two skills may not share a descriptor that differs in their names only', () => {
  const shared = findings((p) => {
    find(p.skills, 'git').descriptors[3] = 'Works with Git (version control) every day and needs nobody for it.'
    find(p.skills, 'linux').descriptors[2] = 'Works with Linux every day, and needs nobody for it!'
  })
  expect(shared).toEqual(['skills/linux: the descriptor of level 2 says of it what is said of "git"'])
})

test.each(['roles', 'tools', 'personas', 'certifications', 'certificationNotes', 'roadmaps', 'claims'] as const)(
  'an entry of %s has a source',
  (list) => {
    const spoilt = soundPack()
    const [entry] = spoilt[list]
    if (entry) entry.sources = []
    expect(reviewPack(spoilt)).toEqual([`${list}/${entry?.id}: names no source`])
  },
)

test('a stage has a source', () => {
  expect(
    findings((p) => p.roadmaps.slice(0, 1).forEach(({ stages }) => stages.slice(0, 1).forEach((stage) => (stage.sources = [])))),
  ).toEqual(['roadmaps/short: stage "start" names no source'])
})

test('a practice says what has to hold and what would show it', () => {
  const found = findings((p) => {
    find(p.practices, 'gitops-01').criteria.pop()
    delete find(p.practices, 'gitops-02').evidence
  })
  expect(found).toEqual([
    'practices/gitops-01: needs two to four criteria that must hold before it counts',
    'practices/gitops-02: does not say what would show it',
  ])
})

const ledger = ['git', 'linux', 'clusters', 'cobol']

test('positions that are those of the ledger are right, whatever the order of the skills', () => {
  expect(checkPositions(soundPack().skills.toReversed(), ledger)).toEqual([])
})

test.each<[string, { id: string; position: number }, string]>([
  ['that changed', { id: 'git', position: 1 }, 'skills/git: position 1 belongs to "linux" in the ledger of positions'],
  ['of a skill that is gone', { id: 'rust', position: 3 }, 'skills/rust: position 3 belongs to "cobol" in the ledger of positions'],
  ['that was not appended', { id: 'rust', position: 4 }, 'skills/rust: position 4 belongs to "nobody yet" in the ledger of positions'],
])('a position %s is named', (_, skill, problem) => {
  expect(checkPositions([skill], ledger)).toEqual([problem])
})

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { soundPack } from '@plumbline/shared/frameworks/sound-pack.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkFramework, ledgerIds } from './check-command.ts'
import { packToYaml } from './write-pack.ts'

const frameworks = join(import.meta.dirname, '../../../shared/frameworks')
const shippedLedger = join(frameworks, 'skill-positions.txt')

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'check-'))
})
afterEach(() => rm(dir, { recursive: true }))

async function said(how: Parameters<typeof checkFramework>[0]): Promise<{ good: boolean; lines: string[] }> {
  const lines: string[] = []
  const good = await checkFramework(how, (line) => lines.push(line))
  return { good, lines }
}

const soundLedger = ['# The head says what it is.', 'git', 'linux', 'clusters', 'cobol', ''].join('\n')

/** Checks the sound pack with something spoilt in it, as strictly as the pack that comes with the product. */
async function spoilt({ pack = () => {}, text = (whole) => whole, ledger = soundLedger, strict = true }: Fault) {
  const made = soundPack()
  pack(made)
  const [path, ledgerPath] = [join(dir, 'pack.yaml'), join(dir, 'positions.txt')]
  await writeFile(path, text(packToYaml(made)))
  await writeFile(ledgerPath, ledger)
  return said({ path, strict, ledger: ledgerPath })
}

interface Fault {
  readonly pack?: (pack: Pack) => unknown
  readonly text?: (whole: string) => string
  readonly ledger?: string
  readonly strict?: boolean
}

function entry<Entry extends { id: string }>(entries: readonly Entry[], id: string): Entry {
  const found = entries.find((one) => one.id === id)
  if (found === undefined) throw new Error(`The sound pack has no ${id}`)
  return found
}
const skill = (pack: Pack, id = 'git') => entry(pack.skills, id)
const practice = (pack: Pack) => entry(pack.practices, 'gitops-01')
const cell = (pack: Pack) => {
  const found = pack.expectations['builder']?.['git']
  if (found === undefined) throw new Error('The sound pack expects git of a builder')
  return found
}
const stage = (pack: Pack) => entry(entry(pack.roadmaps, 'short').stages, 'go-on')
const no = 'no-such'
const nowhere = [{ document: no, section: '1' }]

test('the pack of 2026 is sound and complete, and its positions are those of the ledger', async () => {
  const { good, lines } = await said({ path: join(frameworks, '2026'), strict: true, ledger: shippedLedger })
  expect({ good, lines }).toEqual({
    good: true,
    lines: [expect.stringContaining('14 roles, 79 skills, 674 expectations'), 'Sound and complete.'],
  })
}, 30_000)

test('the ledger names as many skills as the pack of 2026 has positions', async () => {
  expect(ledgerIds(await readFile(shippedLedger, 'utf8'))).toHaveLength(79)
})

test('the sound pack is sound', async () => {
  expect(await spoilt({})).toMatchObject({ good: true })
})

describe('red with a planted fault', () => {
  test.each<[string, Fault, string]>([
    ['of syntax', { text: (whole) => whole.replace('name: Git', 'name: [Git') }, 'this is not YAML'],
    ['of shape: a missing key', { text: (whole) => whole.replace('    name: Git\n', '') }, 'skills/git/name: is missing'],
    ['of shape: an unknown key', { text: (whole) => whole.replace('name: Git', 'nick: G\n    name: Git') }, 'the key "nick" is not known'],
    ['of shape: six steps', { pack: (p) => skill(p).months?.steps.push(1) }, 'skills/git/months/steps: has 6 entries'],
    ['document', { pack: (p) => (skill(p).sources = nowhere) }, 'skills/git: document "no-such" does not exist'],
    ['category', { pack: (p) => (skill(p).category = no) }, 'skills/git: category "no-such" does not exist'],
    ['prerequisite', { pack: (p) => skill(p).prerequisites.push(no) }, 'skills/git: skill "no-such" does not exist'],
    [
      'reason for months',
      { pack: (p) => Object.assign(skill(p).months ?? {}, { reason: no }) },
      'skills/git: reason for months "no-such" does not exist',
    ],
    ['skill of a tool', { pack: (p) => entry(p.tools, 'forge').skills.push(no) }, 'tools/forge: skill "no-such" does not exist'],
    ['role of a persona', { pack: (p) => (entry(p.personas, 'newcomer').role = no) }, 'personas/newcomer: role "no-such" does not exist'],
    ['role of expectations', { pack: (p) => (p.expectations[no] = {}) }, 'expectations/no-such: role "no-such" does not exist'],
    [
      'skill of an expectation',
      { pack: (p) => (p.expectations['keeper'] = { [no]: cell(p) }) },
      'expectations/keeper/no-such: skill "no-such" does not exist',
    ],
    ['missing reason', { pack: (p) => (cell(p).reasons = ['S-NONE']) }, 'expectations/builder/git: reason "S-NONE" does not exist'],
    ['no reason at all', { pack: (p) => (cell(p).reasons = []) }, 'expectations/builder/git/reasons: has 0 entries'],
    ['practice area', { pack: (p) => (practice(p).area = no) }, 'practices/gitops-01: practice area "no-such" does not exist'],
    [
      'skill of a practice',
      { pack: (p) => practice(p).needs.push({ skill: no, level: 1, people: 1 }) },
      'practices/gitops-01: skill "no-such" does not exist',
    ],
    [
      'unknown item of a model',
      { pack: (p) => practice(p).models.push('opengitops/no') },
      'practices/gitops-01: "opengitops/no" is no item of a model of the pack',
    ],
    ['unknown model', { pack: (p) => skill(p).models.push('no/pulled') }, 'skills/git: "no/pulled" is no item of a model of the pack'],
    [
      'successor',
      { pack: (p) => (entry(p.certifications, 'old').replacedBy = no) },
      'certifications/old: certification "no-such" does not exist',
    ],
    [
      'certification that is compared',
      { pack: (p) => entry(p.comparisons, 'old-or-new').of.push(no) },
      'comparisons/old-or-new: certification "no-such" does not exist',
    ],
    ['tool of a stage', { pack: (p) => stage(p).tools.push(no) }, 'roadmaps/short: tool "no-such" does not exist'],
    ['order of stages', { pack: (p) => (stage(p).after = [no]) }, 'roadmaps/short: stage "go-on" comes after "no-such"'],
    ['stage that comes after itself', { pack: (p) => (stage(p).after = ['go-on']) }, 'roadmaps/short: stage "go-on" comes after "go-on"'],
    [
      'roadmap',
      { pack: (p) => entry(p.correspondences, 'short-and-long').only.push({ roadmap: no, topics: [] }) },
      'correspondences/short-and-long: roadmap "no-such" does not exist',
    ],
    ['skill of a claim', { pack: (p) => entry(p.claims, 'pay-rises').skills.push(no) }, 'claims/pay-rises: skill "no-such" does not exist'],
    ['missing source of an entry', { pack: (p) => (entry(p.tools, 'forge').sources = []) }, 'tools/forge: names no source'],
    [
      'missing source of a reason',
      { pack: (p) => (entry(p.reasons, 'S-ASKED').sources = []) },
      'reasons/S-ASKED: a stated reason has to name its source',
    ],
    [
      'missing source of a practice',
      { pack: (p) => (practice(p).sources = []) },
      'practices/gitops-01: a stated practice has to name its source',
    ],
    [
      'level above the bounds',
      { pack: (p) => ((p.seniorities.mid.max = 3), (cell(p).level = 4)) },
      'expectations/builder/git: level 4 is outside',
    ],
    ['level below the bounds', { pack: (p) => (cell(p).level = 0) }, 'expectations/builder/git: level 0 is outside 1 to 5'],
    ['seniorities that fall', { pack: (p) => (p.seniorities.architect.shift = 0) }, 'seniorities/senior: seniorities rise'],
    ['circle of prerequisites', { pack: (p) => skill(p).prerequisites.push('clusters') }, 'skills/git: needs itself first'],
    ['id twice', { pack: (p) => p.roles.push(entry(p.roles, 'keeper')) }, 'roles/keeper: this id is used more than once'],
    ['position twice', { pack: (p) => (skill(p, 'linux').position = 0) }, 'skills/linux: position 0 already belongs to "git"'],
    [
      'position changed',
      { pack: (p) => ((skill(p).position = 1), (skill(p, 'linux').position = 0)) },
      'skills/git: position 1 belongs to "linux" in the ledger',
    ],
    ['position not appended', { ledger: 'git\nlinux\nclusters\n' }, 'skills/cobol: position 3 belongs to "nobody yet" in the ledger'],
    ['position of a skill that is gone', { ledger: 'git\nlinux\nclusters\nfortran\n' }, 'skills/cobol: position 3 belongs to "fortran"'],
    ['position given again in the ledger', { ledger: `${soundLedger}git\n` }, '"git" stands in the ledger of positions more than once'],
    ['hole in the positions', { pack: (p) => (skill(p, 'cobol').position = 7) }, 'skills/cobol: position 7 leaves a hole'],
    ['no descriptors', { pack: (p) => (skill(p).descriptors = []) }, 'skills/git: has no descriptors'],
    [
      'equal descriptors in a skill',
      { pack: (p) => (skill(p).descriptors[4] = skill(p).descriptors[3] ?? '') },
      'skills/git: the descriptor of level 4 stands at another level too',
    ],
    [
      'descriptor of another skill with only the name changed',
      {
        pack: (p) => {
          skill(p).descriptors[3] = 'Looks after Git alone, day by day, and mends it when it breaks.'
          skill(p, 'linux').descriptors[3] = 'Looks after Linux alone, day by day, and mends it when it breaks.'
        },
      },
      'skills/linux: the descriptor of level 3 says of it what is said of "git"',
    ],
    [
      'short descriptor',
      { pack: (p) => (skill(p).descriptors[0] = 'Too short.') },
      'skills/git: the descriptor of level 0 has 10 characters',
    ],
    [
      'long descriptor',
      { text: (whole) => whole.replace(/Has not worked with histories/, 'x'.repeat(230)) },
      'skills/git/descriptors/0: has ',
    ],
    ['skill that no role expects', { pack: (p) => delete skill(p, 'cobol').unexpected }, 'skills/cobol: no role expects it'],
    ['no months', { pack: (p) => delete skill(p).months }, 'skills/git: says nothing of how long it takes to learn'],
    ['missing criteria', { pack: (p) => (practice(p).criteria = []) }, 'practices/gitops-01: needs two to four criteria'],
    ['missing evidence', { pack: (p) => delete practice(p).evidence }, 'practices/gitops-01: does not say what would show it'],
  ])('%s', async (_, fault, problem) => {
    const { good, lines } = await spoilt(fault)
    expect({ good, lines }).toMatchObject({ good: false })
    expect(
      lines.slice(0, -1).some((line) => /^(pack\.yaml:)?\d+:\d+: /.test(line) && line.includes(problem)),
      lines.join('\n'),
    ).toBe(true)
    expect(lines.at(-1)).toMatch(/^(Not complete|.*not sound), \d+ problems?\.$/)
  })
})

test('what an organisation’s own pack lacks is only remarked', async () => {
  const { good, lines } = await spoilt({ strict: false, pack: (p) => (skill(p).descriptors = []) })
  expect(good).toBe(true)
  expect(lines[0]).toMatch(/^remark: pack\.yaml:\d+:\d+: skills\/git: has no descriptors/)
  expect(lines.at(-1)).toBe('Sound, 1 remark.')
})

test('a path that is not there is told', async () => {
  await expect(said({ path: join(dir, 'none'), strict: false })).rejects.toThrow('ENOENT')
})

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readPack } from './read-pack.ts'

const dirOf2026 = fileURLToPath(new URL('../../../shared/frameworks/2026', import.meta.url))

describe('the pack of 2026', async () => {
  const pack = await readPack(dirOf2026)
  const expectations = Object.values(pack.expectations).flatMap((skills) => Object.values(skills))
  const withBasis = (basis: string) => expectations.filter((expectation) => expectation.basis === basis).length

  test('has every role, skill and expectation', () => {
    expect([pack.roles.length, pack.skills.length, pack.categories.length]).toEqual([14, 79, 14])
    expect(expectations).toHaveLength(674)
    expect([withBasis('stated'), withBasis('group'), withBasis('derived')]).toEqual([147, 190, 337])
    expect(Object.keys(pack.expectations)).toEqual(pack.roles.map((role) => role.id))
  })

  test('keeps the rule of importance that the head of expectations.yaml gives', () => {
    const expected = expectations.map(({ level, basis }) => (level >= 4 || (level === 3 && basis === 'stated') ? 'must' : 'should'))
    expect(expectations.map((expectation) => expectation.importance)).toEqual(expected)
  })

  test('lists the skills in the order of their positions', () => {
    expect(pack.skills.map((skill) => skill.position)).toEqual(pack.skills.map((_, index) => index))
  })

  test('gives no two skills the same alias', () => {
    const aliases = pack.skills.flatMap((skill) => skill.aliases.map((alias) => alias.toLowerCase()))
    expect(aliases.filter((alias, index) => aliases.indexOf(alias) !== index)).toEqual([])
  })

  test('uses every reason', () => {
    const used = new Set(expectations.flatMap((expectation) => expectation.reasons))
    expect(pack.reasons.map((reason) => reason.id).filter((id) => !used.has(id))).toEqual([])
  })

  test.each(['idp', 'gitops', 'devsecops', 'finops'])('has practices of all four levels in %s, with ids that run on', (area) => {
    const practices = pack.practices.filter((practice) => practice.area === area)
    expect([...new Set(practices.map((practice) => practice.level))].toSorted()).toEqual([1, 2, 3, 4])
    expect(practices.map((practice) => practice.id)).toEqual(practices.map((_, index) => `${area}-${String(index + 1).padStart(2, '0')}`))
  })

  test('says for at least half of the practices which skills carry them', () => {
    const carried = pack.practices.filter((practice) => practice.needs.length > 0)
    expect(carried.length).toBeGreaterThanOrEqual(pack.practices.length / 2)
    expect(pack.practices.filter((practice) => practice.needs.length > 3)).toEqual([])
  })
})

describe('a pack with faults', () => {
  let dir = ''
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'pack-'))
    await cp(dirOf2026, dir, { recursive: true })
  })
  afterEach(() => rm(dir, { recursive: true }))

  const edit = async (file: string, from: string, to: string) => {
    const text = await readFile(join(dir, file), 'utf8')
    expect(text).toContain(from)
    await writeFile(join(dir, file), text.replace(from, to))
  }

  const message = () =>
    readPack(dir).then(
      () => 'sound',
      (error: Error) => error.message,
    )

  test('is refused with all its problems, each with its file', async () => {
    await edit('skills.yaml', 'category: engineering-foundations', 'category: no-such')
    await edit('practices-gitops.yaml', 'skill: gitops', 'skill: no-such')
    await edit('expectations.yaml', 'reasons: [D-FND]', 'reasons: [D-NONE]')
    const told = await message()
    expect(told).toMatch(/is not sound/)
    expect(told).toContain('- skills.yaml: skills/python: category "no-such" does not exist\n')
    expect(told).toContain('- practices-gitops.yaml: practices/gitops-01: skill "no-such" does not exist')
    expect(told).toContain('- expectations.yaml: expectations/devops-engineer/linux-shell: reason "D-NONE" does not exist\n')
  })

  test('names the entry and the field whose shape is wrong', async () => {
    await edit('practices-finops.yaml', 'level: 2', 'level: 9')
    await edit('expectations.yaml', 'level: 3, importance: should', 'level: 3, importance: could')
    const told = await message()
    expect(told).toContain('- practices-finops.yaml: practices/finops-01/level: ')
    expect(told).toContain('- expectations.yaml: expectations/devops-engineer/linux-shell/importance: ')
  })

  test('may not hold keys that nobody knows', async () => {
    await edit('roles.yaml', 'name: DevOps Engineer', 'nickname: Dev\n    name: DevOps Engineer')
    expect(await message()).toMatch(/- roles\.yaml: roles\/devops-engineer: .*nickname/)
  })

  test('may not say a thing twice in one file', async () => {
    await edit('expectations.yaml', '    git: {', '    linux-shell: {')
    expect(await message()).toMatch(/- expectations\.yaml: Map keys must be unique/)
  })

  test('may not say a thing twice in two files', async () => {
    await writeFile(join(dir, 'second.yaml'), 'version: "2026.2"\nexpectations: { data-engineer: {} }\n')
    expect(await message()).toContain('- second.yaml: version stands in another file too\n- second.yaml: expectations/data-engineer stands')
  })

  test('may not use aliases', async () => {
    await writeFile(join(dir, 'bomb.yaml'), 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n')
    expect(await message()).toContain('- bomb.yaml: aliases (*name) are not allowed')
  })

  test.each([
    ['is not YAML', 'a: [1'],
    ['is a list', '- a\n'],
    ['is empty', ''],
    ['uses a tag of its own', 'a: !secret x\n'],
  ])('names a file that %s', async (_, text) => {
    await writeFile(join(dir, 'odd.yaml'), text)
    expect(await message()).toContain('- odd.yaml: ')
  })

  test('names a key that is missing altogether', async () => {
    await rm(join(dir, 'roles.yaml'))
    expect(await message()).toMatch(/- roles: /)
  })
})

test('a folder without YAML is refused in words', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'pack-'))
  await expect(readPack(dir)).rejects.toThrow('there is no .yaml file')
  await rm(dir, { recursive: true })
})

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { soundPack } from '@plumbline/shared/frameworks/sound-pack.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readPack } from './read-pack.ts'
import { packToYaml } from './write-pack.ts'

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

describe('a folder with faults', () => {
  let dir = ''
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'pack-'))
    // A file for each key.
    for (const part of packToYaml(soundPack())
      .split(/^(?=\w+:)/m)
      .slice(1))
      await writeFile(join(dir, `${part.slice(0, part.indexOf(':'))}.yaml`), part)
  })
  afterEach(() => rm(dir, { recursive: true }))

  /** Changes the first of a text in a file and gives back its place as problems print it. */
  const edit = async (file: string, from: string, to: string, at = 0) => {
    const text = await readFile(join(dir, file), 'utf8')
    expect(text).toContain(from)
    await writeFile(
      join(dir, file),
      text.replace(from, () => to),
    )
    const before = text.slice(0, text.indexOf(from) + at).split('\n')
    return `${file}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`
  }

  const message = () =>
    readPack(dir).then(
      () => 'sound',
      (error: Error) => error.message,
    )

  test('is sound without faults', async () => {
    expect(await readPack(dir)).toEqual(soundPack())
  })

  test('is refused with all its problems, each with its file, line and column', async () => {
    const skill = await edit('skills.yaml', 'category: tools', 'category: no-such', 'category: '.length)
    const practice = await edit('practices.yaml', 'skill: git', 'skill: no-such', 'skill: '.length)
    const expectation = await edit('expectations.yaml', 'D-GUESS', 'D-NONE')
    const told = await message()
    expect(told).toMatch(/is not sound/)
    expect(told).toContain(`- ${skill}: skills/git: category "no-such" does not exist\n`)
    expect(told).toContain(`- ${practice}: practices/gitops-01: skill "no-such" does not exist`)
    expect(told).toContain(`- ${expectation}: expectations/builder/git: reason "D-NONE" does not exist`)
  })

  test('names the entry and the field whose shape is wrong', async () => {
    const practice = await edit('practices.yaml', 'level: 2', 'level: 9', 'level: '.length)
    const expectation = await edit('expectations.yaml', 'importance: should', 'importance: could', 'importance: '.length)
    const told = await message()
    expect(told).toContain(`- ${practice}: practices/gitops-01/needs/0/level: is 9; allowed are 0, 1, 2, 3, 4, 5`)
    expect(told).toContain(`- ${expectation}: expectations/builder/linux/importance: is "could"; allowed are must, should`)
  })

  test('may not hold keys that nobody knows', async () => {
    const place = await edit('roles.yaml', '    name: Builder', '    nickname: Bob\n    name: Builder', 4)
    expect(await message()).toContain(`- ${place}: roles/builder: the key "nickname" is not known here`)
  })

  test('may not say a thing twice in one file', async () => {
    const place = await edit('expectations.yaml', '    linux: {', '    git: {', 4)
    expect(await message()).toContain(`- ${place}: expectations/builder: the key "git" stands here more than once`)
  })

  test('may not say a thing twice in two files', async () => {
    await writeFile(join(dir, 'z.yaml'), 'version: "2026.2"\nexpectations: { keeper: {} }\n')
    expect(await message()).toContain(
      '- z.yaml:1:1: version: stands in another file too\n- z.yaml:2:17: expectations/keeper: stands in another file too',
    )
  })

  test('names the file in which an id stands for the second time', async () => {
    await writeFile(join(dir, 'z.yaml'), 'categories:\n  - { id: tools, name: Again }\n')
    expect(await message()).toContain('- z.yaml:2:11: categories/tools: this id is used more than once')
  })

  test.each([
    ['uses aliases', 'a: &a [x, x]\nb: [*a, *a]\n'],
    ['is not YAML', 'a: [1'],
    ['is a list', '- a\n'],
    ['is empty', ''],
    ['uses a tag of its own', 'a: !secret x\n'],
  ])('names a file that %s', async (_, text) => {
    await writeFile(join(dir, 'odd.yaml'), text)
    expect(await message()).toMatch(/- odd\.yaml:\d+:\d+: /)
  })

  test('names a key that is missing altogether', async () => {
    await rm(join(dir, 'roles.yaml'))
    expect(await message()).toContain('- 1:1: roles: is missing')
  })
})

test('a folder without YAML is refused in words', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'pack-'))
  await expect(readPack(dir)).rejects.toThrow('there is no .yaml file')
  await rm(dir, { recursive: true })
})

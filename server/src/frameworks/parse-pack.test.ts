import { soundPack } from '@plumbline/shared/frameworks/sound-pack.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PackProblem, problemLine } from './pack-problem.ts'
import { parsePackText } from './parse-pack.ts'

/** A pack in text with one entry of what matters; small enough to count its lines. */
const small = `schema: plumbline.framework/v1
version: '2026.1-1'
name: Small
documents:
  - { id: book, title: Book, kind: book, author: nobody, date: 2026-01-02, interest: none }
seniorities:
  entry: { shift: -1, min: 1, max: 5 }
  mid: { shift: 0, min: 1, max: 5 }
  senior: { shift: 1, min: 1, max: 5 }
  architect: { shift: 1, min: 1, max: 5 }
categories:
  - { id: tools, name: Tools }
skills:
  - id: git
    name: Git
    category: tools
    position: 0
    sources:
      - { document: book, section: One }
  - id: linux
    name: Linux
    category: tools
    position: 1
roles:
  - { id: builder, name: Builder, title: derived, summary: Builds, blank: Not asked }
reasons:
  - { id: D-OWN, basis: derived, text: Ours }
expectations:
  builder:
    git: { level: 3, importance: must, basis: derived, reasons: [D-OWN] }
areas:
  - { id: gitops, name: GitOps, summary: Git }
practices:
  - { id: gitops-01, area: gitops, level: 1, name: In Git, status: derived }
`

const told = (text: string): string[] => {
  const read = parsePackText(text)
  return 'problems' in read ? read.problems.map((problem: PackProblem) => problemLine(problem)) : []
}

/** The small pack with one place changed, which has to be there. */
function edited(from: string, to: string): string {
  if (!small.includes(from)) throw new Error(`The small pack has no ${from}`)
  return small.replace(from, () => to)
}

test('the small pack is sound', () => {
  expect(parsePackText(small)).toMatchObject({ pack: { name: 'Small', skills: [{ id: 'git' }, { id: 'linux' }] } })
})

describe('nothing is wrong with', () => {
  test.each([
    ['a byte order mark', `\uFEFF${small}`],
    ['line ends of Windows', small.replaceAll('\n', '\r\n')],
    [
      'unquoted no, yes, on and off, which are text',
      edited('name: Tools', "name: no, aliases: [] }\n  - { id: on, name: 'yes'").replace(', aliases: []', ''),
    ],
    ['a day, which is text', edited('date: 2026-01-02', 'date: 2026-03-04')],
    ['letters of any script', edited('name: Small', 'name: Ѕmаll ‮ 小さい 🙂')],
    ['JSON, which is YAML', JSON.stringify(soundPack())],
    ['one document with its marks', `---\n${small}...\n`],
  ])('%s', (_, text) => {
    expect(told(text)).toEqual([])
  })
})

describe('how it is written', () => {
  test.each<[string, string, string]>([
    ['an empty file', '', '1:1: the file is empty'],
    ['only comments', '# nothing\n# more\n', '1:1: the file is empty'],
    ['a list at the top', '- a\n', '1:1: the file is a list'],
    ['a word at the top', 'pack\n', '1:1: the file is plain text'],
    ['a CSV table', 'skill,name\ngit,Git\n', '1:1: the file is plain text'],
    ['a bracket that is not closed', edited('[D-OWN]', '[D-OWN'), '30:72: this is not YAML: '],
    ['a quote that is not closed', edited("'2026.1-1'", "'2026.1-1"), ': this is not YAML: '],
    ['a tab that indents', edited('    name: Git', '\tname: Git'), '15:1: a tab indents this line; use spaces'],
    ['two documents', `${small}---\n${small}`, '35:1: a second document begins here (---)'],
    ['an unknown directive', `%FOO bar\n---\n${small}`, '1:1: this is not YAML: Unknown directive'],
    ['NUL', edited('name: Small', 'name: Sm\u0000all'), '3:9: U+0000, a character that cannot be seen'],
    ['an escaped NUL', edited('name: Small', 'name: "Sm\\0all"'), '3:7: name: U+0000, a character that cannot be seen'],
    ['half a character', edited('name: Small', 'name: "\\ud800"'), '3:7: name: U+D800, a character that cannot be seen'],
    ['a bell', edited('name: Git', 'name: G\u0007it'), '15:12: U+0007, a character that cannot be seen'],
    ['an alias', edited('name: Git', 'name: *git'), '15:11: skills/git/name: aliases (*name) are not allowed'],
    ['an anchor that nobody uses', edited('name: Git', 'name: &git Git'), ': skills/git/name: anchors (&name) are not allowed'],
    ['a bomb of aliases', `a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n`, '1:7: a: anchors'],
    ['an alias of itself', 'a: &a [*a]\n', '1:7: a: anchors (&name) are not allowed'],
    ['a tag of a program', edited('name: Git', 'name: !!js/function "x"'), ': skills/git/name: tags (!name) are not allowed'],
    ['a tag of bytes', edited('name: Git', 'name: !!binary R2l0'), ': skills/git/name: tags (!name) are not allowed'],
    ['a tag of text', edited('position: 0', 'position: !!str 0'), ': skills/git/position: tags (!name) are not allowed'],
    ['a merge key', edited('    name: Linux', '    <<: { name: Linux }'), '21:5: skills/linux: merge keys (<<) are not allowed'],
    ['a key twice', edited('    name: Git', '    name: Git\n    name: Gut'), '16:5: skills/git: the key "name" stands here more than once'],
    ['a role twice', edited('areas:', '  builder: {}\nareas:'), '31:3: expectations: the key "builder" stands here more than once'],
    ['a number as a key', edited('    git: {', '    1: {'), '30:5: expectations/builder: the key "1" is no text; put it in quotes'],
    ['null as a key', edited('    git: {', '    ~: {'), '30:5: expectations/builder: the key "~" is no text; put it in quotes'],
    ['a list as a key', edited('    git: {', '    ? [git]\n    : {'), ': expectations/builder: a key of a record is a word'],
    ['__proto__ as a key', edited('    git: {', '    __proto__: {'), '30:5: expectations/builder: "__proto__" cannot be a key'],
    ['constructor as a key', edited('    git: {', '    constructor: {'), '30:5: expectations/builder: "constructor" cannot be a key'],
    ['constructor as an id', edited('id: builder', 'id: constructor'), '25:11: roles/constructor/id: "constructor" cannot be an id'],
    ['lists a thousand deep', `a: ${'['.repeat(1000)}${']'.repeat(1000)}\n`, 'lists and records stand within each other'],
    ['records twenty deep', `a: ${'{a: '.repeat(20)}1${'}'.repeat(20)}\n`, 'lists and records stand within each other more than 16 deep'],
    ['lists by lines without an end', '- '.repeat(5000), 'lists and records stand within each other too deep'],
    ['10,000,000 characters', small.padEnd(10_000_000, '# '), '1:1: the file has 10000000 characters; 4000000 are the most'],
    ['more signs than the parser can bear', '['.repeat(1_000_000), '1:1: the file has more than 400000 words and signs'],
    ['more faults than the parser can bear', `a: "${'\\q'.repeat(100_000)}"`, '1:1: the file has more than 400000 words and signs'],
  ])('%s', (_, text, problem) => {
    expect(told(text)[0]).toContain(problem)
  })
})

describe('the shape', () => {
  test.each<[string, string, string]>([
    [
      'an unquoted version, which is a number',
      edited("'2026.1-1'", '2026.1'),
      "2:10: version: is the number 2026.1 where text is meant; put it in quotes: '2026.1'",
    ],
    [
      'true where text is meant',
      edited('name: Git', 'name: true'),
      "15:11: skills/git/name: is true where text is meant; put it in quotes: 'true'",
    ],
    [
      'a hexadecimal id',
      edited('id: linux', 'id: 0x1F'),
      "20:9: skills/1/id: is the number 31 where text is meant; put it in quotes: '0x1F'",
    ],
    ['null where text is meant', edited('name: Git', 'name: null'), '15:11: skills/git/name: is empty; text is meant here'],
    ['~ where text is meant', edited('name: Git', 'name: ~'), '15:11: skills/git/name: is empty; text is meant here'],
    ['nothing where text is meant', edited('name: Git', 'name:'), '15:5: skills/git/name: is empty; text is meant here'],
    ['empty text', edited('name: Git', "name: ''"), '15:11: skills/git/name: is empty; write text here'],
    [
      '601 characters',
      edited('name: Git', `name: ${'x'.repeat(601)}`),
      '15:11: skills/git/name: has 601 characters; at most 600 are allowed',
    ],
    ['a list where text is meant', edited('name: Git', 'name: [Git]'), '15:5: skills/git/name: is a list where text is meant'],
    [
      'text where a list is meant',
      edited('reasons: [D-OWN]', 'reasons: D-OWN'),
      '30:65: expectations/builder/git/reasons: is the text "D-OWN" where a list is meant',
    ],
    [
      'text where a number is meant',
      edited('position: 0', "position: '0'"),
      '17:15: skills/git/position: is the text "0" where a number is meant',
    ],
    ['an unknown key at the top', `${small}colour: red\n`, '35:1: the key "colour" is not known here'],
    [
      'an unknown key in an entry',
      edited('    name: Git', '    nickname: G\n    name: Git'),
      '15:5: skills/git: the key "nickname" is not known here',
    ],
    ['a missing key at the top', edited('name: Small\n', ''), '1:1: name: is missing'],
    ['a missing key in an entry', edited('    name: Linux\n', ''), '20:5: skills/linux/name: is missing'],
    [
      'a word that is not among those allowed',
      edited('importance: must', 'importance: could'),
      '30:34: expectations/builder/git/importance: is "could"; allowed are must, should',
    ],
    ['a level out of range', edited('level: 3', 'level: 6'), '30:19: expectations/builder/git/level: is 6; allowed are 0, 1, 2, 3, 4, 5'],
    [
      'a fraction for a level',
      edited('level: 3', 'level: 2.5'),
      '30:19: expectations/builder/git/level: is 2.5; allowed are 0, 1, 2, 3, 4, 5',
    ],
    ['a negative position', edited('position: 1', 'position: -1'), '23:15: skills/linux/position: is -1; at least 0 is allowed'],
    [
      'a fraction for a position',
      edited('position: 1', 'position: 1.5'),
      '23:15: skills/linux/position: is the number 1.5 where a whole number is meant',
    ],
    ['infinity for a position', edited('position: 1', 'position: .inf'), '23:15: skills/linux/position: '],
    [
      'an id with capitals',
      edited('id: linux', 'id: Linux'),
      '20:9: skills/Linux/id: is "Linux", which is not lower-case words joined by hyphens',
    ],
    [
      'an expectation under no id',
      edited('    git: {', '    Git!: {'),
      '30:5: expectations/builder/Git!: this key is not lower-case words joined by hyphens',
    ],
    [
      'a version of another form',
      edited("'2026.1-1'", 'latest'),
      '2:10: version: is "latest", which is not a version such as 2026.1 or 2026.1-3',
    ],
    [
      'another schema',
      edited('framework/v1', 'framework/v2'),
      '1:9: schema: is "plumbline.framework/v2"; only plumbline.framework/v1 is allowed',
    ],
    [
      'five descriptors',
      edited('    name: Linux', '    name: Linux\n    descriptors: [a, b, c, d, e]'),
      '22:5: skills/linux/descriptors: has 5 entries; exactly 6 are allowed',
    ],
    [
      'no roles',
      edited('  - { id: builder, name: Builder, title: derived, summary: Builds, blank: Not asked }', '  []'),
      ': roles: has 0 entries; at least 1 are allowed',
    ],
    ['a seniority that is missing', edited('  senior: { shift: 1, min: 1, max: 5 }\n', ''), '6:1: seniorities/senior: is missing'],
    [
      'a model without https',
      edited(
        'areas:',
        'models:\n  - { id: m, name: M, publisher: P, url: "http://m.org", licence: L, use: U, items: [{ id: a, name: A }] }\nareas:',
      ),
      '32:42: models/m/url: is "http://m.org"; a link begins with https://',
    ],
    [
      '601 skills',
      edited(
        'skills:',
        `skills:\n${Array.from({ length: 601 }, (_, at) => `  - { id: s${at}, name: S, category: tools, position: ${at + 2} }`).join('\n')}`,
      ),
      '13:1: skills: has 603 entries; at most 600 are allowed',
    ],
  ])('%s', (_, text, problem) => {
    expect(told(text)[0]).toContain(problem)
  })

  test('all faults are told at once', () => {
    expect(told(edited('level: 3', 'level: 9').replace('name: Git', 'name: 1').replace('position: 1', 'position: x'))).toHaveLength(3)
  })

  test('of very many faults the first 200 are told, and how many there are', () => {
    const text = `${small}${Array.from({ length: 300 }, (_, at) => `x${at}: 1\n`).join('')}`
    expect(told(text)).toHaveLength(201)
    expect(told(text).at(-1)).toContain('and 100 more problems')
  })
})

describe('the meaning', () => {
  test.each<[string, string, string]>([
    ['an unknown category', edited('    category: tools', '    category: no'), '16:15: skills/git: category "no" does not exist'],
    [
      'an unknown document',
      edited('{ document: book, section: One }', '{ document: no, section: One }'),
      '19:21: skills/git: document "no" does not exist',
    ],
    ['an unknown role', edited('  builder:\n', '  no: {}\n  builder:\n'), '29:3: expectations/no: role "no" does not exist'],
    ['an unknown skill', edited('    git: {', '    no: {'), '30:5: expectations/builder/no: skill "no" does not exist'],
    ['an unknown reason', edited('[D-OWN]', '[D-NO]'), '30:66: expectations/builder/git: reason "D-NO" does not exist'],
    ['an unknown area', edited('area: gitops', 'area: no'), '34:28: practices/gitops-01: practice area "no" does not exist'],
    [
      'an unknown prerequisite',
      edited('    name: Git', '    prerequisites: [linux, no]\n    name: Git'),
      '15:28: skills/git: skill "no" does not exist',
    ],
    ['an id twice', edited('id: linux', 'id: git'), '20:9: skills/git: this id is used more than once'],
    ['a position twice', edited('position: 1', 'position: 0'), '23:15: skills/linux: position 0 already belongs to "git"'],
    ['level 0 expected', edited('level: 3', 'level: 0'), '30:19: expectations/builder/git: level 0 is outside 1 to 5'],
    [
      'another basis than that of the reason',
      edited('must, basis: derived', 'must, basis: stated'),
      '30:47: expectations/builder/git: basis is stated',
    ],
    ['a seniority that falls', edited('senior: { shift: 1', 'senior: { shift: -1'), '9:3: seniorities/senior: seniorities rise'],
    [
      'a skill that needs itself first',
      edited('    name: Git', '    prerequisites: [git]\n    name: Git'),
      '14:9: skills/git: needs itself first',
    ],
  ])('%s', (_, text, problem) => {
    expect(told(text)[0]).toContain(problem)
  })

  test('an id three times is told twice, at the second and at the third', () => {
    const text = edited('areas:', 'areas:\n  - { id: gitops, name: Two, summary: Two }\n  - { id: gitops, name: Three, summary: Three }')
    expect(told(text)).toEqual(['33:11', '34:11'].map((place) => `${place}: areas/gitops: this id is used more than once`))
  })
})

test('no text makes it throw, and every problem stands within the text', () => {
  const units = fc.array(fc.nat(0xffff), { maxLength: 30 }).map((codes) => String.fromCharCode(...codes))
  const signs = fc.constantFrom(...'*a |&a |!t |<<: |- |? |: |\t|\n|\u0000|"|{|]|#|%|@|~'.split('|'), '|\n', '>\n', '---\n', "'")
  const spoilt = fc
    .tuple(fc.nat(small.length), fc.nat(40), signs, units)
    .map(([at, length, sign, by]) => small.slice(0, at) + sign + by.slice(0, 8) + small.slice(at + length))
  const text = fc.oneof(
    spoilt,
    units,
    fc.array(signs, { maxLength: 20 }).map((parts) => parts.join('')),
  )
  const outside = (one: string) => {
    const read = parsePackText(one)
    const lines = one.split('\n')
    return 'problems' in read ? read.problems.filter(({ line, column }) => column > (lines[line - 1] ?? '').length + 1) : []
  }
  fc.assert(
    fc.property(text, (one) => {
      expect(outside(one)).toEqual([])
    }),
    { numRuns: 200 },
  )
}, 30_000)

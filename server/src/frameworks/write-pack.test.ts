import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { pack as shape } from '@plumbline/shared/frameworks/pack.ts'
import { soundPack } from '@plumbline/shared/frameworks/sound-pack.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePackText } from './parse-pack.ts'
import { readPack } from './read-pack.ts'
import { packToYaml } from './write-pack.ts'

const backAgain = (pack: Pack) => parsePackText(packToYaml(pack))

test('the pack of 2026 comes back as it went', async () => {
  const pack = await readPack(join(import.meta.dirname, '../../../shared/frameworks/2026'))
  // Not toEqual: on 700,000 characters it takes longer than all the rest.
  expect(isDeepStrictEqual(backAgain(pack), { pack })).toBe(true)
}, 30_000)

test('a pack with something of everything comes back as it went', () => {
  expect(backAgain(soundPack())).toEqual({ pack: soundPack() })
})

test('it says what it is and how to check it, and an expectation stands on one line', () => {
  const text = packToYaml(soundPack())
  expect(text).toMatch(/^# A framework of Plumbline/)
  expect(text).toContain('npm run framework:check -- <this file>')
  expect(text).toContain('\n    git: { level: 3, importance: must, basis: stated, reasons: [ S-ASKED, D-GUESS ] }\n')
  expect(text).not.toContain('prerequisites: []')
})

/** The same with the keys of every record the other way round, as a database may give them back. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, entry]) => [key, turned(entry)]),
  )
}

test('the order does not hang on the order of the keys', () => {
  expect(packToYaml(turned(soundPack()) as Pack)).toBe(packToYaml(soundPack()))
})

test('lists keep their order', () => {
  const pack = { ...soundPack(), skills: soundPack().skills.toReversed() }
  expect(backAgain(pack)).toEqual({ pack })
})

const oddText = fc.oneof(
  fc.constantFrom(
    'no',
    'yes',
    'on',
    'null',
    '~',
    'true',
    '1.0',
    '2026.1',
    '0x1F',
    '.inf',
    '1e3',
    '- x',
    '? x',
    ': x',
    'a: b',
    'a #b',
    '#',
    '*a',
  ),
  fc.constantFrom(
    '&a',
    '!t',
    '|',
    '>',
    '%',
    '@',
    '`',
    '"',
    "'",
    '{',
    '}',
    '[a]',
    ',',
    '<<',
    '---',
    '...',
    ' lead',
    'trail ',
    '\n',
    '\r\n',
    '\t',
  ),
  fc.constantFrom(
    'two\nlines',
    'two\n\n  lines\n',
    '\n lead',
    'tab\tin',
    'end:',
    '=1+1',
    'ends in colon:\n',
    'a  b',
    `${'word '.repeat(30)}`,
    'x'.repeat(200),
  ),
  fc.string({ minLength: 1, maxLength: 60 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  fc
    .array(fc.constantFrom('word', ' ', '  ', '\n', '\t', "'", '"', ': ', ' #', '\\', '- ', '\u00A0', '\u2028', '\u0085', '\uFEFF'), {
      minLength: 1,
      maxLength: 60,
    })
    .map((parts) => parts.join('')),
)
const printable = oddText.filter((text) => !/[^\P{C}\n\r\t\p{Cf}\p{Co}\p{Cn}]/u.test(text)).map((text) => text.slice(0, 240).toWellFormed())

const free = new Set([
  'name',
  'title',
  'kind',
  'author',
  'date',
  'interest',
  'printed',
  'section',
  'summary',
  'text',
  'publisher',
  'licence',
])
const freeToo = new Set([
  'use',
  'blank',
  'evidence',
  'payEffect',
  'complexity',
  'factor',
  'otherName',
  'from',
  'topic',
  'shown',
  'unit',
  'unexpected',
])
const freeLists = new Set(['aliases', 'descriptors', 'criteria', 'kinds', 'topics', 'projects'])

/** The pack with the texts of its entries replaced by these in turn; words that have a meaning stay. */
function withTexts(pack: Pack, texts: readonly string[]): Pack {
  let at = 0
  const next = () => texts[at++ % texts.length] ?? 'x'
  const replace = (key: string, value: unknown): unknown => {
    if (typeof value === 'string') return (free.has(key) || freeToo.has(key)) && !shapeWords.has(value) ? next() : value
    if (Array.isArray(value)) return freeLists.has(key) ? value.map(next) : value.map((item) => replace('', item))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, replace(name, entry)]))
  }
  return shape.parse(replace('', pack))
}
// Enumerations that stand under keys which elsewhere hold free text.
const shapeWords = new Set(['destination', 'estimate', 'pay', 'stated'])

test('texts of any kind come back letter for letter', () => {
  fc.assert(
    fc.property(fc.array(printable, { minLength: 1, maxLength: 60 }), (texts) => {
      const pack = withTexts(soundPack(), texts)
      expect(backAgain(pack)).toEqual({ pack })
    }),
    { numRuns: 30 },
  )
}, 30_000)

test('ids that look like numbers, words of YAML or methods come back', () => {
  const renamed = JSON.parse(
    JSON.stringify(soundPack()).replaceAll('"git"', '"2026"').replaceAll('"linux"', '"null"').replaceAll('"builder"', '"true"'),
  )
  const pack = shape.parse(renamed)
  expect(backAgain(pack)).toEqual({ pack })
})

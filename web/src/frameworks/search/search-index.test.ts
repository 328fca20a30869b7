import { type Pack, pack } from '@plumbline/shared/frameworks/pack.ts'
import { smallPack } from '@plumbline/shared/levels/small-pack.ts'
import { expect, test } from 'vitest'
import { searchEntries } from './search-entries.ts'
import { frameworkSearchIndex } from './search-index.ts'

const at = (printed: string) => [{ document: 'handbook', section: 'Figures', printed }]

/** One entry of each kind; the others are those of the small pack. */
const sample: Pack = pack.parse({
  ...smallPack,
  personas: [{ id: 'analyst', name: 'Financial analyst', kind: 'counterpart', text: 'Reads the bill', sources: at('analysts') }],
  tools: [{ id: 'terraform', name: 'Terraform', aliases: ['HCL'], kinds: ['IaC'], summary: 'Declares what is to be there' }],
  certifications: [
    {
      id: 'cks',
      name: 'Cluster Security Specialist',
      aliases: ['CKS'],
      payEffect: '20-30% increase',
      complexity: null,
      demand: null,
      roles: [],
    },
  ],
  roadmaps: [
    {
      id: 'way',
      name: 'The long way',
      summary: 'From scripts to services',
      stages: [{ id: 'first', order: 1, name: 'Foundations', groups: [{ name: 'Languages', topics: ['Bash scripting'] }], skills: [] }],
    },
  ],
  claims: [
    { id: 'growth', topic: 'demand', kind: 'unsourced', text: 'The work grew within five years', sources: at('9.8x growth') },
    { id: 'pay-lakh', topic: 'pay', kind: 'unsourced', text: 'Senior posts in rupees', sources: at('₹22 LPA – ₹40+ LPA') },
    { id: 'pay-dollar', topic: 'pay', kind: 'unsourced', text: 'Senior posts in dollars', sources: at('Senior level: $250K+') },
    { id: 'share', topic: 'adoption', kind: 'estimate', text: 'Most of them adopt it', sources: at('70% of organisations') },
  ],
  contradictions: [
    {
      id: 'currencies',
      type: 'between-documents',
      topic: 'What the work pays',
      positions: [{ text: 'One prints rupees', sources: at('₹7 LPA') }],
      shown: 'Both stand beside each other',
    },
  ],
  models: [
    {
      id: 'dora',
      name: 'DORA capabilities',
      publisher: 'DORA',
      url: 'https://dora.dev/',
      licence: 'CC-BY-4.0',
      use: 'Names of the items',
      items: [{ id: 'loosely', name: 'Loosely coupled teams' }],
    },
  ],
})
const search = frameworkSearchIndex(sample)
const idsOf = (text: string): string[] => search(text).flatMap(({ entries }) => entries.map(({ id }) => id))
const swapped = (word: string): string => `${word.slice(0, 2)}${word.charAt(3)}${word.charAt(2)}${word.slice(4)}`

test.each(searchEntries(sample).map(({ id, title }) => ({ id, title })))('$id is found by its name', ({ id, title }) => {
  expect(idsOf(title)).toContain(id)
})

test.each(
  searchEntries(sample)
    .filter(({ title }) => title.split(' ').some((word) => word.length > 5))
    .map(({ id, title }) => ({ id, title, mistyped: title.replace(/\S{6,}/, swapped) })),
)('$id is found by “$mistyped”', ({ id, mistyped }) => {
  expect(idsOf(mistyped)).toContain(id)
})

test.each([
  ['9.8x', 'claim growth'],
  ['70%', 'claim share'],
  ['70', 'claim share'],
  ['₹40 LPA', 'claim pay-lakh'],
  ['40 lpa', 'claim pay-lakh'],
  ['$250K+', 'claim pay-dollar'],
  ['250k', 'claim pay-dollar'],
  ['20-30%', 'certification cks'],
])('the figure %s is found as it is printed, and bare', (figure, id) => {
  expect(idsOf(figure)[0]).toBe(id)
})

test('a figure is not taken for another one', () => {
  expect(idsOf('9.9x')).toEqual([])
})

test('names come before texts that mention them, and every result has its address', () => {
  const [first] = search('kubernetes')
  expect(first?.entries[0]).toMatchObject({ id: 'skill kubernetes', to: '/framework/skills/kubernetes' })
  expect(search('bash')[0]?.entries[0]?.to).toBe('/framework/roadmaps/way?stage=first')
  expect(idsOf('hcl')).toEqual(['tool terraform'])
})

test('words that stand nowhere together are looked for one by one', () => {
  expect(idsOf('terraform rupees')).toEqual(expect.arrayContaining(['tool terraform', 'claim pay-lakh']))
})

test('no words find nothing', () => {
  expect(search('')).toEqual([])
  expect(search('  – ')).toEqual([])
})

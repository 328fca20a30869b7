import type { Claim } from '@plumbline/shared/frameworks/pack-market.ts'
import { expect, test } from 'vitest'
import { claimCounts, filterClaims } from './claim-filter.ts'
import { figureWords, printedFigure } from './figures.ts'
import { payColumns, paySpans } from './pay-bands.ts'

const claim = (id: string, rest: Partial<Claim> = {}): Claim => ({
  id,
  topic: 'pay',
  kind: 'unsourced',
  text: id,
  figures: [],
  roles: [],
  skills: [],
  certifications: [],
  sources: [{ document: 'one', section: 'Pay' }],
  ...rest,
})

const rupees = (id: string, at: NonNullable<Claim['seniority']>, low: number, high: number, open = false) =>
  claim(id, { seniority: at, figures: [{ low, high, open, unit: 'INR LPA' }] })

const claims = [
  rupees('entry', 'entry', 7, 12),
  rupees('senior', 'senior', 22, 40, true),
  claim('dollars', {
    kind: 'estimate',
    seniority: 'senior',
    figures: [{ low: 250_000, high: null, open: true, unit: 'USD' }],
    sources: [{ document: 'two', section: 'Pay', printed: '$250K+' }],
  }),
  claim('effect', { figures: [{ low: 25, high: 25, open: false, unit: 'percent' }] }),
  claim('risk', {
    topic: 'risk',
    sources: [
      { document: 'one', section: 'A' },
      { document: 'two', section: 'B' },
    ],
  }),
]

test('filters leave what fits all of them, and a claim belongs to each document that it is from', () => {
  expect(filterClaims(claims, { topic: 'pay', document: 'two' }).map(({ id }) => id)).toEqual(['dollars'])
  expect(filterClaims(claims, { document: 'two' }).map(({ id }) => id)).toEqual(['dollars', 'risk'])
})

test('a filter counts what each of its values would show beside the other filters', () => {
  const { topic, kind, document } = claimCounts(claims, { topic: 'pay' })
  expect(topic.all).toBe(5)
  expect(topic.by.get('risk')).toBe(1)
  expect(kind.all).toBe(4)
  expect(document.by.get('two')).toBe(1)
})

test('a figure keeps its unit, its single point and its open end', () => {
  expect(figureWords({ low: 22, high: 40, open: true, unit: 'INR LPA' })).toBe('22–40+ INR LPA')
  expect(figureWords({ low: 250_000, high: null, open: true, unit: 'USD' })).toBe('250,000+ USD')
  expect(figureWords({ low: 25, high: 25, open: false, unit: 'percent' })).toBe('25 percent')
})

test('a quotation stands as a figure only where the claim has one', () => {
  const sources = [{ document: 'one', section: 'Pay', printed: 'a word' }]
  expect(printedFigure({ figures: [], sources })).toBeNull()
  expect(printedFigure({ figures: [{ low: 1, high: 1, open: false, unit: 'year' }], sources })).toBe('a word')
})

test('pay has a column per document and unit, and an empty cell where none is given', () => {
  const columns = payColumns({ claims, documents: [] })
  expect(columns.map(({ key }) => key)).toEqual(['one INR LPA', 'two USD'])
  expect(columns[0]?.cells.architect).toEqual([])
  expect(columns[1]?.cells.senior.map(({ id }) => id)).toEqual(['dollars'])
})

test('an open end reaches no further than the last printed number', () => {
  const [inr, usd] = payColumns({ claims, documents: [] })
  expect(inr && paySpans(inr).senior).toEqual([{ from: 49.5, to: 90, open: true }])
  expect(usd && paySpans(usd).senior).toEqual([{ from: 90, to: 90, open: true }])
  expect(usd && paySpans(usd).entry).toEqual([])
})

import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch'
import { type SearchEntry, type SearchKind, searchEntries, searchKinds } from './search-entries.ts'

/** What was found of one kind, the best first. */
export interface SearchGroup {
  readonly kind: SearchKind
  readonly title: string
  readonly entries: readonly SearchEntry[]
  /** How many were found, also those that are not among `entries`. */
  readonly found: number
}

export type FrameworkSearchIndex = (text: string) => SearchGroup[]

const shownOfKind = 6

// Dots and commas within a figure belong to it: 9.8x, 1,000. Signs around it do as well: ₹40+, 70%.
const between = /[\s\u2010-\u2015\-/()[\]{}"“”„‘’'`;:!?…&|]+|[.,](?!\d)/u
const tokenize = (text: string): string[] => text.split(between).filter(Boolean)

const fold = (term: string): string => term.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const holdsDigit = /\d/

/** A figure is also found without its currency or sign. */
function indexed(term: string): string[] {
  const folded = fold(term)
  const bare = holdsDigit.test(folded) ? folded.replace(/^\P{L}*?(?=\d)|[+%~]+$/gu, '') : folded
  return bare === folded || bare === '' ? [folded] : [folded, bare]
}

/** Errors forgiven in a word, never in a figure. Two letters in the wrong order are two errors. */
const forgiving =
  (errors: number, shortest: number) =>
  (term: string): number | false =>
    term.length >= shortest && !holdsDigit.test(term) && errors

/** Each is tried only where the one before finds nothing; in the end words that stand nowhere together are looked for one by one. */
const attempts: readonly SearchOptions[] = [
  { combineWith: 'AND', fuzzy: forgiving(1, 4) },
  { combineWith: 'AND', fuzzy: forgiving(2, 5) },
  { combineWith: 'OR', fuzzy: forgiving(1, 4) },
  { combineWith: 'OR', fuzzy: forgiving(2, 5) },
]

/** An index over all entries of a framework. Asked, it forgives typing errors and takes beginnings of words. */
export function frameworkSearchIndex(pack: Pack): FrameworkSearchIndex {
  const entries = new Map(searchEntries(pack).map((entry) => [entry.id, entry]))
  const index = new MiniSearch<SearchEntry>({
    fields: ['title', 'aliases', 'printed', 'detail', 'text'],
    tokenize,
    processTerm: indexed,
    searchOptions: {
      processTerm: fold,
      boost: { title: 8, aliases: 4, printed: 2 },
      prefix: (term) => term.length > 1 || holdsDigit.test(term),
      weights: { prefix: 0.6, fuzzy: 0.25 },
    },
  })
  index.addAll([...entries.values()])
  return (text) => {
    const results = attempts.reduce<SearchResult[]>((found, attempt) => (found.length > 0 ? found : index.search(text, attempt)), [])
    const found = Map.groupBy(
      results.flatMap(({ id }) => entries.get(String(id)) ?? []),
      ({ kind }) => kind,
    )
    return [...found].map(([kind, ofKind]) => ({
      kind,
      title: searchKinds[kind],
      entries: ofKind.slice(0, shownOfKind),
      found: ofKind.length,
    }))
  }
}

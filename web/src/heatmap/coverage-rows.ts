import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import type { TeamCounts } from '@plumbline/shared/heatmap/coverage.ts'
import type { TeamSearch } from './team-search.ts'

export interface CoverageRow {
  readonly skill: string
  readonly name: string
  readonly category: string
  readonly expected: number
  readonly rated: number
  readonly met: number
  readonly below: number
  readonly notRated: number
  /** Everybody at level 3 or above, whether their role expects it or not. */
  readonly holders: number
  /** Mean level of the rated; null while nobody is. */
  readonly average: number | null
}

/** The skills that are expected of at least one person, with their counts. */
export function coverageRows(
  counts: TeamCounts,
  { skills, categories }: Pick<Pack, 'skills' | 'categories'>,
  category?: string,
): CoverageRow[] {
  const names = new Map(categories.map(({ id, name }) => [id, name]))
  return skills
    .filter((skill) => category === undefined || skill.category === category)
    .map((skill) => {
      const at = (list: readonly number[]): number => list[skill.position] ?? 0
      const [expected, rated, met] = [at(counts.expected), at(counts.rated), at(counts.met)]
      return {
        skill: skill.id,
        name: skill.name,
        category: names.get(skill.category) ?? skill.category,
        expected,
        rated,
        met,
        below: rated - met,
        notRated: expected - rated,
        holders: at(counts.holders),
        average: rated === 0 ? null : at(counts.levelSum) / rated,
      }
    })
    .filter((row) => row.expected > 0)
}

type Key = NonNullable<TeamSearch['by']>
const words = new Intl.Collator('en', { numeric: true })
const share = (row: CoverageRow): number => row.met / row.expected

const ascending: Record<Key, (a: CoverageRow, b: CoverageRow) => number> = {
  skill: (a, b) => words.compare(a.name, b.name),
  coverage: (a, b) => share(a) - share(b) || b.expected - a.expected,
  below: (a, b) => a.below - b.below,
  notRated: (a, b) => a.notRated - b.notRated,
  holders: (a, b) => a.holders - b.holders,
  average: (a, b) => (a.average ?? -1) - (b.average ?? -1),
}

/** Rows by one column; equal ones stay in the framework's order. */
export function sortedRows(rows: readonly CoverageRow[], by: Key, order: 'ascending' | 'descending'): CoverageRow[] {
  const compare = ascending[by]
  return rows.toSorted(order === 'ascending' ? compare : (a, b) => compare(b, a))
}

/** Those with most people not shown to meet the expectation, at most so many; what is fully met is left out. */
export const mostMissing = (rows: readonly CoverageRow[], most: number): CoverageRow[] =>
  rows
    .filter((row) => row.met < row.expected)
    .toSorted((a, b) => b.expected - b.met - (a.expected - a.met) || b.below - a.below)
    .slice(0, most)

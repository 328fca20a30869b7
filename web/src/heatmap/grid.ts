import { type Mark, gap, mark } from '@plumbline/shared/heatmap/gap.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import type { Level } from '@plumbline/shared/levels/level.ts'
import { type PackIndex, type RoleExpectations, roleExpectations } from '@plumbline/shared/levels/pack-index.ts'
import { type GridOrder, inColumnOrder, inRowOrder } from './grid-order.ts'
import type { HeatmapPerson } from './queries.ts'

/** How often something is expected, and how it stands: met, below, not rated; `gap` adds up the missing levels. */
export interface Tally {
  expected: number
  below: number
  notRated: number
  gap: number
}

export interface GridColumn extends Readonly<Tally> {
  readonly skill: string
  readonly name: string
  readonly category: string
  readonly position: number
}

export interface GridRow extends Readonly<Tally> {
  readonly person: HeatmapPerson
  readonly expectations: RoleExpectations
}

/** Neighbouring columns of one category. */
export interface GridGroup {
  readonly category: string
  readonly name: string
  readonly from: number
  readonly span: number
}

export interface Grid {
  readonly rows: readonly GridRow[]
  readonly columns: readonly GridColumn[]
  readonly groups: readonly GridGroup[]
}

export interface GridFilter {
  readonly category?: string | undefined
  readonly role?: string | undefined
  readonly gaps?: boolean | undefined
  readonly all?: boolean | undefined
  readonly sort?: GridOrder | undefined
}

export interface GridCell {
  readonly level: Level | null
  readonly expected: Level | null
  readonly mark: Mark
}

/** One cell: what is there, what is expected, and how the two stand to each other. */
export function cellOf(person: HeatmapPerson, expectations: RoleExpectations, position: number): GridCell {
  const level = person.levels[position] ?? null
  const expected = expectations[position]?.level ?? null
  return { level, expected, mark: mark(expected, level) }
}

/** People × skills as they are shown: filtered, counted over what is left, and put in order. */
export function gridOf(
  people: readonly HeatmapPerson[],
  { pack, index }: { pack: Pick<Pack, 'skills' | 'categories' | 'roles'>; index: PackIndex },
  { category, role, gaps = false, all = false, sort = 'gap' }: GridFilter,
): Grid {
  const skills = pack.skills.filter((skill) => category === undefined || skill.category === category)
  const columns = skills.map(({ id, name, category, position }) => ({ skill: id, name, category, position, ...nothing() }))
  const rows = people
    .filter((person) => role === undefined || person.roleId === role)
    .map((person) => ({ person, expectations: roleExpectations(index, person.roleId, person.seniority), ...nothing() }))
  for (const row of rows) {
    for (const column of columns) {
      const cell = cellOf(row.person, row.expectations, column.position)
      count(row, cell)
      count(column, cell)
    }
  }
  const kept = columns.filter((column) => (gaps ? column.below > 0 : all || column.expected > 0))
  const ordered = inColumnOrder(kept, pack.categories, sort)
  return {
    rows: inRowOrder(gaps ? rows.filter((row) => row.below > 0) : rows, pack.roles, sort),
    columns: ordered,
    groups: groupsOf(ordered, pack.categories),
  }
}

const nothing = (): Tally => ({ expected: 0, below: 0, notRated: 0, gap: 0 })

function count(tally: Tally, { level, expected, mark }: GridCell): void {
  if (mark === 'not_expected') return
  tally.expected += 1
  if (mark === 'not_rated') tally.notRated += 1
  if (mark === 'below') tally.below += 1
  tally.gap += gap(expected, level) ?? 0
}

function groupsOf(columns: readonly GridColumn[], categories: Pack['categories']): GridGroup[] {
  const names = new Map(categories.map(({ id, name }) => [id, name]))
  const groups: GridGroup[] = []
  for (const [at, { category }] of columns.entries()) {
    const last = groups.at(-1)
    if (last?.category === category) groups[groups.length - 1] = { ...last, span: last.span + 1 }
    else groups.push({ category, name: names.get(category) ?? category, from: at, span: 1 })
  }
  return groups
}

import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import type { GridColumn, GridRow, Tally } from './grid.ts'

/** `gap`: skills of which most is missing first; `name`: by the alphabet; `framework`: as the framework lists skills and roles. */
export type GridOrder = 'gap' | 'name' | 'framework'

const words = new Intl.Collator('en', { numeric: true })

/** Most below expectation first, then most missing levels, then most not rated. */
const gapFirst = (a: Tally, b: Tally): number => b.below - a.below || b.gap - a.gap || b.notRated - a.notRated

/** Skills of one category always stand together, so that a category has one head: the worst skill decides for its category. */
export function inColumnOrder(columns: readonly GridColumn[], categories: Pack['categories'], order: GridOrder): GridColumn[] {
  const places = new Map(categories.map(({ id }, at) => [id, at]))
  const place = (category: string): number => places.get(category) ?? categories.length
  const names = new Map(categories.map(({ id, name }) => [id, name]))
  const within = {
    gap: (a: GridColumn, b: GridColumn) => gapFirst(a, b) || a.position - b.position,
    name: (a: GridColumn, b: GridColumn) => words.compare(a.name, b.name),
    framework: (a: GridColumn, b: GridColumn) => a.position - b.position,
  }[order]
  const groups = [...Map.groupBy(columns, (column) => column.category)].map(([category, members]) => ({
    category,
    members: members.toSorted(within),
  }))
  return groups
    .toSorted((a, b) => {
      const [first, second] = [a.members[0], b.members[0]]
      if (order === 'name') return words.compare(names.get(a.category) ?? '', names.get(b.category) ?? '')
      if (order === 'framework' || !first || !second) return place(a.category) - place(b.category)
      return gapFirst(first, second) || place(a.category) - place(b.category)
    })
    .flatMap(({ members }) => members)
}

/** People by name, or by their role in the framework's order, those without one last. Never by what they lack: that would be a ranking. */
export function inRowOrder(rows: readonly GridRow[], roles: Pack['roles'], order: GridOrder): GridRow[] {
  const places = new Map(roles.map(({ id }, at) => [id, at]))
  const place = ({ person }: GridRow): number => (person.roleId === null ? roles.length : (places.get(person.roleId) ?? roles.length))
  const byName = (a: GridRow, b: GridRow): number => words.compare(a.person.name, b.person.name)
  return rows.toSorted((a, b) => (order === 'framework' ? place(a) - place(b) : 0) || byName(a, b))
}

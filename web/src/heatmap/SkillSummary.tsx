import { coverageText } from '@plumbline/shared/heatmap/coverage.ts'
import type { Framework } from '../frameworks/queries.ts'
import type { Grid, GridColumn } from './grid.ts'
import './Explanation.css'

/** One skill over the people that are shown. */
export function SkillSummary({ column, grid, framework }: { column: GridColumn; grid: Grid; framework: Framework }) {
  const { expected, below, notRated } = column
  const held = grid.rows.filter(({ person }) => (person.levels[column.position] ?? 0) >= 3)
  return (
    <div className="Explanation">
      <dl className="Explanation-facts">
        <dt>Category</dt>
        <dd>{framework.pack.categories.find(({ id }) => id === column.category)?.name}</dd>
        <dt>Coverage</dt>
        <dd>{coverageText({ expected, rated: expected - notRated, met: expected - notRated - below })}</dd>
        <dt>Missing levels</dt>
        <dd>{column.gap}</dd>
        <dt>Held at 3 or above</dt>
        <dd>{heldBy(held.map(({ person }) => person.name))}</dd>
      </dl>
    </div>
  )
}

const most = 5
const heldBy = (names: readonly string[]): string =>
  names.length === 0
    ? 'by nobody shown'
    : `by ${names.length}: ${names.slice(0, most).join(', ')}${names.length > most ? ' and others' : ''}`

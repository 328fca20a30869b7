import { coverageText } from '@plumbline/shared/heatmap/coverage.ts'
import { lazy, Suspense, useMemo } from 'react'
import type { Framework } from '../frameworks/queries.ts'
import { Bar } from '../ui/Bar.tsx'
import { Loading } from '../ui/Loading.tsx'
import type { Sort } from '../ui/SortButton.tsx'
import { type Column, Table } from '../ui/Table.tsx'
import { Toolbar } from '../ui/Toolbar.tsx'
import { CategoryFilter } from './CategoryFilter.tsx'
import { type CoverageRow, coverageRows, mostMissing, sortedRows } from './coverage-rows.ts'
import type { TeamHeatmap } from './queries.ts'
import type { TeamSearch } from './team-search.ts'
import './CoverageView.css'

// The chart's library is larger than the rest of the page: the table is there before it.
const CoverageChart = lazy(async () => ({ default: (await import('./CoverageChart.tsx')).CoverageChart }))

interface CoverageViewProps {
  heatmap: TeamHeatmap
  framework: Framework
  search: TeamSearch
  onSearch: (change: Partial<TeamSearch>) => void
}

const columns: readonly Column<CoverageRow>[] = [
  { key: 'skill', head: 'Skill', cell: SkillName, rowHead: true, sortable: true },
  { key: 'coverage', head: 'Met', cell: (row) => <Bar value={row.met} total={row.expected} words={coverageText(row)} />, sortable: true },
  { key: 'below', head: 'Below', cell: (row) => row.below, numeric: true, sortable: true },
  { key: 'notRated', head: 'Not rated', cell: (row) => row.notRated, numeric: true, sortable: true },
  { key: 'holders', head: 'At 3 or above', cell: (row) => row.holders, numeric: true, sortable: true },
  { key: 'average', head: 'Mean level', cell: (row) => row.average?.toFixed(1) ?? '–', numeric: true, sortable: true },
]

function SkillName({ name, category }: CoverageRow) {
  return (
    <>
      {name}
      <small>{category}</small>
    </>
  )
}

/** Skill by skill: how many of those who should hold it are shown to. The chart draws the table's largest gaps. */
export function CoverageView({ heatmap: { coverage }, framework: { pack }, search, onSearch }: CoverageViewProps) {
  const { category, by = 'coverage', order = 'ascending' } = search
  const rows = useMemo(() => coverageRows(coverage, pack, category), [coverage, pack, category])
  const missing = useMemo(() => mostMissing(rows, 15), [rows])
  const onSort = (sort: Sort): void => {
    const chosen = columns.find((column) => column.key === sort.by)?.key as TeamSearch['by']
    onSearch({ by: chosen, order: sort.order })
  }
  return (
    <>
      <Toolbar label="Filters">
        <CategoryFilter categories={pack.categories} value={category} onChange={(category) => onSearch({ category })} />
      </Toolbar>
      <div className="CoverageView">
        <Table
          caption="Coverage by skill"
          columns={columns}
          rows={sortedRows(rows, by, order)}
          rowKey={(row) => row.skill}
          sort={{ by, order }}
          onSort={onSort}
          empty="No role of these people expects a skill here."
        />
        {missing.length > 0 && (
          <figure className="CoverageView-chart">
            <figcaption>
              Missing most
              <span className="CoverageView-key" data-kind="met">
                met
              </span>
              <span className="CoverageView-key" data-kind="below">
                below
              </span>
              <span className="CoverageView-key" data-kind="unknown">
                not rated
              </span>
            </figcaption>
            <Suspense fallback={<Loading label="Drawing" />}>
              <CoverageChart rows={missing} />
            </Suspense>
          </figure>
        )}
      </div>
    </>
  )
}

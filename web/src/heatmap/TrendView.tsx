import { mostPeopleForTrend } from '@plumbline/shared/heatmap/trend.ts'
import { lazy, Suspense } from 'react'
import { Loaded } from '../api/Loaded.tsx'
import { utcDayOf } from '../ui/dates.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { type Column, Table } from '../ui/Table.tsx'
import { percent } from './percent.ts'
import { type TeamHeatmap, type TeamTrend, useTrend } from './queries.ts'
import { noTrendBecause, type TrendRow, trendRows } from './trend-rows.ts'
import './TrendView.css'

// The chart's library is larger than the rest of the page: the table is there before it.
const TrendChart = lazy(async () => ({ default: (await import('./TrendChart.tsx')).TrendChart }))

const columns: readonly Column<TrendRow>[] = [
  { key: 'month', head: 'As of', cell: ({ label }) => label, rowHead: true },
  { key: 'readiness', head: 'Readiness', cell: ({ readiness }) => percent(readiness), numeric: true },
  { key: 'met', head: 'Met', cell: ({ met, metShare }) => `${met}, ${percent(metShare)}`, numeric: true },
  { key: 'below', head: 'Below', cell: ({ below }) => below, numeric: true },
  { key: 'notRated', head: 'Not rated', cell: ({ notRated }) => notRated, numeric: true },
  { key: 'expected', head: 'Expected', cell: ({ expected }) => expected, numeric: true },
]

const amount = (people: number): string => people.toLocaleString('en')

/** How readiness and coverage came to what they are today, month by month. */
export function TrendView({ heatmap: { team } }: { heatmap: TeamHeatmap }) {
  const read = useTrend(team.id)
  return <Loaded of={read}>{(trend) => <Trend trend={trend} />}</Loaded>
}

function Trend({ trend }: { trend: TeamTrend }) {
  if (trend.tooMany)
    return (
      <EmptyState title="Too many people for a trend">
        It is worked out for teams of up to {amount(mostPeopleForTrend)} people; {amount(trend.people)} are in this one and the teams below
        it. Choose a team below.
      </EmptyState>
    )
  const rows = trendRows(trend)
  const none = noTrendBecause(rows)
  if (none === 'nothing expected')
    return <EmptyState title="No trend yet">Nobody here has a role, so nothing is expected that could be met.</EmptyState>
  if (none === 'nothing rated')
    return <EmptyState title="No trend yet">Nobody here was rated so far. The line begins with the first assessment.</EmptyState>
  return (
    <div className="TrendView">
      <p className="TrendView-about">
        Worked out from the ratings as they stood at the end of each month, with the people, their roles and the expectations of today: the
        lines move only where ratings did.
        {trend.breaks.length > 0 &&
          ' A line across marks the day on which a version of the framework was published; skills that came with it could not be rated before.'}
      </p>
      <figure className="TrendView-chart">
        <figcaption>
          <span className="TrendView-key" data-line="readiness">
            readiness
          </span>
          <span className="TrendView-key" data-line="met">
            expectations met
          </span>
          <span className="TrendView-key" data-line="rated">
            rated
          </span>
        </figcaption>
        <Suspense fallback={<Loading label="Drawing" />}>
          <TrendChart rows={rows} breaks={trend.breaks} />
        </Suspense>
      </figure>
      {trend.breaks.length > 0 && (
        <ul className="TrendView-breaks" aria-label="Published versions">
          {trend.breaks.map(({ day, version, name }) => (
            <li key={version}>
              {utcDayOf(day)}: {name}, version {version}
            </li>
          ))}
        </ul>
      )}
      <Table
        caption="Readiness and coverage by month, the newest first"
        columns={columns}
        rows={rows.toReversed()}
        rowKey={({ day, label }) => `${day} ${label}`}
      />
    </div>
  )
}

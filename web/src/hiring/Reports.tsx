import { Link } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { type Column, Table } from '../ui/Table.tsx'
import type { ReportHead } from './queries.ts'
import { utcDayOf, utcTimeOf } from '../ui/dates.ts'

const columns: readonly Column<ReportHead>[] = [
  {
    key: 'day',
    head: 'Day',
    rowHead: true,
    cell: ({ id, day }) => (
      <Link to={paths.hiringReport} params={{ reportId: id }}>
        {utcDayOf(day)}
      </Link>
    ),
  },
  { key: 'time', head: 'Time (UTC)', cell: ({ createdAt }) => utcTimeOf(createdAt) },
  { key: 'teams', head: 'Teams', cell: ({ teams }) => teams.map(({ name }) => name).join(', ') },
  { key: 'people', head: 'People', numeric: true, cell: ({ people }) => people },
  { key: 'by', head: 'Made by', cell: ({ createdBy }) => createdBy ?? 'somebody who has left' },
]

/** Reports made before, newest first. */
export function Reports({ reports }: { reports: readonly ReportHead[] }) {
  return (
    <Table
      caption="Reports"
      captionHidden
      columns={columns}
      rows={reports}
      rowKey={({ id }) => id}
      empty="No report was made yet. A report keeps the figures of its day, to print or to hand on."
    />
  )
}

import { retentionClasses } from '@plumbline/shared/retention/classes.ts'
import type { RetentionClassId } from '@plumbline/shared/retention/classes.ts'
import { Loaded } from '../api/Loaded.tsx'
import { Section } from '../ui/Section.tsx'
import { Table } from '../ui/Table.tsx'
import { momentOf, utcDayOf } from '../ui/dates.ts'
import { type RetentionPreview, usePreview } from './queries.ts'

const amount = (rows: number): string => rows.toLocaleString('en')

/** What the next run would remove, and what the last ones did. */
export function RetentionRunsAndPreview() {
  const read = usePreview()
  return (
    <>
      <Section title="What the next run would remove" note="Counted just now; nothing is removed by looking.">
        <Loaded of={read}>{({ classes }) => <Due classes={classes} />}</Loaded>
      </Section>
      <Section title="Last runs" note="One a day. Each is in the audit trail as well.">
        <Loaded of={read}>{({ runs }) => <Runs runs={runs} />}</Loaded>
      </Section>
    </>
  )
}

function Due({ classes }: Pick<RetentionPreview, 'classes'>) {
  return (
    <Table
      caption="What the next run would remove"
      captionHidden
      rows={classes}
      rowKey={(row) => row.class}
      columns={[
        { key: 'class', head: 'What', rowHead: true, cell: (row) => retentionClasses[row.class].name },
        { key: 'rows', head: 'Rows', numeric: true, cell: ({ rows }) => amount(rows) },
        { key: 'people', head: 'People', numeric: true, cell: ({ people }) => (people === null ? '–' : amount(people)) },
        { key: 'days', head: 'From', cell: ({ oldest }) => (oldest === null ? '–' : utcDayOf(oldest)) },
        { key: 'until', head: 'To', cell: ({ newest }) => (newest === null ? '–' : utcDayOf(newest)) },
      ]}
    />
  )
}

function Runs({ runs }: Pick<RetentionPreview, 'runs'>) {
  return (
    <Table
      caption="Last runs"
      captionHidden
      rows={runs}
      rowKey={({ id }) => id}
      empty="None yet. The first one is made within the hour."
      columns={[
        { key: 'at', head: 'When', rowHead: true, cell: ({ startedAt }) => momentOf(startedAt) },
        { key: 'removed', head: 'Removed', cell: ({ removed }) => removedWords(removed) },
        { key: 'ended', head: 'Ended', cell: ({ endedAt }) => (endedAt === null ? 'under way' : momentOf(endedAt)) },
      ]}
    />
  )
}

function removedWords(removed: RetentionPreview['runs'][number]['removed']): string {
  const parts = Object.entries(removed).map(([id, rows]) => `${retentionClasses[id as RetentionClassId].name}: ${amount(rows)}`)
  return parts.length === 0 ? 'nothing was old enough' : parts.join(', ')
}

import { retentionClasses, retentionClassIds } from '@plumbline/shared/retention/classes.ts'
import type { RetentionDays } from '@plumbline/shared/retention/classes.ts'
import { Table } from '../ui/Table.tsx'

/** Every class of data with its days, what goes and why it is kept that long. */
export function RulesTable({ days }: { days: RetentionDays }) {
  return (
    <Table
      caption="How long data is kept"
      captionHidden
      rows={retentionClassIds}
      rowKey={(id) => id}
      columns={[
        { key: 'class', head: 'What', rowHead: true, cell: (id) => retentionClasses[id].name },
        { key: 'days', head: 'Days', numeric: true, cell: (id) => days[id].toLocaleString('en') },
        { key: 'goes', head: 'What goes', cell: (id) => retentionClasses[id].goes },
        { key: 'why', head: 'Why it is kept', cell: (id) => retentionClasses[id].why },
      ]}
    />
  )
}

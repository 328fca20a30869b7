import { heldClasses, heldKeys } from '@plumbline/shared/privacy/held-classes.ts'
import type { HeldClass, HeldKey } from '@plumbline/shared/privacy/held-classes.ts'
import { Table } from '../ui/Table.tsx'
import './HeldTable.css'

const whatAndWhy = ({ name, why }: HeldClass) => (
  <>
    {name}
    <span className="HeldTable-why">{why}</span>
  </>
)

/** Every class of data, also those of which there is nothing. */
export function HeldTable({ rows }: { rows: Readonly<Record<HeldKey, number>> }) {
  const classes = heldKeys.map((key): HeldClass & { key: HeldKey } => ({ key, ...heldClasses[key] }))
  return (
    <Table
      caption="What is held on me, by kind"
      captionHidden
      rows={classes}
      rowKey={({ key }) => key}
      columns={[
        { key: 'name', head: 'What, and what for', rowHead: true, cell: whatAndWhy },
        { key: 'rows', head: 'Entries', numeric: true, cell: ({ key }) => rows[key].toLocaleString('en') },
        { key: 'seenBy', head: 'Who sees it', cell: ({ seenBy }) => seenBy },
        { key: 'erased', head: 'When I am erased', cell: ({ erased }) => (erased === 'goes' ? 'Deleted' : 'Stays without my name') },
      ]}
    />
  )
}

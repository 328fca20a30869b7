import type { LevelCount } from '@plumbline/shared/practices/explain.ts'
import { type Column, Table } from '../ui/Table.tsx'

const columns: readonly Column<LevelCount>[] = [
  { key: 'level', head: 'Level', rowHead: true, cell: ({ level, name }) => `${level} ${name}` },
  { key: 'met', head: 'Most or all', numeric: true, cell: ({ met }) => met },
  { key: 'applicable', head: 'Applicable', numeric: true, cell: ({ applicable }) => applicable },
  { key: 'unanswered', head: 'Not answered', numeric: true, cell: ({ unanswered }) => unanswered },
  { key: 'notApplicable', head: 'Not applicable', numeric: true, cell: ({ notApplicable }) => notApplicable },
]

/** The counts that decide the level. */
export function LevelTable({ levels }: { levels: readonly LevelCount[] }) {
  return (
    <div className="LevelTable">
      <Table caption="Practices per maturity level" captionHidden columns={columns} rows={levels} rowKey={({ level }) => String(level)} />
    </div>
  )
}

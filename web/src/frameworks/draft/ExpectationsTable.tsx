import { levelNamesOf } from '@plumbline/shared/levels/level.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { type Column, Table } from '../../ui/Table.tsx'
import { useEditing } from './editing.ts'
import { ExpectationNow } from './ExpectationNow.tsx'
import { cellOf, type EditedCell, levelsAtMid } from './expectation-row.ts'
import { ImportanceField, LevelField, ReasonField } from './ExpectationFields.tsx'

interface ExpectationsTableProps {
  role: string
  find: string
  edited: ReadonlyMap<string, EditedCell>
  onEdit: (skill: string, cell: EditedCell) => void
}

/** One line of the table: a skill and what is said of it. */
interface Line {
  readonly id: string
  readonly name: string
  readonly now: Pack['expectations'][string][string] | undefined
  readonly cell: EditedCell
  readonly isEdited: boolean
}

type Edit = (id: string, part: Partial<EditedCell>) => void

const columnsOf = (levels: readonly { value: string; label: string }[], edit: Edit): readonly Column<Line>[] => [
  { key: 'skill', head: 'Skill', rowHead: true, cell: ({ name }) => name },
  { key: 'now', head: 'In the draft', cell: ({ now, isEdited }) => <ExpectationNow expectation={now} isEdited={isEdited} /> },
  {
    key: 'level',
    head: 'Level at mid',
    cell: ({ id, name, cell }) => <LevelField of={name} levels={levels} cell={cell} onChange={(part) => edit(id, part)} />,
  },
  {
    key: 'importance',
    head: 'Importance',
    cell: ({ id, name, cell }) => <ImportanceField of={name} cell={cell} onChange={(part) => edit(id, part)} />,
  },
  {
    key: 'reason',
    head: 'Your own reason, optional',
    cell: ({ id, name, cell }) => <ReasonField of={name} cell={cell} onChange={(part) => edit(id, part)} />,
  },
]

/** A role's row of the matrix, turned on its side: a line per skill. */
export function ExpectationsTable({ role, find, edited, onEdit }: ExpectationsTableProps) {
  const { pack } = useEditing()
  const names = levelNamesOf(pack)
  const words = find.toLowerCase().split(/\s+/)
  const cellIn = (id: string) => edited.get(id) ?? cellOf(pack.expectations[role]?.[id])
  const lines = pack.skills
    .filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)))
    .map(({ id, name }): Line => ({ id, name, now: pack.expectations[role]?.[id], cell: cellIn(id), isEdited: edited.has(id) }))
  const levels = [
    { value: '', label: 'blank' },
    ...levelsAtMid(pack).map((level) => ({ value: String(level), label: `${level} ${names[level]}` })),
  ]
  return (
    <Table
      caption="What the role expects at mid level"
      captionHidden
      columns={columnsOf(levels, (id, part) => onEdit(id, { ...cellIn(id), ...part }))}
      rows={lines}
      rowKey={({ id }) => id}
      empty={`No skill is called “${find}”.`}
    />
  )
}

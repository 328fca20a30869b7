import type { ImportRow } from '@plumbline/shared/imports/contract.ts'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Select } from '../ui/Select.tsx'
import { type Column, Table } from '../ui/Table.tsx'
import { Tag } from '../ui/Tag.tsx'
import { Toolbar } from '../ui/Toolbar.tsx'

/** Rows shown at a time: a file may have thousands. */
const perPage = 100

type Kind = 'all' | 'wrong' | 'add' | 'change' | 'same'

const kindOf = (row: ImportRow): Exclude<Kind, 'all'> => row.action ?? 'wrong'

const labels: Readonly<Record<Kind, string>> = {
  all: 'All rows',
  wrong: 'Rows to correct',
  add: 'To add',
  change: 'To change',
  same: 'As before',
}

/** The rows of the file with what is wrong beside each cell. Opens on the rows to correct, where there are any. */
export function PreviewRows({ rows }: { rows: readonly ImportRow[] }) {
  const groups = Map.groupBy(rows, kindOf)
  const [kind, setKind] = useState<Kind>(groups.has('wrong') ? 'wrong' : 'all')
  const [page, setPage] = useState(0)
  const shown = kind === 'all' ? rows : (groups.get(kind) ?? [])
  const from = page * perPage
  const to = Math.min(from + perPage, shown.length)
  const count = (one: Kind): number => (one === 'all' ? rows : (groups.get(one) ?? [])).length
  const kinds = (Object.keys(labels) as Kind[]).filter((one) => one === kind || count(one) > 0)
  const choose = (next: Kind): void => {
    setKind(next)
    setPage(0)
  }
  return (
    <>
      <div className="ImportFile-foot">
        <Toolbar label="Rows of the file">
          <Select
            label="Rows"
            labelHidden
            value={kind}
            onChange={choose}
            options={kinds.map((one) => ({ value: one, label: `${labels[one]} (${count(one).toLocaleString('en')})` }))}
          />
        </Toolbar>
      </div>
      <Table
        caption="Rows of the file"
        captionHidden
        columns={columns}
        rows={shown.slice(from, to)}
        rowKey={({ line }) => String(line)}
        empty="No such rows."
      />
      {shown.length > perPage && (
        <nav className="ImportFile-foot" aria-label="Pages of the rows">
          <Button disabled={page === 0} onClick={() => setPage(page - 1)}>
            Previous
          </Button>
          <Button disabled={to >= shown.length} onClick={() => setPage(page + 1)}>
            Next
          </Button>
          <span role="status">
            {(from + 1).toLocaleString('en')}–{to.toLocaleString('en')} of {shown.length.toLocaleString('en')}
          </span>
        </nav>
      )}
    </>
  )
}

const tones = { add: 'ok', change: 'accent', same: 'neutral', wrong: 'danger' } as const
const actions = { add: 'add', change: 'change', same: 'as before', wrong: 'to correct' } as const

const columns: readonly Column<ImportRow>[] = [
  { key: 'line', head: 'Line', numeric: true, cell: ({ line }) => line },
  { key: 'action', head: 'Effect', cell: (row) => <Action row={row} /> },
  { key: 'name', head: 'Name', rowHead: true, cell: (row) => <Cell row={row} column="name" /> },
  { key: 'email', head: 'E-mail', cell: (row) => <Cell row={row} column="email" /> },
  { key: 'team', head: 'Team', cell: (row) => <Cell row={row} column="team" /> },
  { key: 'role', head: 'Role', cell: (row) => <Cell row={row} column="role" /> },
  { key: 'seniority', head: 'Seniority', cell: (row) => <Cell row={row} column="seniority" /> },
  { key: 'lead', head: 'Lead', cell: (row) => <Cell row={row} column="lead" /> },
]

function Action({ row }: { row: ImportRow }) {
  const kind = kindOf(row)
  return (
    <div className="ImportFile-cell">
      <span>
        <Tag tone={tones[kind]}>{actions[kind]}</Tag>
      </span>
      <Problems row={row} column="" />
    </div>
  )
}

function Cell({ row, column }: { row: ImportRow; column: 'name' | 'email' | 'team' | 'role' | 'seniority' | 'lead' }) {
  return (
    <div className="ImportFile-cell">
      <span>{row[column] === '' ? '–' : row[column]}</span>
      <Problems row={row} column={column} />
    </div>
  )
}

/** The words about one cell; about the row as a whole where `column` is ''. */
function Problems({ row, column }: { row: ImportRow; column: string }) {
  return row.problems
    .filter((problem) => problem.column === column)
    .map(({ message }) => (
      <span key={message} className="Field-error">
        <Icon name="error" />
        {message}
      </span>
    ))
}

import { Notice } from '../../ui/Notice.tsx'
import { type Column, Table } from '../../ui/Table.tsx'
import type { ImportProblem } from './import-problems.ts'

const columns: readonly Column<ImportProblem>[] = [
  { key: 'line', head: 'Line', numeric: true, cell: ({ line }) => line },
  { key: 'column', head: 'Column', numeric: true, cell: ({ column }) => column },
  { key: 'message', head: 'What is wrong', rowHead: true, cell: ({ message }) => message },
  { key: 'text', head: 'The line', cell: ({ excerpt }) => (excerpt === '' ? 'an empty line' : <pre>{excerpt}</pre>) },
]

interface ImportProblemsProps {
  problems: readonly ImportProblem[]
  /** The text was changed since. */
  isOld: boolean
}

/** All that is wrong in a file, with its places. */
export function ImportProblems({ problems, isOld }: ImportProblemsProps) {
  return (
    <>
      <Notice kind="error" title="Nothing was written">
        {problems.length === 1 ? 'One thing is wrong' : `${problems.length} things are wrong`} in the file. Correct it here or in your
        editor, and send it again.{isOld && ' The text was changed since: lines may have moved.'}
      </Notice>
      <Table
        caption="What is wrong in the file"
        captionHidden
        columns={columns}
        rows={problems}
        rowKey={({ line, column, message }) => `${line}:${column} ${message}`}
      />
    </>
  )
}

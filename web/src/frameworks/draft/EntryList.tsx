import { useMemo, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { type Column, Table } from '../../ui/Table.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { useEditing } from './editing.ts'
import { EntryDialog } from './EntryDialog.tsx'
import { type EntryRow, entryRows, type ListName, listWords } from './entry-lists.ts'
import { RemoveDialog } from './RemoveDialog.tsx'
import { SplitDialog } from './SplitDialog.tsx'
import './EntryList.css'

interface EntryListProps {
  list: ListName
  find: string
  adding: boolean
  onAdded: () => void
}

type Task = { readonly what: 'change' | 'split' | 'remove'; readonly id: string }

const columnsOf = (list: ListName, onTask: (task: Task) => void): readonly Column<EntryRow>[] => {
  const action = (what: Task['what'], label: string, { id, name }: EntryRow) => (
    <Button variant="quiet" aria-label={`${label} ${name}`} onClick={() => onTask({ what, id })}>
      {label}
    </Button>
  )
  return [
    {
      key: 'name',
      head: 'Name',
      rowHead: true,
      cell: ({ name, state }) => (
        <>
          {name} {state !== 'as before' && <Tag tone="accent">{state}</Tag>}
        </>
      ),
    },
    { key: 'about', head: listWords[list].about, cell: ({ about }) => about },
    {
      key: 'do',
      head: 'Actions',
      cell: (row) => (
        <span className="EntryList-do">
          {action('change', 'Change', row)}
          {list === 'skills' && action('split', 'Split', row)}
          {action('remove', 'Remove', row)}
        </span>
      ),
    },
  ]
}

/** The entries of one list of the draft, each with what can be done to it. */
export function EntryList({ list, find, adding, onAdded }: EntryListProps) {
  const { pack, differences } = useEditing()
  const [task, setTask] = useState<Task | null>(null)
  const rows = useMemo(() => entryRows(pack, differences, list, find), [pack, differences, list, find])
  const words = listWords[list]
  const done = () => setTask(null)
  return (
    <div className="EntryList">
      <Table
        caption={`${words.title} of the draft`}
        captionHidden
        columns={columnsOf(list, setTask)}
        rows={rows}
        rowKey={({ id }) => id}
        empty={find === '' ? `The draft has no ${words.one}.` : `Nothing here is called “${find}”.`}
      />
      {adding && <EntryDialog list={list} id={null} onClose={onAdded} />}
      {task?.what === 'change' && <EntryDialog list={list} id={task.id} onClose={done} />}
      {task?.what === 'split' && <SplitDialog id={task.id} onClose={done} />}
      {task?.what === 'remove' && <RemoveDialog list={list} id={task.id} onClose={done} />}
    </div>
  )
}

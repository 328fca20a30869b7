import type { AuditEvent } from '@plumbline/shared/audit/contract.ts'
import { Link } from '@tanstack/react-router'
import { paths } from '../paths.ts'
import { Details } from '../ui/Details.tsx'
import { Table } from '../ui/Table.tsx'
import { momentOf } from '../ui/dates.ts'
import type { AuditSearch } from './audit-search.ts'
import { actionWords, changedIn } from './event-words.ts'

/** Events as rows. Who and what lead to all events of that person and that subject. */
export function AuditTable({ events, filter, empty }: { events: readonly AuditEvent[]; filter: AuditSearch; empty: string }) {
  const within = { ...filter, after: undefined }
  return (
    <Table
      caption="Events, newest first"
      captionHidden
      rows={events}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        { key: 'at', head: 'When', cell: ({ at }) => momentOf(at) },
        { key: 'action', head: 'Action', rowHead: true, cell: ({ action }) => actionWords(action) },
        { key: 'person', head: 'Who', cell: (event) => whoOf(event, within) },
        { key: 'subject', head: 'Subject', cell: (event) => subjectOf(event, within) },
        { key: 'detail', head: 'What changed', cell: changesOf },
        { key: 'means', head: 'By', cell: ({ means }) => means },
        { key: 'seal', head: 'Seal', numeric: true, cell: ({ seal }) => (seal === null ? 'not yet' : seal.toLocaleString('en')) },
      ]}
    />
  )
}

function whoOf({ person }: AuditEvent, within: AuditSearch) {
  if (person === null) return '–'
  return (
    <Link to={paths.audit} search={{ ...within, person: person.id }}>
      {person.name ?? 'someone removed since'}
    </Link>
  )
}

function subjectOf({ subject }: AuditEvent, within: AuditSearch) {
  return (
    <Link className="AuditPage-subject" to={paths.audit} search={{ ...within, subject }}>
      {subject}
    </Link>
  )
}

function changesOf({ detail }: AuditEvent) {
  const changes = changedIn(detail)
  if (changes.length === 0) return '–'
  const list = (
    <ul className="AuditPage-changes">
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          {field}: {before !== undefined && `${before} → `}
          {after}
        </li>
      ))}
    </ul>
  )
  return changes.length <= 2 ? list : <Details summary={`${changes.length} fields`}>{list}</Details>
}

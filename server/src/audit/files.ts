import { stringify } from 'csv-stringify/sync'
import type { GivenOf } from '@plumbline/shared/http/route.ts'
import type { listAuditRoute } from '@plumbline/shared/audit/contract.ts'

export type Event = GivenOf<typeof listAuditRoute>['events'][number]

const columns = ['at', 'person', 'person_id', 'account_id', 'means', 'action', 'subject', 'detail', 'seal', 'id'] as const

const flat = ({ person, accountId, ...event }: Event) => ({
  ...event,
  at: String(event.at instanceof Date ? event.at.toISOString() : event.at),
  person: person?.name ?? null,
  person_id: person?.id ?? null,
  account_id: accountId,
})

/** RFC 4180 in UTF-8. A cell that a spreadsheet would take for a formula begins with an apostrophe; what changed is JSON in `detail`. */
export const eventsCsv = (events: readonly Event[]): string =>
  stringify(
    events.map((event) => ({ ...flat(event), detail: JSON.stringify(event.detail) })),
    { header: true, columns: [...columns], escape_formulas: true, record_delimiter: 'windows' },
  )

/** One JSON object per line, with the columns of the CSV as keys. */
export const eventLines = (events: readonly Event[]): string => events.map((event) => `${JSON.stringify(flat(event))}\n`).join('')

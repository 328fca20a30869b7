import { setImmediate } from 'node:timers/promises'
import { stringify } from 'csv-stringify/sync'
import type { HeldRow } from '@plumbline/shared/privacy/contract.ts'

const columns = ['class', 'id', 'at', 'field', 'value'] as const
const rowsAtOnce = 1000

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** A line per value that is there; `id` and `at` say of which row. */
const linesOf = (key: string, { id, at, ...fields }: HeldRow) =>
  Object.entries(fields)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([field, value]) => ({ class: key, id, at, field, value: text(value) }))

/** RFC 4180 in UTF-8. A cell that a spreadsheet would take for a formula begins with an apostrophe. Others are served between blocks. */
export async function heldCsv(classes: ReadonlyMap<string, readonly HeldRow[]>): Promise<string> {
  const parts = [`${columns.join(',')}\r\n`]
  for (const [key, rows] of classes)
    for (let from = 0; from < rows.length; from += rowsAtOnce) {
      const lines = rows.slice(from, from + rowsAtOnce).flatMap((row) => linesOf(key, row))
      parts.push(stringify(lines, { columns: [...columns], escape_formulas: true, record_delimiter: 'windows' }))
      await setImmediate()
    }
  return parts.join('')
}

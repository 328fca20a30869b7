import type { Place } from './grid-keys.ts'

// Roles are given although table elements imply them: browsers drop what an element implies once its display is not a table's.

/** Lines of heads above the rows: one that groups the columns, then their own. Row 0 of a place is the second of them. */
const firstRow = 2

export const gridOfSize = (count: { rows: number; columns: number }) => {
  return { role: 'grid', 'aria-rowcount': count.rows + firstRow, 'aria-colcount': count.columns + 1 }
}

export const gridPart = { role: 'rowgroup' }

/** The line that groups the columns is row -1: no key leads there. */
export const gridRow = (row: number) => ({ role: 'row', 'aria-rowindex': row + firstRow })

/** `focus` is the column that Tab reaches, where it is in this row. */
export function gridCell(role: 'gridcell' | 'columnheader' | 'rowheader', column: number, focus: number | null) {
  return { role, 'aria-colindex': column + 1, tabIndex: focus === column ? 0 : undefined }
}

export const selectorOf = ({ row, column }: Place): string => `tr[aria-rowindex="${row + firstRow}"] > [aria-colindex="${column + 1}"]`

/** The place of the cell that something happened in; null outside of cells, and in the line of groups. */
export function placeIn(target: EventTarget): Place | null {
  const cell = target instanceof Element ? target.closest('[aria-colindex]') : null
  const row = Number(cell?.closest('tr')?.getAttribute('aria-rowindex')) - firstRow
  return cell === null || row < 0 ? null : { row, column: Number(cell.getAttribute('aria-colindex')) - 1 }
}

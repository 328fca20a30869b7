import type { ReactNode } from 'react'
import { reachableWhenScrolling } from './reachable.ts'
import { SortButton, type Sort } from './SortButton.tsx'
import './Table.css'
import './VisuallyHidden.css'

export interface Column<Row> {
  key: string
  head: string
  cell: (row: Row) => ReactNode
  /** Right-aligned, in figures of one width. */
  numeric?: boolean
  /** The cell names its row. One column of a table should. */
  rowHead?: boolean
  sortable?: boolean
}

interface TableProps<Row> {
  caption: string
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** The order shown, kept by the page (in its address); the table itself sorts nothing. */
  sort?: Sort | undefined
  onSort?: (sort: Sort) => void
  /** What stands in place of rows when there are none. */
  empty?: ReactNode
}

/** A table with a head that stays in sight. For hundreds of rows at most; the heatmap has its own window. */
export function Table<Row>({ caption, captionHidden = false, columns, rows, rowKey, sort, onSort, empty }: TableProps<Row>) {
  return (
    <div ref={reachableWhenScrolling} className="Table-frame" role="group" aria-label={caption}>
      <table className="Table">
        <caption className={captionHidden ? 'VisuallyHidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" data-numeric={column.numeric} aria-sort={ariaSort(column, sort)}>
                {column.sortable === true && onSort !== undefined ? (
                  <SortButton column={column.key} sort={sort} onSort={onSort} firstDescending={column.numeric === true}>
                    {column.head}
                  </SortButton>
                ) : (
                  column.head
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) =>
                column.rowHead === true ? (
                  <th key={column.key} scope="row" data-numeric={column.numeric}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} data-numeric={column.numeric}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
          {rows.length === 0 && empty !== undefined && (
            <tr>
              <td className="Table-empty" colSpan={columns.length}>
                {empty}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}

function ariaSort<Row>(column: Column<Row>, sort: Sort | undefined): 'ascending' | 'descending' | undefined {
  return sort?.by === column.key ? sort.order : undefined
}

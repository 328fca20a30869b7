/** A place in the grid. Row 0 holds the heads of the columns, column 0 those of the rows. */
export interface Place {
  readonly row: number
  readonly column: number
}

interface Size {
  /** Without the heads. */
  readonly rows: number
  readonly columns: number
  /** Rows that a page holds. */
  readonly page: number
}

const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, value))

/** The place nearest to one that may have been filtered away. */
export const inside = ({ row, column }: Place, { rows, columns }: Omit<Size, 'page'>): Place => ({
  row: clamp(row, rows),
  column: clamp(column, columns),
})

/** Where a key leads, or null for a key that does not move. Home and End stay in the row, with Ctrl they go to the corners. */
export function placeAfter({ row, column }: Place, { key, ctrlKey }: { key: string; ctrlKey: boolean }, size: Size): Place | null {
  const to = (row: number, column: number): Place => inside({ row, column }, size)
  switch (key) {
    case 'ArrowUp':
      return to(row - 1, column)
    case 'ArrowDown':
      return to(row + 1, column)
    case 'ArrowLeft':
      return to(row, column - 1)
    case 'ArrowRight':
      return to(row, column + 1)
    case 'PageUp':
      return to(row - size.page, column)
    case 'PageDown':
      return to(row + size.page, column)
    case 'Home':
      return to(ctrlKey ? 0 : row, 0)
    case 'End':
      return to(ctrlKey ? size.rows : row, size.columns)
    default:
      return null
  }
}

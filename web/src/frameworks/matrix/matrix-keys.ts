import { type Place, placeAfter } from '../../ui/grid-keys.ts'
import type { MatrixLine } from './matrix-sheet.ts'

interface MatrixSize {
  readonly lines: readonly Pick<MatrixLine, 'kind'>[]
  readonly columns: number
  /** Rows that a page holds. */
  readonly page: number
}

/** Where a key leads, or null for a key that does not move. Names of categories are passed over: a category is never without a skill. */
export function matrixPlaceAfter(
  from: Place,
  press: { key: string; ctrlKey: boolean },
  { lines, columns, page }: MatrixSize,
): Place | null {
  const place = placeAfter(from, press, { rows: lines.length, columns, page })
  if (place === null || lines[place.row - 1]?.kind !== 'category') return place
  return { ...place, row: place.row < from.row ? place.row - 1 : place.row + 1 }
}

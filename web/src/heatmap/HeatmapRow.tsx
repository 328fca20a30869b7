import { memo } from 'react'
import { levelCell } from '../ui/level-cell.ts'
import { type GridColumn, type GridRow, cellOf } from './grid.ts'
import { gridCell, gridRow } from '../ui/grid-attributes.ts'
import { skippedBefore } from './grid-window.ts'

interface HeatmapRowProps {
  row: GridRow
  /** From 0 among the people. */
  at: number
  columns: readonly GridColumn[]
  shown: readonly number[]
  /** The column that can be reached by Tab, where it is in this row. */
  focus: number | null
  detail: string
}

/** One person: a name that stays in sight, and a cell per skill, each of one node. */
export const HeatmapRow = memo(function HeatmapRow({ row, at, columns, shown, focus, detail }: HeatmapRowProps) {
  const skipped = skippedBefore(shown)
  return (
    <tr {...gridRow(at + 1)} className="Heatmap-row" style={{ top: `calc(var(--row) * ${at})` }}>
      <th {...gridCell('rowheader', 0, focus)} scope="row" className="Heatmap-name">
        <span>{row.person.name}</span> <small>{detail}</small>
      </th>
      {shown.map((index, nth) => {
        const column = columns[index]
        if (!column) return null
        const { level, mark } = cellOf(row.person, row.expectations, column.position)
        const gap = skipped[nth] ?? 0
        return (
          <td
            key={column.skill}
            {...gridCell('gridcell', index + 1, focus)}
            {...(mark === 'not_expected' ? { className: 'Heatmap-other' } : levelCell(level, mark === 'below'))}
            style={gap > 0 ? { marginInlineStart: `calc(var(--cell) * ${gap} + 1px)` } : undefined}
          >
            {level}
          </td>
        )
      })}
    </tr>
  )
})

import { useState } from 'react'
import type { Grid } from './grid.ts'
import { gridOfSize, gridPart } from '../ui/grid-attributes.ts'
import { inside, type Place, placeAfter } from '../ui/grid-keys.ts'
import { useGridWalk } from '../ui/use-grid-walk.ts'
import { HeatmapHead } from './HeatmapHead.tsx'
import { HeatmapRow } from './HeatmapRow.tsx'
import { cellRem, rowRem, useGridWindow } from './use-grid-window.ts'
import './Heatmap.css'

interface HeatmapProps {
  grid: Grid
  label: string
  /** What stands under a name: the role. */
  detailOf: (roleId: string | null) => string
  /** Enter, Space or a click: row 0 is the head of a skill, column 0 the name of a person. */
  onOpen: (place: Place, cell: HTMLElement) => void
}

/** People × skills as one grid, whatever its size: a real table of which a window is rendered, with one cell in the order of Tab. */
export function Heatmap({ grid, label, detailOf, onOpen }: HeatmapProps) {
  const count = { rows: grid.rows.length, columns: grid.columns.length }
  const [wanted, setWanted] = useState<Place>({ row: 1, column: 1 })
  const place = inside(wanted, count)
  const { frame, rows, columns, page, onScroll } = useGridWindow(count, place)
  const after = (press: { key: string; ctrlKey: boolean }) => placeAfter(place, press, { ...count, page })
  const walk = useGridWalk({ frame, place, onMove: setWanted, after, onOpen })
  const style = { '--row': `${rowRem}rem`, '--cell': `${cellRem}rem`, '--rows': count.rows, '--columns': count.columns }
  return (
    <div ref={frame} className="Heatmap-frame" style={style as object} onScroll={onScroll}>
      <table {...gridOfSize(count)} {...walk} className="Heatmap" aria-label={label}>
        <HeatmapHead grid={grid} shown={columns} focus={place.row === 0 ? place.column : null} />
        <tbody {...gridPart} className="Heatmap-body">
          {rows.map((at) => {
            const row = grid.rows[at]
            if (!row) return null
            const focus = place.row === at + 1 ? place.column : null
            return (
              <HeatmapRow
                key={row.person.id}
                row={row}
                at={at}
                columns={grid.columns}
                shown={columns}
                focus={focus}
                detail={detailOf(row.person.roleId)}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

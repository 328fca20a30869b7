import { memo } from 'react'
import type { Grid } from './grid.ts'
import { gridCell, gridPart, gridRow } from '../ui/grid-attributes.ts'
import { skippedBefore } from './grid-window.ts'

interface HeatmapHeadProps {
  grid: Grid
  shown: readonly number[]
  /** The column that can be reached by Tab, where it is in the heads. */
  focus: number | null
}

/** Categories above skills. The heads of the skills belong to the grid's arrow keys, the categories only name them. */
export const HeatmapHead = memo(function HeatmapHead({ grid: { columns, groups }, shown, focus }: HeatmapHeadProps) {
  const skipped = skippedBefore(shown)
  return (
    <thead {...gridPart} className="Heatmap-head">
      <tr {...gridRow(-1)} className="Heatmap-categories">
        <td {...gridCell('gridcell', 0, null)} className="Heatmap-corner" />
        {groups.map((group) => (
          <th
            key={group.category}
            {...gridCell('columnheader', group.from + 1, null)}
            scope="colgroup"
            colSpan={group.span}
            aria-colspan={group.span}
            title={group.name}
            style={{ width: `calc(var(--cell) * ${group.span})` }}
          >
            <span>{group.name}</span>
          </th>
        ))}
      </tr>
      <tr {...gridRow(0)} className="Heatmap-skills">
        <th {...gridCell('columnheader', 0, focus)} scope="col" className="Heatmap-corner">
          Person
        </th>
        {shown.map((index, nth) => {
          const column = columns[index]
          if (!column) return null
          const gap = skipped[nth] ?? 0
          return (
            <th
              key={column.skill}
              {...gridCell('columnheader', index + 1, focus)}
              scope="col"
              title={column.name}
              data-first={groups.some((group) => group.from === index) || undefined}
              style={gap > 0 ? { marginInlineStart: `calc(var(--cell) * ${gap})` } : undefined}
            >
              <span>{column.name}</span>
            </th>
          )
        })}
      </tr>
    </thead>
  )
})

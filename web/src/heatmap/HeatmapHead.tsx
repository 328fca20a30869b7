import { memo } from 'react'
import type { Grid } from './grid.ts'
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
    <thead role="rowgroup" className="Heatmap-head">
      <tr role="row" aria-rowindex={1} className="Heatmap-categories">
        <td role="gridcell" aria-colindex={1} className="Heatmap-corner" />
        {groups.map((group) => (
          <th
            key={group.category}
            role="columnheader"
            scope="colgroup"
            colSpan={group.span}
            aria-colindex={group.from + 2}
            aria-colspan={group.span}
            title={group.name}
            style={{ width: `calc(var(--cell) * ${group.span})` }}
          >
            <span>{group.name}</span>
          </th>
        ))}
      </tr>
      <tr role="row" aria-rowindex={2} className="Heatmap-skills">
        <th role="columnheader" scope="col" aria-colindex={1} className="Heatmap-corner" tabIndex={focus === 0 ? 0 : undefined}>
          Person
        </th>
        {shown.map((index, nth) => {
          const column = columns[index]
          if (!column) return null
          const gap = skipped[nth] ?? 0
          return (
            <th
              key={column.skill}
              role="columnheader"
              scope="col"
              aria-colindex={index + 2}
              title={column.name}
              data-first={groups.some((group) => group.from === index) || undefined}
              tabIndex={focus === index + 1 ? 0 : undefined}
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

import { levelNames } from '@plumbline/shared/levels/level.ts'
import type { Level } from '@plumbline/shared/levels/level.ts'
import { LevelCell } from '../ui/LevelCell.tsx'
import './HeatmapLegend.css'

/** What the numbers and marks of the heatmap mean. */
export function HeatmapLegend() {
  return (
    <ul className="HeatmapLegend" aria-label="Legend">
      {levelNames.map((name, level) => (
        <li key={name}>
          <LevelCell level={level as Level} /> {name}
        </li>
      ))}
      <li>
        <LevelCell level={2} below /> below expectation
      </li>
      <li>
        <LevelCell level={null} /> not rated
      </li>
      <li>
        <span aria-hidden="true" className="HeatmapLegend-dot" /> not expected
      </li>
    </ul>
  )
}

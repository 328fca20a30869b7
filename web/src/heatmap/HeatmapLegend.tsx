import { LevelCell } from '../ui/LevelCell.tsx'
import { levels } from '../ui/level-keys.ts'
import { useLevelNames } from '../ui/level-names.ts'
import './HeatmapLegend.css'

/** What the numbers and marks of the heatmap mean. */
export function HeatmapLegend() {
  const names = useLevelNames()
  return (
    <ul className="HeatmapLegend" aria-label="Legend">
      {levels.map((level) => (
        <li key={level}>
          <LevelCell level={level} /> {names[level]}
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

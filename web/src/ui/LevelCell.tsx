import { type Level, levelNames } from '@plumbline/shared/levels/level.ts'
import { levelCell } from './level-cell.ts'

/** A level outside the heatmap: in a legend, a profile, a sentence. `below`: under what is expected. */
export function LevelCell({ level, below = false }: { level: Level | null; below?: boolean }) {
  return (
    <span {...levelCell(level, below)} title={level === null ? 'not rated' : levelNames[level]}>
      {level}
    </span>
  )
}

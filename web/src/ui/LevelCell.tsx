import type { Level } from '@plumbline/shared/levels/level.ts'
import { levelCell } from './level-cell.ts'
import { useLevelNames } from './level-names.ts'

/** A level outside the heatmap: in a legend, a profile, a sentence. `below`: under what is expected. */
export function LevelCell({ level, below = false }: { level: Level | null; below?: boolean }) {
  const names = useLevelNames()
  return (
    <span {...levelCell(level, below)} title={level === null ? 'not rated' : names[level]}>
      {level}
    </span>
  )
}

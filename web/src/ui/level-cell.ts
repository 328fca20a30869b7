import type { Level } from '@plumbline/shared/levels/level.ts'
import './LevelCell.css'

interface LevelCellAttributes {
  className: string
  'data-level': Level | 'none'
  'data-below': '' | undefined
}

/** Attributes that give any element the look of a level, so that a cell of the heatmap stays one node. `null` is not rated; put no text in then. */
export function levelCell(level: Level | null, below = false): LevelCellAttributes {
  return { className: 'LevelCell', 'data-level': level ?? 'none', 'data-below': below ? '' : undefined }
}

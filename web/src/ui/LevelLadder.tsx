import type { Level } from '@plumbline/shared/levels/level.ts'
import { LevelCell } from './LevelCell.tsx'
import { levelMeaning } from './level-meanings.ts'
import { levels } from './level-keys.ts'
import { useLevelNames } from './level-names.ts'
import './LevelLadder.css'

interface LevelLadderProps {
  /** What one can be observed to do at each level, 0 to 5; none where the framework has written none. */
  descriptors: readonly string[]
  /** Stands out: the level chosen or looked at. */
  marked?: Level | null
}

/** All six levels of a skill in words. */
export function LevelLadder({ descriptors, marked = null }: LevelLadderProps) {
  const names = useLevelNames()
  return (
    <ol className="LevelLadder">
      {levels.map((level) => (
        <li key={level} data-marked={level === marked ? '' : undefined}>
          <LevelCell level={level} />
          <p>
            <strong>{names[level]}</strong> {levelMeaning(descriptors, level)}
          </p>
        </li>
      ))}
    </ol>
  )
}

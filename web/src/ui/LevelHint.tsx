import type { Level } from '@plumbline/shared/levels/level.ts'
import { LevelCell } from './LevelCell.tsx'
import { levelMeaning } from './level-meanings.ts'
import { useLevelNames } from './level-names.ts'
import './LevelHint.css'

interface LevelHintProps {
  id: string
  descriptors: readonly string[]
  /** The level looked at, else the one chosen. */
  level: Level | null
}

/** One level of a skill in words. Its place is kept free while there is none, so that nothing moves when there is. */
export function LevelHint({ id, descriptors, level }: LevelHintProps) {
  const names = useLevelNames()
  return (
    <p id={id} className="LevelHint">
      {level === null ? (
        'Point at a level, or choose one, to read what it stands for.'
      ) : (
        <>
          <LevelCell level={level} /> <strong>{names[level]}</strong> {levelMeaning(descriptors, level)}
        </>
      )}
    </p>
  )
}

import type { ExpectedSkill } from '@plumbline/shared/levels/pack-index.ts'
import { LevelCell } from '../ui/LevelCell.tsx'
import { useLevelNames } from '../ui/level-names.ts'
import { BasisTag } from './BasisTag.tsx'
import './ExpectationCells.css'

/** Level, importance and basis of an expectation, as cells of a row. */
export function ExpectationCells({ expected: { level, base, importance, basis } }: { expected: ExpectedSkill }) {
  const names = useLevelNames()
  return (
    <>
      <td className="ExpectationCells-level">
        <LevelCell level={level} /> <span className="ExpectationCells-word">{names[level]}</span>
        {level !== base && <small> {base} at mid</small>}
      </td>
      <td className="ExpectationCells-importance" data-importance={importance}>
        {importance}
      </td>
      <td>
        <BasisTag basis={basis} />
      </td>
    </>
  )
}

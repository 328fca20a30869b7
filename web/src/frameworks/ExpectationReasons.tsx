import { basisWords } from '@plumbline/shared/frameworks/words.ts'
import type { Seniority } from '@plumbline/shared/frameworks/seniority.ts'
import type { ExpectedSkill } from '@plumbline/shared/levels/pack-index.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { LevelCell } from '../ui/LevelCell.tsx'
import { useLevelNames } from '../ui/level-names.ts'
import { BasisTag } from './BasisTag.tsx'
import { Reasons } from './Reasons.tsx'
import { seniorityWords } from './framework-words.ts'
import './ExpectationReasons.css'

interface ExpectationReasonsProps {
  expected: ExpectedSkill
  role: Pack['roles'][number]
  seniority: Seniority
  pack: Pack
}

/** One expected level, what made it, and the reasons with their places. */
export function ExpectationReasons({
  expected: { level, base, importance, basis, reasons },
  role,
  seniority,
  pack,
}: ExpectationReasonsProps) {
  const names = useLevelNames()
  return (
    <div className="ExpectationReasons">
      <p>
        <LevelCell level={level} /> {names[level]}, {importance}
      </p>
      <p>
        <BasisTag basis={basis} /> {basisWords[basis]}
      </p>
      <p className="ExpectationReasons-rule">
        {level === base ? '' : `${base} at mid. `}
        {seniorityWords(role, seniority, pack)}
      </p>
      <Reasons ids={reasons} pack={pack} />
    </div>
  )
}

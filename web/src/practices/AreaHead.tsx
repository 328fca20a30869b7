import type { PackIndex } from '@plumbline/shared/levels/pack-index.ts'
import { levelName } from '@plumbline/shared/practices/explain.ts'
import { Details } from '../ui/Details.tsx'
import { Stat, Stats } from '../ui/Stat.tsx'
import type { AreaChecklist } from './area-checklist.ts'
import { HoldingBack } from './HoldingBack.tsx'
import { LevelTable } from './LevelTable.tsx'
import type { Checklist } from './queries.ts'
import './AreaHead.css'

interface AreaHeadProps {
  numbers: Checklist['areas'][number]
  area: AreaChecklist
  index: PackIndex
  shortagesHiddenBecause: string | null
}

/** How mature the team is in an area, why, and what holds it back. */
export function AreaHead({ numbers, area, index, shortagesHiddenBecause }: AreaHeadProps) {
  const { level, percentage, answered, applicable, total } = numbers
  const left = total - applicable
  return (
    <div className="AreaHead">
      <Stats>
        <Stat
          label="Maturity level"
          value={level === null ? '–' : `${level} of 4`}
          note={level === null ? 'nothing applies' : levelName(level)}
        />
        <Stat
          label="Percentage"
          value={percentage === null ? '–' : `${Math.round(percentage)} %`}
          note="counts work above a missing practice, too"
        />
        <Stat
          label="Answered"
          value={`${answered} of ${applicable}`}
          note={left === 0 ? 'practices' : `practices, ${left} not applicable`}
        />
        <Stat
          label="Blocked by missing skills"
          value={shortagesHiddenBecause === null ? area.blocked.length : 'not shown'}
          note={shortagesHiddenBecause ?? 'practices of the next level'}
          tone={area.blocked.length > 0 ? 'danger' : 'neutral'}
        />
      </Stats>
      <Details summary="How these numbers come about">
        <ul className="AreaHead-sentences">
          {area.sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <LevelTable levels={area.levels.map(({ count }) => count)} />
      </Details>
      <HoldingBack area={area} index={index} />
    </div>
  )
}

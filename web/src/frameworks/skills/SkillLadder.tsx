import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { LevelCell } from '../../ui/LevelCell.tsx'
import { levels } from '../../ui/level-keys.ts'
import { levelMeaning } from '../../ui/level-meanings.ts'
import { useLevelNames } from '../../ui/level-names.ts'
import { Section } from '../../ui/Section.tsx'
import { BasisTag } from '../BasisTag.tsx'
import { WhereFrom } from '../WhereFrom.tsx'
import { monthsWords } from '../framework-words.ts'
import './SkillLadder.css'

interface SkillLadderProps {
  skill: Pack['skills'][number]
  pack: Pack
}

/** What can be observed at each level, from 0 up, and how long each step takes to learn. */
export function SkillLadder({ skill: { descriptors, months, name }, pack }: SkillLadderProps) {
  const names = useLevelNames()
  const reason = pack.monthReasons.find(({ id }) => id === months?.reason)
  return (
    <Section title="Levels" note="What someone can be observed to do. A level is the highest of which all is true.">
      <ol className="SkillLadder">
        {levels.map((level) => {
          const step = months?.steps[level - 1]
          return (
            <li key={level}>
              <div className="SkillLadder-level">
                <LevelCell level={level} /> {names[level]}
              </div>
              <p>{levelMeaning(descriptors, level)}</p>
              <small>{step === undefined ? '' : `${monthsWords(step)} from ${level - 1}`}</small>
            </li>
          )
        })}
      </ol>
      {reason !== undefined && (
        <div className="SkillLadder-why">
          Months of learning beside the job. <BasisTag basis={reason.basis} /> {reason.text}{' '}
          <WhereFrom of={`the months for ${name}`} sources={reason.sources} pack={pack} />
        </div>
      )}
    </Section>
  )
}

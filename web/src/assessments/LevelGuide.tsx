import type { Answers } from '@plumbline/shared/assessments/answers.ts'
import type { PackIndex } from '@plumbline/shared/levels/pack-index.ts'
import type { RefObject } from 'react'
import { LevelHint } from '../ui/LevelHint.tsx'
import { useLevelLook } from '../ui/level-look.ts'
import { LevelLadder } from '../ui/LevelLadder.tsx'
import { Popover } from '../ui/Popover.tsx'
import { reachableWhenScrolling } from '../ui/reachable.ts'
import { levelHintId } from './level-hint-id.ts'
import './LevelGuide.css'

interface LevelGuideProps {
  /** The sheet with the scales. */
  sheet: RefObject<HTMLElement | null>
  index: PackIndex
  answers: Answers
}

function useGuided({ sheet, index, answers }: LevelGuideProps) {
  const look = useLevelLook(sheet)
  const skill = look.skill === null ? undefined : index.skillById.get(look.skill)
  const chosen = (skill && answers[skill.id]?.level) ?? null
  return { skill, chosen, level: look.level ?? chosen }
}

/** Beside the sheet, where there is room: all six levels of the skill that is being rated. */
export function LevelGuide(props: LevelGuideProps) {
  const { skill, level } = useGuided(props)
  return (
    <aside ref={reachableWhenScrolling} className="LevelGuide" aria-label="The levels of a skill">
      {skill === undefined ? (
        <p>Point at a scale, or move to it: here stands what one can be seen to do at each level of that skill.</p>
      ) : (
        <>
          <h2>{skill.name}</h2>
          <LevelLadder descriptors={skill.descriptors} marked={level} />
        </>
      )}
    </aside>
  )
}

/** At the foot of the window, where there is no room beside the sheet: the level that is looked at, and the way to all six. */
export function LevelStrip(props: LevelGuideProps) {
  const { skill, chosen, level } = useGuided(props)
  return (
    <div className="LevelStrip">
      <div className="LevelStrip-head">
        <strong>{skill?.name ?? 'The levels of a skill'}</strong>
        {skill && (
          <Popover trigger="All levels" label={`All levels of ${skill.name}`} variant="quiet" align="end">
            <div ref={reachableWhenScrolling} className="LevelStrip-all" role="group" aria-label={`Levels of ${skill.name}`}>
              <LevelLadder descriptors={skill.descriptors} marked={chosen} />
            </div>
          </Popover>
        )}
      </div>
      <LevelHint id={levelHintId} descriptors={skill?.descriptors ?? []} level={level} />
    </div>
  )
}

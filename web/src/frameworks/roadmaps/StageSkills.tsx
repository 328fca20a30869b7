import type { Stage } from '@plumbline/shared/frameworks/pack-learning.ts'
import { levelNamesOf } from '@plumbline/shared/levels/level.ts'
import type { Assessment } from '../../assessments/queries.ts'
import type { Framework } from '../queries.ts'
import { SkillLink } from '../SkillLink.tsx'

/** My own newest ratings by skill. */
export type OwnRatings = Assessment['submitted']

interface StageSkillsProps extends Pick<Stage, 'skills'> {
  framework: Framework
  own: OwnRatings | undefined
}

/** The skills of a stage with the level that it leads to, and beside it where I rated myself. */
export function StageSkills({ skills, framework: { pack, index }, own }: StageSkillsProps) {
  const names = levelNamesOf(pack)
  return (
    <ul className="StageSkills">
      {skills.map(({ skill, level }) => {
        const rated = own?.[skill]?.level ?? null
        return (
          <li key={skill}>
            <SkillLink skill={index.skillById.get(skill) ?? { id: skill, name: skill }} />{' '}
            {level !== undefined && (
              <span>
                to level {level} {names[level]}
              </span>
            )}
            {rated !== null && (
              <span className="StageSkills-own">
                you rated {rated}
                {level !== undefined && rated >= level && ' ✓'}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

import type { Practice } from '@plumbline/shared/frameworks/pack-practices.ts'
import { needWords } from '../framework-words.ts'
import type { Framework } from '../queries.ts'
import { SkillLink } from '../SkillLink.tsx'

/** The skills that carry a practice: how many people need which level. */
export function Needs({ needs, index }: Pick<Practice, 'needs'> & Pick<Framework, 'index'>) {
  if (needs.length === 0) return <p>No skill is named for it.</p>
  return (
    <ul>
      {needs.map((need) => (
        <li key={need.skill}>
          <SkillLink skill={index.skillById.get(need.skill) ?? { id: need.skill, name: need.skill }} />: {needWords(need)}
        </li>
      ))}
    </ul>
  )
}

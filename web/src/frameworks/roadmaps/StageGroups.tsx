import type { Stage } from '@plumbline/shared/frameworks/pack-learning.ts'
import { Tag } from '../../ui/Tag.tsx'

/** What a stage teaches, group by group, in the document's own short terms. Groups branch off from the way. */
export function StageGroups({ groups }: Pick<Stage, 'groups'>) {
  if (groups.length === 0) return null
  return (
    <ul className="StageGroups">
      {groups.map(({ name, mandatory, topics }) => (
        <li key={name}>
          <h4>
            {name} {mandatory && <Tag tone="accent">must</Tag>}
          </h4>
          <ul>
            {topics.map((topic) => (
              <li key={topic}>{topic}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

import type { Practice } from '@plumbline/shared/frameworks/pack-practices.ts'
import { nameIn } from '@plumbline/shared/levels/name-in.ts'
import type { PackIndex } from '@plumbline/shared/levels/pack-index.ts'
import { Details } from '../ui/Details.tsx'
import { type AreaChecklist, unblockingWords } from './area-checklist.ts'

/** So many are read at a glance; the rest is one step away. */
const atOnce = 4

/** What keeps the area from its next level: the practices, and the skills that they lack. */
export function HoldingBack({ area: { holding, unblocking }, index }: { area: AreaChecklist; index: PackIndex }) {
  const [first] = holding
  if (first === undefined) return null
  const rest = holding.slice(atOnce)
  return (
    <div className="HoldingBack">
      <section>
        <h2>What holds level {first.level} back</h2>
        <PracticeLinks practices={holding.slice(0, atOnce)} />
        {rest.length > 0 && (
          <Details summary={`${rest.length} more`}>
            <PracticeLinks practices={rest} />
          </Details>
        )}
      </section>
      {unblocking.length > 0 && (
        <section>
          <h2>Skills to close first</h2>
          <ol>
            {unblocking.map((skill) => (
              <li key={skill.skill}>
                <strong>{nameIn(index.skillById, skill.skill)}</strong> {unblockingWords(skill)}
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  )
}

function PracticeLinks({ practices }: { practices: readonly Practice[] }) {
  return (
    <ul>
      {practices.map(({ id, name }) => (
        <li key={id}>
          <a href={`#${id}`}>{name}</a>
        </li>
      ))}
    </ul>
  )
}

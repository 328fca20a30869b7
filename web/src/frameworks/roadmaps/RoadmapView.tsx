import type { Roadmap } from '@plumbline/shared/frameworks/pack-learning.ts'
import { Section } from '../../ui/Section.tsx'
import { LinkList } from '../LinkList.tsx'
import type { Framework } from '../queries.ts'
import { RoleLink } from '../RoleLink.tsx'
import { Places, WhereFrom } from '../WhereFrom.tsx'
import { Correspondences } from './Correspondences.tsx'
import { RoadmapPath } from './RoadmapPath.tsx'
import { Totals } from './Totals.tsx'
import './RoadmapView.css'

interface RoadmapViewProps {
  roadmap: Roadmap
  framework: Framework
  /** The stage that the address names. */
  marked: string | undefined
}

/** The path, how long it takes, what is to be said of it, and what in other roadmaps answers to it. */
export function RoadmapView({ roadmap, framework, marked }: RoadmapViewProps) {
  const { pack, index } = framework
  const { roles, notes, sources } = roadmap
  return (
    <>
      <Section title="The path" note="Solid lines lead on to the next stage. What stands side by side in a stage branches off from it.">
        <RoadmapPath roadmap={roadmap} framework={framework} marked={marked} />
        <div>
          It leads to:{' '}
          {roles.length === 0 ? (
            'no role of the framework.'
          ) : (
            <LinkList of={roles.flatMap((role) => index.roleById.get(role) ?? [])}>{(role) => <RoleLink role={role} />}</LinkList>
          )}
        </div>
      </Section>
      <Totals roadmap={roadmap} pack={pack} />
      {notes.length > 0 && (
        <Section title="Notes">
          <ul className="RoadmapNotes">
            {notes.map(({ id, text, sources }) => (
              <li key={id}>
                {text} <WhereFrom of={text} sources={sources} pack={pack} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Correspondences pack={pack} of={roadmap.id} />
      <Section title="Where it comes from">
        <Places sources={sources} pack={pack} />
      </Section>
    </>
  )
}

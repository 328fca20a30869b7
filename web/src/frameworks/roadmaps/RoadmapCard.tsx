import type { Roadmap } from '@plumbline/shared/frameworks/pack-learning.ts'
import { Section } from '../../ui/Section.tsx'
import { LinkList } from '../LinkList.tsx'
import type { Framework } from '../queries.ts'
import { RoleLink } from '../RoleLink.tsx'
import { WhereFrom } from '../WhereFrom.tsx'
import { durationWords } from './duration-words.ts'
import { RoadmapLink } from './RoadmapLink.tsx'
import { StageLink } from './StageLink.tsx'
import './RoadmapCard.css'

/** One roadmap in short: its stages as steps, how long it is said to take, and where it leads. */
export function RoadmapCard({ roadmap, framework: { pack, index } }: { roadmap: Roadmap; framework: Framework }) {
  const { name, summary, stages, totals, roles, sources } = roadmap
  const stated = totals.filter(({ basis }) => basis === 'stated')
  return (
    <Section title={name} note={summary} actions={<RoadmapLink roadmap={{ id: roadmap.id, name: 'Open the roadmap' }} />}>
      <ol className="Steps">
        {stages
          .toSorted((a, b) => a.order - b.order)
          .map((stage) => (
            <li key={stage.id}>
              <StageLink roadmap={roadmap} stage={stage} short />
              {stage.duration !== null && <small>{stage.duration.printed ?? durationWords(stage.duration)}</small>}
            </li>
          ))}
      </ol>
      <div className="RoadmapCard-meta">
        <div>
          Leads to:{' '}
          {roles.length === 0 ? (
            'no role of the framework'
          ) : (
            <LinkList of={roles.flatMap((role) => index.roleById.get(role) ?? [])}>{(role) => <RoleLink role={role} />}</LinkList>
          )}
        </div>
        <div>
          Said to take:{' '}
          {stated.length === 0 ? 'no time printed' : stated.map(({ duration }) => duration.printed ?? durationWords(duration)).join('; ')}
        </div>
        <WhereFrom of={name} sources={sources} pack={pack} />
      </div>
    </Section>
  )
}

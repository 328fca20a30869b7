import type { Stage } from '@plumbline/shared/frameworks/pack-learning.ts'
import { Entry } from '../Entry.tsx'
import { Fact, Facts } from '../Facts.tsx'
import { CertificationLink } from '../certifications/CertificationLink.tsx'
import { entriesOf } from '../entries-of.ts'
import { LinkList } from '../LinkList.tsx'
import type { Framework } from '../queries.ts'
import { ToolLink } from '../tools/ToolLink.tsx'
import { WhereFrom } from '../WhereFrom.tsx'
import { durationWords } from './duration-words.ts'
import { StageGroups } from './StageGroups.tsx'
import { type OwnRatings, StageSkills } from './StageSkills.tsx'

interface StageEntryProps {
  stage: Stage
  marked: boolean
  framework: Framework
  own: OwnRatings | undefined
}

/** One stop of the way: what to learn, for how long, by which rule, with which tools, and what shows that it is done. */
export function StageEntry({ stage, marked, framework, own }: StageEntryProps) {
  const { pack } = framework
  const tools = entriesOf(pack.tools, stage.tools)
  const certifications = entriesOf(pack.certifications, stage.certifications)
  return (
    <Entry id={stage.id} marked={marked}>
      <h3>
        <span className="Stage-number">{stage.order}</span> {stage.name}
      </h3>
      <div className="Entry-meta">
        <span>{stage.duration === null ? 'no time printed' : <q>{stage.duration.printed ?? durationWords(stage.duration)}</q>}</span>
        {stage.otherName !== undefined && <span>also called “{stage.otherName}”</span>}
        <WhereFrom of={stage.name} sources={stage.sources} pack={pack} />
      </div>
      {stage.rule !== undefined && <p className="Stage-rule">{stage.rule}</p>}
      <StageGroups groups={stage.groups} />
      <Facts>
        {stage.skills.length > 0 && (
          <Fact label="Skills">
            <StageSkills skills={stage.skills} framework={framework} own={own} />
          </Fact>
        )}
        {tools.length > 0 && (
          <Fact label="Tools">
            <LinkList of={tools}>{(tool) => <ToolLink tool={tool} />}</LinkList>
          </Fact>
        )}
        {certifications.length > 0 && (
          <Fact label="Certifications">
            <LinkList of={certifications}>{(one) => <CertificationLink certification={one} />}</LinkList>
          </Fact>
        )}
        {stage.projects.length > 0 && <Fact label="Projects">{stage.projects.join('; ')}</Fact>}
      </Facts>
    </Entry>
  )
}

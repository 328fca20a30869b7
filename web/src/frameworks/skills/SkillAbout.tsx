import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { Fact, Facts } from '../Facts.tsx'
import { LinkList } from '../LinkList.tsx'
import { SkillLink } from '../SkillLink.tsx'
import { WhereFrom } from '../WhereFrom.tsx'
import './SkillAbout.css'
import type { SkillSheet } from './skill-sheet.ts'

interface SkillAboutProps {
  skill: Pack['skills'][number]
  sheet: SkillSheet
  pack: Pack
}

const skillsOr = (skills: SkillSheet['prerequisites'], none: string) => (
  <LinkList of={skills} none={none}>
    {(one) => <SkillLink skill={one} />}
  </LinkList>
)

/** What else it is called, where it was read, and what comes before and after it. */
export function SkillAbout({ skill, sheet: { prerequisites, leadsTo }, pack }: SkillAboutProps) {
  return (
    <div className="SkillAbout">
      <Facts>
        {skill.aliases.length > 0 && <Fact label="Also called">{skill.aliases.join(' · ')}</Fact>}
        <Fact label="Needs first">{skillsOr(prerequisites, 'Nothing that the framework names.')}</Fact>
        <Fact label="Is needed for">{skillsOr(leadsTo, 'No other skill.')}</Fact>
        <Fact label="Read in">
          {skill.sources.length === 0 ? (
            'No document; the framework’s own.'
          ) : (
            <WhereFrom of={skill.name} sources={skill.sources} pack={pack} />
          )}
        </Fact>
      </Facts>
    </div>
  )
}

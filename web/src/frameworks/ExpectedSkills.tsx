import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import type { Seniority } from '@plumbline/shared/frameworks/seniority.ts'
import { useState } from 'react'
import { Details } from '../ui/Details.tsx'
import { PopoverAt } from '../ui/PopoverAt.tsx'
import { Section } from '../ui/Section.tsx'
import { ExpectationLegend } from './ExpectationLegend.tsx'
import { ExpectationReasons } from './ExpectationReasons.tsx'
import { ExpectationsTable } from './ExpectationsTable.tsx'
import { SkillLink } from './SkillLink.tsx'
import { seniorityWords } from './framework-words.ts'
import type { Framework } from './queries.ts'
import { type SkillLine, roleSheet } from './role-sheet.ts'
import './ExpectedSkills.css'

interface ExpectedSkillsProps {
  framework: Framework
  role: Pack['roles'][number]
  seniority: Seniority
}

/** The skills that the role expects, why, and what it says of the others. */
export function ExpectedSkills({ framework: { pack, index }, role, seniority }: ExpectedSkillsProps) {
  const [asked, setAsked] = useState<{ line: SkillLine; anchor: HTMLElement } | null>(null)
  const sheet = roleSheet(pack, index, role.id, seniority)
  const { expected, must, notExpected } = sheet
  return (
    <Section
      title="Expected skills"
      note={`${expected} of ${pack.skills.length} skills: ${must} must, ${expected - must} should. ${seniorityWords(role, seniority, pack)}`}
    >
      <ExpectationLegend counts={sheet.byBasis} />
      <ExpectationsTable caption={`Skills that ${role.name} expects`} sheet={sheet} onWhy={(line, anchor) => setAsked({ line, anchor })} />
      {asked !== null && (
        <PopoverAt key={asked.line.skill.id} anchor={asked.anchor} title={`Why ${asked.line.skill.name}`} onClose={() => setAsked(null)}>
          <ExpectationReasons expected={asked.line.expected} role={role} seniority={seniority} pack={pack} />
        </PopoverAt>
      )}
      {notExpected.length > 0 && (
        <div className="NotExpected">
          <h3>{notExpected.length === 1 ? '1 skill is not expected' : `${notExpected.length} skills are not expected`}</h3>
          <p>{role.blank} Not expected is not the same as level 0.</p>
          <Details summary="Which ones">
            <ul className="NotExpected-skills">
              {notExpected.map((skill) => (
                <li key={skill.id}>
                  <SkillLink skill={skill} />
                </li>
              ))}
            </ul>
          </Details>
        </div>
      )}
    </Section>
  )
}

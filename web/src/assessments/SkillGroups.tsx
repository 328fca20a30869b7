import type { Answers } from '@plumbline/shared/assessments/answers.ts'
import type { Answer } from '@plumbline/shared/assessments/contract.ts'
import { type Sheet, type SheetGroup, progressOf } from '@plumbline/shared/assessments/sheet.ts'
import { useState } from 'react'
import { Details } from '../ui/Details.tsx'
import { Section } from '../ui/Section.tsx'
import { SkillRow } from './SkillRow.tsx'
import './SkillGroups.css'

export interface Given {
  /** What is in the draft. */
  draft: Answers
  /** What was submitted last. */
  last: Answers
  onChange: (skillId: string, answer: Answer | null) => void
}

function Rows({ group, draft, last, onChange }: Given & { group: SheetGroup }) {
  return (
    <ol className="SkillGroups-rows">
      {group.skills.map((skill) => (
        <SkillRow key={skill.id} skill={skill} draft={draft[skill.id]} last={last[skill.id]} onChange={onChange} />
      ))}
    </ol>
  )
}

/** Skills that the role does not expect: rendered only when opened, there are many. */
function Folded({ group, ...given }: Given & { group: SheetGroup }) {
  const [open, setOpen] = useState(false)
  const { answered, total } = progressOf([group], given.draft, given.last)
  return (
    <Details
      open={open}
      onToggle={setOpen}
      summary={
        <>
          {group.name}
          <span className="SkillGroups-count">
            {answered} of {total} answered
          </span>
        </>
      }
    >
      {open && <Rows group={group} {...given} />}
    </Details>
  )
}

/** All skills: those of the role in sight, the others folded away by category. */
export function SkillGroups({ sheet, ...given }: Given & { sheet: Sheet }) {
  return (
    <>
      {sheet.role.map((group) => (
        <Section key={group.id} title={group.name}>
          <Rows group={group} {...given} />
        </Section>
      ))}
      <Section
        title={sheet.role.length === 0 ? 'All skills' : 'Other skills'}
        note={sheet.role.length === 0 ? undefined : 'Your role does not expect these. Rate what you know: it shows where you could help.'}
      >
        {sheet.others.map((group) => (
          <Folded key={group.id} group={group} {...given} />
        ))}
      </Section>
    </>
  )
}

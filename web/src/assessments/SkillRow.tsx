import type { Answer } from '@plumbline/shared/assessments/contract.ts'
import type { SheetSkill } from '@plumbline/shared/assessments/sheet.ts'
import { memo, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { LevelInput } from '../ui/LevelInput.tsx'
import { Select } from '../ui/Select.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { changed, choiceOf, chosen, interestChoice, interestChosen, interestOptions } from './choice.ts'
import { levelHintId } from './level-hint-id.ts'
import { NoteField } from './NoteField.tsx'
import './SkillRow.css'

interface SkillRowProps {
  skill: SheetSkill
  /** What the draft says, not submitted yet. */
  draft: Answer | undefined
  /** What was submitted last. It is shown until the draft says something else. */
  last: Answer | undefined
  onChange: (skillId: string, answer: Answer | null) => void
}

/** One skill to rate. Interest and note come with a rating, so they wait for it. */
export const SkillRow = memo(function SkillRow({ skill, draft, last, onChange }: SkillRowProps) {
  const [open, setOpen] = useState(false)
  const answer = draft ?? last
  const hasNote = answer !== undefined && answer.note !== ''
  const change = (part: Partial<Answer>): void => {
    if (answer !== undefined) onChange(skill.id, changed(answer, part))
  }
  return (
    <li className="SkillRow" data-skill={skill.id} data-changed={draft === undefined ? undefined : ''} data-open={open ? '' : undefined}>
      <div className="SkillRow-name">
        <span>{skill.name}</span>
        {skill.expected !== null && <small>expected {skill.expected.level}</small>}
        {last !== undefined && <small>last time {last.level ?? 'not sure'}</small>}
      </div>
      <LevelInput
        label={skill.name}
        labelHidden
        describedBy={levelHintId}
        value={choiceOf(answer)}
        onChange={(choice) => onChange(skill.id, chosen(answer, choice))}
      />
      <Select
        label={`Interest in ${skill.name}`}
        labelHidden
        value={interestChoice(answer?.interest ?? null)}
        onChange={(choice) => change({ interest: interestChosen(choice) })}
        options={interestOptions}
        disabled={answer === undefined}
      />
      <div className="SkillRow-more">
        <Button variant="quiet" aria-expanded={open} disabled={answer === undefined} onClick={() => setOpen(!open)}>
          <span className="SkillRow-narrow">Interest, note</span>
          <span className="SkillRow-wide">Note</span>
          <VisuallyHidden>
            {' '}
            on {skill.name}
            {hasNote && ', written'}
          </VisuallyHidden>
          {hasNote && <Icon name="check" />}
        </Button>
        <IconButton
          icon="close"
          label={`Take back the answer to ${skill.name}`}
          disabled={draft === undefined}
          onClick={() => onChange(skill.id, null)}
        />
      </div>
      {open && answer !== undefined && (
        <NoteField label={`Note on ${skill.name}`} note={answer.note} onChange={(note) => change({ note })} />
      )}
    </li>
  )
})

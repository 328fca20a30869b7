import type { Answer } from '@plumbline/shared/assessments/contract.ts'
import { assessmentSheet, ownFit, progressOf, unconfirmed } from '@plumbline/shared/assessments/sheet.ts'
import type { Seniority } from '@plumbline/shared/frameworks/seniority.ts'
import { useCallback, useMemo, useRef, useState } from 'react'
import { sentenceOf } from '../api/words.ts'
import type { Framework } from '../frameworks/queries.ts'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Notice } from '../ui/Notice.tsx'
import { LevelGuide, LevelStrip } from './LevelGuide.tsx'
import { LevelLegend } from './LevelLegend.tsx'
import type { Assessment } from './queries.ts'
import { useRowKeys } from './row-keys.ts'
import { SkillGroups } from './SkillGroups.tsx'
import { SubmitBar } from './SubmitBar.tsx'
import { SubmittedSummary } from './SubmittedSummary.tsx'
import { useDraft } from './use-draft.ts'
import { useSubmit } from './use-submit.ts'
import './AssessmentForm.css'
import { dayOf } from '../ui/dates.ts'

interface AssessmentFormProps {
  person: { id: string; roleId: string | null; seniority: Seniority }
  framework: Framework
  assessment: Assessment
  mayGiveRoles: boolean
}

/** The sheet itself. It starts from what was submitted last; what is said anew goes into the draft, by itself. */
export function AssessmentForm({ person, framework: { pack, index }, assessment, mayGiveRoles }: AssessmentFormProps) {
  const { keeper, saving, answers: draft } = useDraft(person.id, (skillId) => index.skillById.has(skillId))
  const { submit, submitting, error } = useSubmit(person.id, keeper)
  const [submitted, setSubmitted] = useState<number | null>(null)
  const form = useRef<HTMLDivElement>(null)
  useRowKeys(form)

  const { roleId, seniority } = person
  const sheet = useMemo(() => assessmentSheet(pack, index, { roleId, seniority }), [pack, index, roleId, seniority])
  const change = useCallback((skillId: string, answer: Answer | null) => keeper.change({ [skillId]: answer }), [keeper])
  const last = assessment.submitted

  const hasRole = sheet.role.length > 0
  const groups = hasRole ? sheet.role : sheet.others
  const progress = progressOf(groups, draft, last)
  const asBefore = unconfirmed(groups, draft, last)
  const count = Object.keys(asBefore).length

  const answers = useMemo(() => ({ ...last, ...draft }), [last, draft])

  if (submitted !== null)
    return (
      <SubmittedSummary
        ratings={submitted}
        expected={hasRole ? progress.total : 0}
        fit={ownFit(index, person, answers)}
        index={index}
        onClose={() => setSubmitted(null)}
      />
    )
  const guided = { sheet: form, index, answers }
  return (
    <div ref={form} className="AssessmentForm">
      <LevelLegend />
      {!hasRole && (
        <EmptyState
          title="You have no role yet"
          action={mayGiveRoles && <ButtonLink to={paths.people}>Go to People &amp; teams</ButtonLink>}
        >
          With a role you see first the skills that it expects. An admin of your organisation sets it under People &amp; teams. Until then
          you can rate any skill below.
        </EmptyState>
      )}
      {assessment.submittedAt !== null && (
        <div className="AssessmentForm-last">
          <p>
            You last submitted on {dayOf(assessment.submittedAt)}. Change what has changed
            {count > 0 ? ', or confirm that the rest still holds.' : '.'}
          </p>
          {count > 0 && (
            <Button onClick={() => keeper.change(asBefore)}>
              Confirm {count === progress.total ? 'all' : 'the other'} {count} as they were
            </Button>
          )}
        </div>
      )}
      <div className="AssessmentForm-sheet">
        <div>
          <SkillGroups sheet={sheet} draft={draft} last={last} onChange={change} />
        </div>
        <LevelGuide {...guided} />
      </div>
      {error !== null && <Notice kind="error">{sentenceOf(error)}</Notice>}
      <div className="AssessmentForm-foot">
        <LevelStrip {...guided} />
        <SubmitBar
          label={hasRole ? 'Skills of my role' : 'All skills'}
          progress={progress}
          toSubmit={Object.keys(draft).length}
          saving={saving}
          submitting={submitting}
          onSubmit={() => void submit().then(setSubmitted)}
        />
      </div>
    </div>
  )
}

import { type Sheet, assessmentSheet, progressOf } from '@plumbline/shared/assessments/sheet.ts'
import type { Seniority } from '@plumbline/shared/frameworks/seniority.ts'
import { Loaded } from '../api/Loaded.tsx'
import { type Assessment, useAssessment } from '../assessments/queries.ts'
import { useFramework } from '../frameworks/queries.ts'
import { paths } from '../paths.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { Section } from '../ui/Section.tsx'
import { dayOf } from '../ui/dates.ts'

interface Person {
  id: string
  roleId: string | null
  seniority: Seniority
}

export function MyAssessment({ person }: { person: Person }) {
  const assessment = useAssessment(person.id)
  const framework = useFramework()
  return (
    <Section title="My assessment">
      <Loaded of={framework}>
        {({ pack, index }) => (
          <Loaded of={assessment}>
            {(assessment) => {
              const { words, action, waits } = stateOf(assessment, assessmentSheet(pack, index, person))
              return (
                <div className="HomePage-line">
                  <p>{words}</p>
                  <ButtonLink to={paths.assessment} variant={waits ? 'primary' : 'secondary'}>
                    {action}
                  </ButtonLink>
                </div>
              )
            }}
          </Loaded>
        )}
      </Loaded>
    </Section>
  )
}

interface State {
  words: string
  action: string
  /** Something is to be done. */
  waits: boolean
}

function stateOf({ draft, submitted, submittedAt }: Assessment, sheet: Sheet): State {
  const { answered, total } = progressOf(sheet.role, draft.answers, submitted)
  const inDraft = Object.keys(draft.answers).length
  const role =
    total === 0 ? 'You have no role yet, so nothing is expected of you.' : `${answered} of ${total} skills of your role answered.`
  if (inDraft > 0) {
    const answers = inDraft === 1 ? 'answer is' : 'answers are'
    return { words: `${role} ${inDraft} ${answers} in your draft, not submitted yet.`, action: 'Go on', waits: true }
  }
  if (submittedAt !== null) return { words: `Submitted on ${dayOf(submittedAt)}. ${role}`, action: 'Look again', waits: false }
  if (total === 0) return { words: `${role} You can rate skills all the same.`, action: 'Rate skills', waits: false }
  return { words: `Not started. Your role has ${total} skills; rating them takes less than ten minutes.`, action: 'Start', waits: true }
}

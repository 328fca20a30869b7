import { Loaded } from '../api/Loaded.tsx'
import { useFramework } from '../frameworks/queries.ts'
import { useMe } from '../organisations/queries.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { AssessmentForm } from './AssessmentForm.tsx'
import { useAssessment } from './queries.ts'

/** My assessment: every skill, rated by myself. */
export function AssessmentPage() {
  const me = useMe()
  const framework = useFramework()
  const person = me.data?.person ?? null
  const assessment = useAssessment(person?.id ?? null)
  const role = framework.data?.index.roleById.get(person?.roleId ?? '')
  const seniority = role?.seniorityApplies === true ? `, ${person?.seniority ?? ''}` : ''
  return (
    <>
      <PageHeader
        title="My assessment"
        subtitle={role === undefined ? undefined : `${role.name}${seniority}. What is not submitted yet is seen by you alone.`}
      />
      <Loaded of={me}>
        {(me) =>
          me.person === null ? (
            <EmptyState title="You are not assessed here">
              Your account stands for no person of {me.organisation.name}. An admin can add you under People &amp; teams.
            </EmptyState>
          ) : (
            <Loaded of={framework}>
              {(framework) => (
                <Loaded of={assessment}>
                  {(assessment) =>
                    person && (
                      <AssessmentForm
                        key={person.id}
                        person={person}
                        framework={framework}
                        assessment={assessment}
                        mayGiveRoles={me.role === 'admin'}
                      />
                    )
                  }
                </Loaded>
              )}
            </Loaded>
          )
        }
      </Loaded>
    </>
  )
}

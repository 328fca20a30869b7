import { getAssessmentRoute } from '@plumbline/shared/assessments/contract.ts'
import { type Read, useRoute } from '../api/query.ts'
import type { OkOf } from '@plumbline/shared/http/route.ts'

export type Assessment = OkOf<typeof getAssessmentRoute>

/** My own assessment, draft and what I submitted last; nobody else's can be read. `null`: this account is no person here. */
export const useAssessment = (personId: string | null): Read<Assessment> =>
  useRoute(getAssessmentRoute, { params: { personId: personId ?? '' } }, { enabled: personId !== null })

import { getOverviewRoute } from '@plumbline/shared/heatmap/contract.ts'
import type { OkOf } from '@plumbline/shared/http/route.ts'
import { answerPracticeRoute, listAnswersRoute } from '@plumbline/shared/practices/contract.ts'
import { type Change, useChange } from '../api/change.ts'
import { useRoute } from '../api/query.ts'

export type Checklist = OkOf<typeof listAnswersRoute>

/** A team's answers to all practices, its maturity per area, and what blocks it. */
export const useChecklist = (teamId: string) => useRoute(listAnswersRoute, { params: { teamId } })

/** Answers one practice. The team's numbers follow from it, and its line in the organisation's overview. */
export const useAnswerPractice = (): Change<typeof answerPracticeRoute> =>
  useChange(answerPracticeRoute, { invalidates: [listAnswersRoute, getOverviewRoute] })

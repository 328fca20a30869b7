import { answerPracticeRoute, listAnswersRoute } from '@plumbline/shared/practices/contract.ts'
import { feature } from '#http/feature.ts'
import { answerPractice, listAnswers } from './service.ts'

export const practiceRoutes = feature('practices')
  .on(listAnswersRoute, ({ ctx, params }) => listAnswers(ctx, params.teamId))
  .on(answerPracticeRoute, ({ ctx, params, ifMatch, body }) => answerPractice(ctx, params, ifMatch, body))

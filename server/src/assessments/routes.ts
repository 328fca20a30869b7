import {
  changeRatingRoute,
  getAssessmentRoute,
  listLeadRatingsRoute,
  rateAsLeadRoute,
  replyRoute,
  saveDraftRoute,
  submitAssessmentRoute,
} from '@plumbline/shared/assessments/contract.ts'
import { feature } from '#http/feature.ts'
import { listLeadRatings, replyToLead } from './replies-service.ts'
import { changeRating, getAssessment, rateAsLead, saveDraft, submitAssessment } from './service.ts'

export const assessmentRoutes = feature('assessments')
  .on(getAssessmentRoute, ({ ctx, params }) => getAssessment(ctx, params.personId))
  .on(saveDraftRoute, ({ ctx, params, ifMatch, body }) => saveDraft(ctx, params.personId, ifMatch, body.answers))
  .on(submitAssessmentRoute, ({ ctx, params, body }) => submitAssessment(ctx, params.personId, body))
  .on(changeRatingRoute, ({ ctx, params, body }) => changeRating(ctx, params.personId, params.skillId, body))
  .on(rateAsLeadRoute, ({ ctx, params, body }) => rateAsLead(ctx, params.personId, params.skillId, body))
  .on(listLeadRatingsRoute, ({ ctx, params }) => listLeadRatings(ctx, params.personId))
  .on(replyRoute, ({ ctx, params, body }) => replyToLead(ctx, params.personId, params.skillId, body.text))

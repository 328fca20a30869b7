import { z } from 'zod'
import { id, instant, link, note } from '../http/fields.ts'
import { defineRoute } from '../http/route.ts'

/** For how many of the team's services a practice holds. */
export const practiceAnswer = z.enum(['none', 'some', 'most', 'all', 'not_applicable'])

export const storedAnswer = z.object({
  answer: practiceAnswer,
  evidence: z.string().nullable(),
  note: z.string(),
  answeredAt: instant,
  answeredBy: z.string().nullable(),
  /** How often this practice was answered: the `If-Match` of the next answer. */
  version: z.number(),
})
export type StoredAnswer = z.infer<typeof storedAnswer>

const area = z.object({
  id: z.string(),
  /** Highest level of which, and of those below, every applicable practice is answered most or all; null where nothing applies. */
  level: z.number().nullable(),
  /** None 0, some ⅓, most ⅔, all 1 over all applicable practices, in percent. */
  percentage: z.number().nullable(),
  answered: z.number(),
  applicable: z.number(),
  total: z.number(),
  /** Practices of the next level that hold it back. */
  holding: z.array(z.string()),
})

export const listAnswersRoute = defineRoute({
  method: 'get',
  path: '/teams/{teamId}/practices',
  scope: 'practices:read',
  summary: 'A team’s checklists: answers, maturity per area, and practices that a missing skill blocks',
  params: z.strictObject({ teamId: id }),
  ok: z.object({
    team: z.object({ id, name: z.string() }),
    /** Why this checklist cannot be answered by me, or null. */
    readOnlyBecause: z.string().nullable(),
    answers: z.record(z.string(), storedAnswer),
    areas: z.array(area),
    /** Next practices that lack people with a skill, over the team and all below it. Empty where `shortagesHiddenBecause` says why. */
    blocked: z.array(
      z.object({
        practice: z.string(),
        shortages: z.array(z.object({ skill: z.string(), level: z.number(), need: z.number(), have: z.number() })),
      }),
    ),
    /** The short skills, first the one that alone unblocks most; both lists hold ids of practices. */
    unblocking: z.array(z.object({ skill: z.string(), unblocks: z.array(z.string()), helps: z.array(z.string()) })),
    /** Counts of people at a level tell about individuals: who may not see the heatmap is told so instead. */
    shortagesHiddenBecause: z.string().nullable(),
  }),
})

export const answerPracticeRoute = defineRoute({
  method: 'put',
  path: '/teams/{teamId}/practices/{practiceId}',
  scope: 'evidence:write',
  summary: 'Answer one practice; If-Match is the number of its answers so far, "0" for the first',
  ifMatch: true,
  params: z.strictObject({ teamId: id, practiceId: z.string().max(60) }),
  body: z.strictObject({ answer: practiceAnswer, evidence: link.nullable().default(null), note: note.default('') }),
  ok: storedAnswer,
})

import { z } from 'zod'
import { done, id, instant, note, words } from '../http/fields.ts'
import { defineRoute } from '../http/route.ts'
import { level } from '../levels/level.ts'

const skillId = z.string().max(60)

/** How much someone wants to work with a skill: 0 rather not, 1 open to it, 2 keen. */
export const interest = z.literal([0, 1, 2])

/** One skill's answer. `level: null` is "not sure": an answer, but no level. */
export const answer = z.strictObject({ level: level.nullable(), interest: interest.nullable().default(null), note: note.default('') })
export type Answer = z.infer<typeof answer>

const params = z.strictObject({ personId: id })

const draft = z.object({ answers: z.record(z.string(), answer), version: z.number() })

export const getAssessmentRoute = defineRoute({
  method: 'get',
  path: '/people/{personId}/assessment',
  summary: 'My assessment: what I last submitted, and the draft that only I see',
  params,
  ok: z.object({
    draft,
    /** The newest submitted self rating per skill. */
    submitted: z.record(z.string(), answer.extend({ ratedAt: instant })),
    submittedAt: instant.nullable(),
  }),
})

export const saveDraftRoute = defineRoute({
  method: 'patch',
  path: '/people/{personId}/assessment/draft',
  summary: 'Save answers into my draft; null takes one out. Other answers stay as they are',
  ifMatch: true,
  params,
  body: z.strictObject({
    answers: z
      .record(skillId, answer.nullable())
      .refine((answers) => Object.keys(answers).length <= 200, 'Send at most 200 answers at once.'),
  }),
  ok: draft,
})

export const submitAssessmentRoute = defineRoute({
  method: 'post',
  path: '/people/{personId}/assessments',
  summary: 'Submit my draft: its answers become ratings, the draft is empty afterwards',
  params,
  body: z.strictObject({ draftVersion: z.int().min(1) }),
  ok: z.object({ id, ratings: z.number(), submittedAt: instant }),
})

export const changeRatingRoute = defineRoute({
  method: 'put',
  path: '/people/{personId}/ratings/{skillId}',
  summary: 'Change one of my ratings after it was submitted',
  params: z.strictObject({ personId: id, skillId }),
  body: answer,
  ok: done,
})

export const rateAsLeadRoute = defineRoute({
  method: 'put',
  path: '/people/{personId}/lead-ratings/{skillId}',
  summary: 'Rate a skill of a person whose team I lead',
  params: z.strictObject({ personId: id, skillId }),
  body: z.strictObject({ level: level.nullable(), note: note.default('') }),
  ok: done,
})

/** What the person says to a lead's rating of them; both stand. */
export const reply = z.object({ text: z.string(), at: instant })

export const listLeadRatingsRoute = defineRoute({
  method: 'get',
  path: '/people/{personId}/lead-ratings',
  summary: 'All that leads rated of a person, with their notes, beside the person’s own level and replies',
  opensPeople: true,
  params,
  ok: z.object({
    skills: z.array(
      z.object({
        skillId: z.string(),
        name: z.string(),
        /** The person's own newest level; null where there is none or they are not sure. */
        self: level.nullable(),
        /** Newest first, at least one. */
        ratings: z.array(
          z.object({
            id,
            level: level.nullable(),
            note: z.string(),
            /** Null where whoever rated is not here any more. */
            by: z.string().nullable(),
            ratedAt: instant,
            reply: reply.nullable(),
          }),
        ),
      }),
    ),
  }),
})

export const replyRoute = defineRoute({
  method: 'post',
  path: '/people/{personId}/lead-ratings/{skillId}/reply',
  summary:
    'Answer the newest rating that a lead gave me for this skill, in my own words; a newer answer is shown instead of the one before',
  params: z.strictObject({ personId: id, skillId }),
  body: z.strictObject({ text: words(2000).min(1, 'Write what you want to say to it.') }),
  ok: reply,
})

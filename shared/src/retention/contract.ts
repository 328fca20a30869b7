import { z } from 'zod'
import { id, instant } from '../http/fields.ts'
import { defineRoute } from '../http/route.ts'
import { type ChangeableClass, retentionClasses, retentionClassIds } from './classes.ts'

const classId = z.enum(retentionClassIds)

const rules = z.object({
  /** Days in force, by class. */
  days: z.record(classId, z.number()),
  /** The organisation's, to be sent back with a change. */
  version: z.number(),
})

export const getRetentionRoute = defineRoute({
  method: 'get',
  path: '/retention',
  summary: 'How long each kind of data is kept, in days',
  ok: rules,
})

const daysOf = (name: ChangeableClass) => {
  const { least, most } = retentionClasses[name].bounds
  const words = `Give whole days from ${least} to ${most.toLocaleString('en')}.`
  return z.int(words).min(least, words).max(most, words)
}

export const setRetentionRoute = defineRoute({
  method: 'put',
  path: '/retention',
  summary: 'Set how long data is kept; what is older goes with the next run',
  ifMatch: true,
  body: z.strictObject({
    leavers_ratings: daysOf('leavers_ratings'),
    rating_history: daysOf('rating_history'),
    audit: daysOf('audit'),
    reads: daysOf('reads'),
  }),
  ok: rules,
})

export const previewRetentionRoute = defineRoute({
  method: 'get',
  path: '/retention/preview',
  summary: 'What the next run would remove if it ran now, and what the last runs removed',
  slow: true,
  ok: z.object({
    classes: z.array(
      z.object({
        class: classId,
        rows: z.number(),
        /** How many people they are of; null where they are of no one person. */
        people: z.number().nullable(),
        /** Days in UTC; null where there is nothing to remove. */
        oldest: z.string().nullable(),
        newest: z.string().nullable(),
      }),
    ),
    /** Newest first, at most 10. */
    runs: z.array(
      z.object({
        id,
        startedAt: instant,
        /** Null while it is under way, or where it was cut short: the next one goes on. */
        endedAt: instant.nullable(),
        /** Rows by class. */
        removed: z.partialRecord(classId, z.number()),
      }),
    ),
  }),
})

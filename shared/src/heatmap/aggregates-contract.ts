import { z } from 'zod'
import { id } from '../http/fields.ts'
import { defineRoute } from '../http/route.ts'

export const aggregateShare = z.object({
  /** Whole tens from 10 to 90: the share of what roles expect that is shown to be met. */
  percent: z.number(),
  /** `less`: it is this or less; `more`: this or more. */
  side: z.enum(['less', 'about', 'more']),
  /** How many people it is about. */
  people: z.number(),
  /** The day on which the oldest part of it was counted. */
  countedOn: z.string(),
})
export type AggregateShare = z.infer<typeof aggregateShare>

export const getAggregatesRoute = defineRoute({
  method: 'get',
  path: '/organisation/aggregates',
  scope: 'aggregates:read',
  summary: 'Teams × skill categories for everyone: rounded shares of at least five people, counted on fixed days',
  ok: z.object({
    /** The day of the newest count; null before the first. */
    countedOn: z.string().nullable(),
    teams: z.array(
      z.object({
        id,
        name: z.string(),
        parentId: id.nullable(),
        /** In the team and all below it. */
        people: z.number(),
        /** By category id, as far as something can be shown. */
        categories: z.record(z.string(), aggregateShare),
      }),
    ),
  }),
})

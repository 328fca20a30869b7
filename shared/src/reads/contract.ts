import { z } from 'zod'
import { purpose } from '../access/purpose.ts'
import { id, instant } from '../http/fields.ts'
import { defineRoute } from '../http/route.ts'

/**
 * What was opened: `heatmap`, a team's people with all levels; `ratings`, one person's ratings of a skill with notes; `audit_export`, a file of the
 * audit trail in which the person had done something.
 */
export const opened = z.enum(['heatmap', 'ratings', 'audit_export'])
export type Opened = z.infer<typeof opened>

export const readFilter = z.strictObject({
  purpose: purpose.optional(),
  /** Whole days in UTC, both included. */
  from: z.iso.date('Give a day such as 2026-11-21.').optional(),
  to: z.iso.date('Give a day such as 2026-11-21.').optional(),
})
export type ReadFilter = z.infer<typeof readFilter>

export const read = z.object({
  id,
  /** When it was opened first; again within the same hour, in the same session, it is not written again. */
  at: instant,
  reader: z.object({
    /** Null where they are no longer here. */
    name: z.string().nullable(),
    /** Asked by a program with a token of theirs. */
    token: z.boolean(),
  }),
  what: opened,
  /** Whose team or what was opened, by name; null where it is gone, or is the person themselves. */
  team: z.string().nullable(),
  /** Null where none is asked for. */
  purpose: purpose.nullable(),
  /** How many people's data was in the answer besides the reader's own. */
  people: z.number(),
  /** Of an export: the rows in the file. */
  rows: z.number().nullable(),
})
export type Read = z.infer<typeof read>

export const listReadsRoute = defineRoute({
  method: 'get',
  path: '/people/{personId}/reads',
  summary: 'Who read what is held on me, and what for: newest first, a page at a time',
  params: z.strictObject({ personId: id }),
  query: readFilter.extend({
    /** Where the page before ended. */
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  ok: z.object({ reads: z.array(read), next: z.string().nullable() }),
})

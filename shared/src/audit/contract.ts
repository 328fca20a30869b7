import { z } from 'zod'
import { id, instant } from '../http/fields.ts'
import { defineRoute } from '../http/route.ts'

/** Most events in one export: a larger one is refused, never cut. */
export const mostExported = 10_000

/** Days are whole days in UTC, both included. */
export const auditFilter = z.strictObject({
  /** The beginning of an action, such as `team.` or `team.added`. */
  action: z.string().trim().min(1).max(60).optional(),
  /** Who did it. */
  person: id.optional(),
  /** What it was done to, such as `team:<id>`. */
  subject: z.string().trim().min(1).max(120).optional(),
  /** Letters anywhere in the action or the subject. */
  search: z.string().trim().min(1).max(120).optional(),
  from: z.iso.date('Give a day such as 2026-11-21.').optional(),
  to: z.iso.date('Give a day such as 2026-11-21.').optional(),
})
export type AuditFilter = z.infer<typeof auditFilter>

export const auditEvent = z.object({
  id,
  at: instant,
  /** Who did it: null where the account stood for nobody; without a name where the person was removed since. */
  person: z.object({ id, name: z.string().nullable() }).nullable(),
  accountId: id.nullable(),
  /** What they did it with, such as a session of the browser. */
  means: z.string(),
  action: z.string(),
  subject: z.string(),
  /** What changed: `before` and `after` where there are both. */
  detail: z.record(z.string(), z.unknown()),
  /** Its place in the organisation's chain; null until it is sealed, some seconds after it happened. */
  seal: z.number().int().nullable(),
})
export type AuditEvent = z.infer<typeof auditEvent>

export const listAuditRoute = defineRoute({
  method: 'get',
  path: '/audit',
  scope: 'audit:read',
  summary: 'Who did what, newest first, a page at a time',
  query: auditFilter.extend({
    /** Where the page before ended. */
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  ok: z.object({ events: z.array(auditEvent), next: z.string().nullable() }),
})

export const exportAuditCsvRoute = defineRoute({
  method: 'post',
  path: '/audit/exports/csv',
  summary: `The events that fit as CSV, at most ${mostExported}; the export is an event itself`,
  media: 'text/csv',
  body: auditFilter,
  ok: z.string(),
})

export const exportAuditLinesRoute = defineRoute({
  method: 'post',
  path: '/audit/exports/jsonl',
  summary: `The events that fit as a JSON object per line, at most ${mostExported}; the export is an event itself`,
  media: 'application/jsonl',
  body: auditFilter,
  ok: z.string(),
})

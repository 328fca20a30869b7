import { can } from '@plumbline/shared/access/can.ts'
import { mostExported } from '@plumbline/shared/audit/contract.ts'
import type { AuditFilter } from '@plumbline/shared/audit/contract.ts'
import { invalid } from '@plumbline/shared/errors/problem.ts'
import { requires } from '#access/require.ts'
import type { Ctx } from '#http/context.ts'
import { noteExport } from './open-people.ts'
import { cursorOf, readCursor } from './cursor.ts'
import { eventLines, eventsCsv } from './files.ts'
import type { Event } from './files.ts'
import { openDetails } from './opening.ts'
import { eventsBy } from './queries.ts'
import { record } from './record.ts'

type Row = Awaited<ReturnType<typeof eventsBy>>[number]

const eventOf = ({ id, at, accountId, personId, personName, means, action, subject, detail, seal }: Row): Event => ({
  id,
  at,
  person: personId === null ? null : { id: personId, name: personName },
  accountId,
  means,
  action,
  subject,
  detail,
  seal,
})

export async function listAudit(
  { tx, actor }: Ctx,
  { after, limit, ...filter }: AuditFilter & { after?: string | undefined; limit: number },
) {
  requires(can.viewAudit, actor)
  const rows = await eventsBy(tx, actor.orgId, filter, { limit, ...(after !== undefined && { after: readCursor(after) }) })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    events: (await openDetails(tx, actor.orgId, page)).map(eventOf),
    next: rows.length > limit && last ? cursorOf({ at: last.place, id: last.id }) : null,
  }
}

/** All that fit, as a file; that it was taken, with its filter and number of events, is an event itself. Refuses what would be too many. */
async function exportAudit(ctx: Ctx, format: 'csv' | 'jsonl', filter: AuditFilter): Promise<Event[]> {
  const { tx, actor } = ctx
  requires(can.viewAudit, actor)
  const rows = await eventsBy(tx, actor.orgId, filter, { limit: mostExported })
  if (rows.length > mostExported)
    throw invalid(`More than ${mostExported.toLocaleString('en')} events fit. Choose fewer days, and export the others after.`, [
      { in: 'body', pointer: '/from', detail: 'Choose fewer days.' },
    ])
  const people = rows.flatMap(({ personId, personName }) => (personId === null || personName === null ? [] : [personId]))
  await noteExport(ctx, { what: 'audit_export', subject: `organisation:${actor.orgId}`, people }, { format, filter, rows: rows.length })
  await record(ctx, 'audit.exported', `organisation:${actor.orgId}`, { format, filter, rows: rows.length })
  return (await openDetails(tx, actor.orgId, rows)).map(eventOf)
}

export const exportAuditCsv = async (ctx: Ctx, filter: AuditFilter) => eventsCsv(await exportAudit(ctx, 'csv', filter))

export const exportAuditLines = async (ctx: Ctx, filter: AuditFilter) => eventLines(await exportAudit(ctx, 'jsonl', filter))

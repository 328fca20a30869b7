import { and, desc, eq, gte, lt, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { AuditFilter } from '@plumbline/shared/audit/contract.ts'
import type { Tx } from '#db/client.ts'
import { auditEvents, auditSeals, people } from '#db/schema.ts'

export interface Place {
  /** With microseconds, which a JavaScript date would lose. */
  at: string
  id: string
}

/** As letters, whatever they mean to LIKE. */
const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&')

function matching(orgId: string, { action, person, subject, search, from, to }: AuditFilter): SQL | undefined {
  const like = search && `%${literal(search)}%`
  return and(
    eq(auditEvents.orgId, orgId),
    action === undefined ? undefined : sql`${auditEvents.action} like ${`${literal(action)}%`}`,
    person === undefined ? undefined : eq(auditEvents.personId, person),
    subject === undefined ? undefined : eq(auditEvents.subject, subject),
    like === undefined ? undefined : or(sql`${auditEvents.action} ilike ${like}`, sql`${auditEvents.subject} ilike ${like}`),
    from === undefined ? undefined : gte(auditEvents.at, sql`${from}::date at time zone 'UTC'`),
    to === undefined ? undefined : lt(auditEvents.at, sql`(${to}::date + 1) at time zone 'UTC'`),
  )
}

/** Newest first, one more than asked for where there are more. */
export const eventsBy = (tx: Tx, orgId: string, filter: AuditFilter, { after, limit }: { after?: Place | undefined; limit: number }) =>
  tx
    .select({
      id: auditEvents.id,
      at: auditEvents.at,
      place: sql<string>`to_char(${auditEvents.at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
      accountId: auditEvents.accountId,
      personId: auditEvents.personId,
      personName: people.name,
      means: auditEvents.means,
      action: auditEvents.action,
      subject: auditEvents.subject,
      detail: sql<Record<string, unknown>>`${auditEvents.detail}`,
      seal: auditSeals.sequence,
    })
    .from(auditEvents)
    .leftJoin(people, and(eq(people.orgId, auditEvents.orgId), eq(people.id, auditEvents.personId)))
    .leftJoin(auditSeals, and(eq(auditSeals.orgId, auditEvents.orgId), eq(auditSeals.eventId, auditEvents.id)))
    .where(
      and(
        matching(orgId, filter),
        after === undefined ? undefined : sql`(${auditEvents.at}, ${auditEvents.id}) < (${after.at}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(auditEvents.at), desc(auditEvents.id))
    .limit(limit + 1)

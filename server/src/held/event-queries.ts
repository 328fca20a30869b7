import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import type { Whose } from './held-queries.ts'

const byOrAbout = ({ orgId, personId, accountId }: Whose): SQL => sql`
  e.org_id = ${orgId} and (e.account_id = ${accountId}::uuid or e.person_id = ${personId}::uuid or e.subject = 'person:' || ${personId}
    or e.subject = 'account:' || ${accountId} or position(${personId ?? 'nobody'} in e.detail::text) > 0)`

interface EventRow {
  [column: string]: unknown
  id: string
  at: string
  action: string
  subject: string
  means: string
  by_me: boolean
  about_me: boolean
  detail: Record<string, unknown>
}

/** Events that the person did or that are about them, newest first. `about_me`: what it says in detail is said of them. */
export async function eventsOf(tx: Tx, whose: Whose, most: number): Promise<EventRow[]> {
  const { personId, accountId } = whose
  const { rows } = await tx.execute<EventRow>(sql`
    select e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, e.action, e.subject, e.means, e.detail,
      coalesce(e.account_id = ${accountId}::uuid or e.person_id = ${personId}::uuid, false) as by_me,
      coalesce(e.detail -> 'sealed' ->> 'person', case when e.subject in ('person:' || ${personId}, 'account:' || ${accountId}) then ${personId} end)
        is not distinct from ${personId} as about_me
    from audit_events e where ${byOrAbout(whose)} order by e.at desc, e.id desc limit ${most + 1}`)
  return rows
}

export async function countEvents(tx: Tx, whose: Whose): Promise<number> {
  const { rows } = await tx.execute<{ rows: number }>(sql`select count(*)::int as rows from audit_events e where ${byOrAbout(whose)}`)
  return rows[0]?.rows ?? 0
}

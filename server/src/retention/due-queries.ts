import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { RetentionClassId } from '@plumbline/shared/retention/classes.ts'
import { asKeeper } from '#db/client.ts'
import type { Tx } from '#db/client.ts'

/**
 * What is due, by class: the table as `t`, whose it is, the day that its age is shown by, and when it may go. The policies of the keeper's
 * role say the same once more, so that a mistake here removes too little and never too much.
 */
interface Due {
  readonly table: SQL
  /** How many rows go, where it is not those of the table. */
  readonly rows?: SQL
  readonly people: SQL | null
  readonly day: SQL
  readonly when: SQL
}

const inUtc = (instant: SQL): SQL => sql`(${instant} at time zone 'UTC')::date`

/** People whose days since they left are over. */
export const leaverIsDue = sql`t.left_on + (select kept_days('leavers_ratings')) <= ${inUtc(sql`now()`)}`
/** Ratings that a newer one replaced long enough ago. */
export const ratingIsDue = sql`t.rated_at < (select kept_since('rating_history')) and exists (
  select from ratings n where n.org_id = t.org_id and n.person_id = t.person_id and n.skill_id = t.skill_id and n.kind = t.kind
    and (n.rated_at, n.id) > (t.rated_at, t.id) and n.rated_at < (select kept_since('rating_history')))`
export const invitationIsDue = sql`t.expires_at < (select kept_since('invitations'))`
export const keyIsDue = sql`t.created_at < (select kept_since('idempotency_keys'))`
export const readIsDue = sql`t.at < (select kept_since('reads'))`

/** The last seal of those whose events are all old enough, without a gap and without the newest; null where there is none. */
export const lastDueSeal = (orgId: string): SQL => sql`(
  select least(h.sequence - 1, coalesce((
      select min(s.sequence) from audit_seals s left join audit_events e on (e.org_id, e.id) = (s.org_id, s.event_id)
      where s.org_id = h.org_id and (e.id is null or e.at >= (select kept_since('audit')))), h.sequence) - 1)
  from audit_heads h where h.org_id = ${orgId})`

const due = (orgId: string): Record<RetentionClassId, Due> => ({
  leavers_ratings: {
    table: sql`people t left join ratings r on (r.org_id, r.person_id) = (t.org_id, t.id)`,
    rows: sql`(count(r.id) + count(distinct t.id))::int`,
    people: sql`t.id`,
    day: sql`t.left_on`,
    when: leaverIsDue,
  },
  rating_history: { table: sql`ratings t`, people: sql`t.person_id`, day: inUtc(sql`t.rated_at`), when: ratingIsDue },
  audit: {
    table: sql`audit_events t join audit_seals s on (s.org_id, s.event_id) = (t.org_id, t.id)`,
    people: null,
    day: inUtc(sql`t.at`),
    when: sql`s.sequence <= ${lastDueSeal(orgId)}`,
  },
  reads: { table: sql`reads t`, people: null, day: inUtc(sql`t.at`), when: readIsDue },
  invitations: { table: sql`invitations t`, people: sql`t.person_id`, day: inUtc(sql`t.expires_at`), when: invitationIsDue },
  idempotency_keys: { table: sql`idempotency_keys t`, people: null, day: inUtc(sql`t.created_at`), when: keyIsDue },
})

interface Counted {
  [column: string]: unknown
  rows: number
  people: number | null
  oldest: string | null
  newest: string | null
}

/**
 * How much of one class would go now. Reads are counted as the keeper: an admin sees no more of them than their own, and counting tells no more
 * than days.
 */
export const countDue = (tx: Tx, orgId: string, id: RetentionClassId): Promise<Counted> =>
  id === 'reads' ? asKeeper(tx, (tx) => counted(tx, orgId, id)) : counted(tx, orgId, id)

async function counted(tx: Tx, orgId: string, id: RetentionClassId): Promise<Counted> {
  const { table, rows: amount, people, day, when } = due(orgId)[id]
  const { rows } = await tx.execute<Counted>(sql`
    select ${amount ?? sql`count(*)::int`} as rows, ${people === null ? sql`null` : sql`count(distinct ${people})::int`} as people,
      min(${day})::text as oldest, max(${day})::text as newest
    from ${table} where t.org_id = ${orgId} and ${when}`)
  return rows[0] ?? { rows: 0, people: null, oldest: null, newest: null }
}

import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { invitationIsDue, keyIsDue, lastDueSeal, leaverIsDue, ratingIsDue, readIsDue } from './due-queries.ts'

/** What one block removed; `last` is where the next one goes on, null at the end. */
export interface Block {
  readonly rows: number
  readonly last: string | null
}

const first = '00000000-0000-0000-0000-000000000000'

async function removed(tx: Tx, statement: SQL): Promise<Block> {
  const { rows } = await tx.execute<{ rows: number; last: string | null }>(statement)
  return rows[0] ?? { rows: 0, last: null }
}

/** Rows by id that are due, at most `most`. */
const byId = (table: SQL, when: SQL) => (tx: Tx, orgId: string, after: string | null, most: number) =>
  removed(
    tx,
    sql`with due as (
        select t.id from ${table} t where t.org_id = ${orgId} and t.id > ${after ?? first}::uuid and ${when} order by t.id limit ${most}
      ), gone as (
        delete from ${table} t where t.org_id = ${orgId} and t.id in (select id from due) and ${when} returning t.id
      )
      select (select count(*)::int from gone) as rows, (select max(id::text) from due) as last`,
  )

export const removeRatings = byId(sql`ratings`, ratingIsDue)
export const removeInvitations = byId(sql`invitations`, invitationIsDue)
export const removeReads = byId(sql`reads`, readIsDue)

const emptyAssessments = byId(
  sql`assessments`,
  sql`t.submitted_at < (select kept_since('rating_history'))
    and not exists (select from ratings r where (r.org_id, r.assessment_id) = (t.org_id, t.id))`,
)

/** Assessments that lost all of their ratings. They are no rows of their own: their ratings were counted. */
export const removeAssessments: typeof emptyAssessments = async (...block) => ({ ...(await emptyAssessments(...block)), rows: 0 })

/** People whose time since they left is over. */
export async function dueLeavers(tx: Tx, orgId: string, after: string | null, most: number): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select t.id from people t where t.org_id = ${orgId} and t.id > ${after ?? first}::uuid and ${leaverIsDue} order by t.id limit ${most}`)
  return rows.map(({ id }) => id)
}

/** Whether their time is over still: they may have come back meanwhile. Held to the end of the transaction. */
export async function lockDueLeaver(tx: Tx, orgId: string, id: string): Promise<boolean> {
  const { rows } = await tx.execute(sql`select t.id from people t where t.org_id = ${orgId} and t.id = ${id} and ${leaverIsDue} for update`)
  return rows.length > 0
}

/** Stored answers have no id of their own: each block takes the next ones there are. */
export const removeKeys = (tx: Tx, orgId: string, _after: string | null, most: number) =>
  removed(
    tx,
    sql`with due as (
        select t.account_id, t.key from idempotency_keys t where t.org_id = ${orgId} and ${keyIsDue} limit ${most}
      ), gone as (
        delete from idempotency_keys t where t.org_id = ${orgId} and (t.account_id, t.key) in (select account_id, key from due) and ${keyIsDue}
        returning t.key
      )
      select count(*)::int as rows, max(key) as last from gone`,
  )

export interface Cut {
  [column: string]: unknown
  sequence: string
  hash: string
}

/** Up to which seal the next block of the trail may go, at most `most` events of it. */
export async function nextCut(tx: Tx, orgId: string, most: number): Promise<Cut | null> {
  const { rows } = await tx.execute<Cut>(sql`
    select s.sequence, encode(s.hash, 'hex') as hash from audit_seals s
    where s.org_id = ${orgId} and s.sequence <= ${lastDueSeal(orgId)}
      and s.sequence <= coalesce((select b.sequence from audit_starts b where b.org_id = ${orgId}), 0) + ${most}
    order by s.sequence desc limit 1`)
  return rows[0] ?? null
}

/** Lets the chain begin after this seal, and removes what came up to it. Gives back how many events that were. */
export async function cutTrail(tx: Tx, orgId: string, { sequence, hash }: Cut): Promise<number> {
  await tx.execute(sql`
    insert into audit_starts (org_id, sequence, hash) values (${orgId}, ${sequence}, decode(${hash}, 'hex'))
    on conflict (org_id) do update set sequence = excluded.sequence, hash = excluded.hash`)
  const { rows } = await tx.execute<{ rows: number }>(sql`
    with seals as (delete from audit_seals where org_id = ${orgId} and sequence <= ${sequence} returning event_id),
    events as (delete from audit_events where org_id = ${orgId} and id in (select event_id from seals) returning id)
    select count(*)::int as rows from events`)
  return rows[0]?.rows ?? 0
}

import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'

const instantText = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`)

/** Every column of an event `e` as one text. jsonb prints equal values alike and no number shortened, which JavaScript would. */
const eventText = sql`jsonb_build_array(e.org_id, e.id, ${instantText('e.at')}, e.inserted_xid::text, e.account_id, e.person_id, e.means, e.action,
  e.subject, e.detail)::text`

/** Of many servers one seals an organisation at a time, until its transaction ends. */
export async function maySeal(tx: Tx, orgId: string): Promise<boolean> {
  const { rows } = await tx.execute<{ mine: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`audit seals ${orgId}`}, 0)) as mine`,
  )
  return rows[0]?.mine === true
}

interface Head {
  [column: string]: unknown
  sequence: string
  hash: string
}

export async function headOf(tx: Tx, orgId: string): Promise<{ sequence: number; hash: string } | null> {
  const { rows } = await tx.execute<Head>(sql`select sequence, encode(hash, 'hex') as hash from audit_heads where org_id = ${orgId}`)
  const head = rows[0]
  return head ? { sequence: Number(head.sequence), hash: head.hash } : null
}

/** The last seal of those that were removed with their events, being older than the organisation keeps them; null where none was. */
export async function startOf(tx: Tx, orgId: string): Promise<{ sequence: number; hash: string } | null> {
  const { rows } = await tx.execute<Head>(sql`select sequence, encode(hash, 'hex') as hash from audit_starts where org_id = ${orgId}`)
  const start = rows[0]
  return start ? { sequence: Number(start.sequence), hash: start.hash } : null
}

/** Whether an event says that the chain was shortened to there. */
export async function isCutRecorded(tx: Tx, orgId: string, { sequence, hash }: { sequence: number; hash: string }): Promise<boolean> {
  const { rows } = await tx.execute<{ recorded: boolean }>(sql`
    select exists (select from audit_events where org_id = ${orgId} and action = 'retention.audit_cut' and means = 'retention'
      and detail ->> 'sequence' = ${String(sequence)} and detail ->> 'hash' = ${hash}) as recorded`)
  return rows[0]?.recorded === true
}

interface Unsealed {
  [column: string]: unknown
  id: string
  event: string
  now: string
}

/**
 * The next events to seal, oldest transaction first and none of it left behind: those that no transaction still open can come before.
 * Only what is newer than the last sealed one is looked at. A transaction's number that this database has not given out yet came with a
 * restored backup: what it wrote is older than all that was written here, and nothing can be told from the numbers of the seals before.
 */
export async function unsealedEvents(tx: Tx, orgId: string, most: number) {
  const { rows } = await tx.execute<Unsealed>(sql`
    with here as (select pg_snapshot_xmin(pg_current_snapshot()) as xmin, pg_snapshot_xmax(pg_current_snapshot()) as xmax),
    last as (
      select e.inserted_xid from audit_seals s join audit_events e on (e.org_id, e.id) = (s.org_id, s.event_id)
      where s.org_id = ${orgId} order by s.sequence desc limit 1
    ),
    start as (select coalesce((select l.inserted_xid from last l, here where l.inserted_xid < here.xmax), '0'::xid8) as xid)
    select e.id, ${eventText} as event, ${instantText('now()')} as now
    from audit_events e, here, start
    where e.org_id = ${orgId} and e.inserted_xid >= start.xid and (e.inserted_xid < here.xmin or e.inserted_xid >= here.xmax)
      and not exists (select from audit_seals s where (s.org_id, s.event_id) = (e.org_id, e.id))
    order by e.inserted_xid >= here.xmax desc, e.inserted_xid
    fetch first ${most} rows with ties`)
  return rows
}

export interface Seal {
  sequence: number
  eventId: string
  previous: string
  hash: string
  sealedAt: string
}

/** Adds the seals in one statement, and moves the head to the last of them. */
export async function insertSeals(tx: Tx, orgId: string, seals: readonly Seal[], head: Pick<Seal, 'sequence' | 'hash'>): Promise<void> {
  await tx.execute(sql`
    insert into audit_seals (org_id, sequence, event_id, previous_hash, hash, sealed_at)
    select ${orgId}::uuid, s.sequence, s."eventId", decode(s.previous, 'hex'), decode(s.hash, 'hex'), s."sealedAt"
    from jsonb_to_recordset(${JSON.stringify(seals)}::jsonb) as s(sequence bigint, "eventId" uuid, previous text, hash text, "sealedAt" timestamptz)`)
  await tx.execute(sql`
    insert into audit_heads (org_id, sequence, hash) values (${orgId}, ${head.sequence}, decode(${head.hash}, 'hex'))
    on conflict (org_id) do update set sequence = excluded.sequence, hash = excluded.hash`)
}

interface SealedRow {
  [column: string]: unknown
  sequence: string
  event_id: string
  previous: string
  hash: string
  sealed_at: string
  event: string | null
}

/** Seals after a place in the chain with the text of their events as they are now; null where an event is gone. */
export async function sealedAfter(tx: Tx, orgId: string, sequence: number, most: number) {
  const { rows } = await tx.execute<SealedRow>(sql`
    select s.sequence, s.event_id, encode(s.previous_hash, 'hex') as previous, encode(s.hash, 'hex') as hash, ${instantText('s.sealed_at')} as sealed_at,
      case when e.id is not null then ${eventText} end as event
    from audit_seals s left join audit_events e on (e.org_id, e.id) = (s.org_id, s.event_id)
    where s.org_id = ${orgId} and s.sequence > ${sequence} order by s.sequence limit ${most}`)
  return rows.map((row) => ({
    sequence: Number(row.sequence),
    eventId: row.event_id,
    previous: row.previous,
    hash: row.hash,
    sealedAt: row.sealed_at,
    event: row.event,
  }))
}

interface Stray {
  [column: string]: unknown
  id: string
  late: boolean
}

/** Events without a seal. `late`: the last seal came after the transaction that claims to have written it, so it was put there afterwards. */
export async function eventsWithoutSeal(tx: Tx, orgId: string) {
  const { rows } = await tx.execute<Stray>(sql`
    with last as (
      select e.inserted_xid from audit_seals s join audit_events e on (e.org_id, e.id) = (s.org_id, s.event_id)
      where s.org_id = ${orgId} order by s.sequence desc limit 1
    )
    select e.id, coalesce(e.inserted_xid <= (select l.inserted_xid from last l where l.inserted_xid < pg_snapshot_xmax(pg_current_snapshot())), false) as late
    from audit_events e
    where e.org_id = ${orgId} and not exists (select from audit_seals s where (s.org_id, s.event_id) = (e.org_id, e.id))
    order by e.inserted_xid, e.id`)
  return rows
}

/** For upkeep over all of them, as the role that may list nothing else. */
export async function organisationIds(tx: Tx): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`select id from organisations order by id`)
  return rows.map(({ id }) => id)
}

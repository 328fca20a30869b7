import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { RetentionClassId } from '@plumbline/shared/retention/classes.ts'
import type { Tx } from '#db/client.ts'

export type Removed = Partial<Record<RetentionClassId, number>>

/** A run that nothing was heard of for so long was cut short: with its server it is gone. */
const silence = sql`interval '10 minutes'`

interface Run {
  [column: string]: unknown
  id: string
  removed: Removed
}

/** Of many servers one begins a run at a time, until its transaction ends. */
export async function mayBegin(tx: Tx, orgId: string): Promise<boolean> {
  const { rows } = await tx.execute<{ mine: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`retention ${orgId}`}, 0)) as mine`,
  )
  return rows[0]?.mine === true
}

/** Whether a run is at work, or one ended on this day, in UTC. */
export async function runsOfToday(tx: Tx, orgId: string): Promise<{ atWork: boolean; ended: boolean }> {
  const { rows } = await tx.execute<{ at_work: boolean; ended: boolean }>(sql`
    select coalesce(bool_or(ended_at is null and touched_at >= now() - ${silence}), false) as at_work,
      coalesce(bool_or((ended_at at time zone 'UTC')::date = (now() at time zone 'UTC')::date), false) as ended
    from retention_runs where org_id = ${orgId} and started_at > now() - interval '3 days'`)
  return { atWork: rows[0]?.at_work ?? false, ended: rows[0]?.ended ?? false }
}

/** Runs that were cut short, with what they had removed until then. */
export async function brokenRuns(tx: Tx, orgId: string): Promise<Run[]> {
  const { rows } = await tx.execute<Run>(sql`
    select id, removed from retention_runs where org_id = ${orgId} and ended_at is null and touched_at < now() - ${silence}`)
  return rows
}

export async function insertRun(tx: Tx, orgId: string): Promise<string> {
  const id = uuidv7()
  await tx.execute(sql`insert into retention_runs (org_id, id) values (${orgId}, ${id})`)
  return id
}

/** Adds what a block removed to its run, in the block's own transaction. */
export const addToRun = (tx: Tx, orgId: string, id: string, of: RetentionClassId, rows: number) =>
  tx.execute(sql`
    update retention_runs set touched_at = now(), removed = case when ${rows}::int = 0 then removed
      else removed || jsonb_build_object(${of}::text, coalesce((removed ->> ${of})::int, 0) + ${rows}::int) end
    where org_id = ${orgId} and id = ${id}`)

/** Ends a run and says in the audit trail how many rows of each class it removed. */
export async function endRun(tx: Tx, orgId: string, id: string, more: { interrupted?: true; kept?: string } = {}): Promise<Removed> {
  const { rows } = await tx.execute<{ removed: Removed }>(sql`
    update retention_runs set touched_at = now(), ended_at = now() where org_id = ${orgId} and id = ${id} and ended_at is null returning removed`)
  const removed = rows[0]?.removed ?? {}
  await recordRetention(tx, orgId, 'retention.ran', { removed, ...more })
  return removed
}

/** The keeper acts for nobody: its events have neither account nor person. */
export const recordRetention = (tx: Tx, orgId: string, action: 'retention.ran' | 'retention.audit_cut', detail: Record<string, unknown>) =>
  tx.execute(sql`
    insert into audit_events (org_id, id, means, action, subject, detail)
    values (${orgId}, ${uuidv7()}, 'retention', ${action}, ${`organisation:${orgId}`}, ${JSON.stringify(detail)}::jsonb)`)

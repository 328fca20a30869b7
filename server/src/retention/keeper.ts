import type { Logger } from 'pino'
import type { RetentionClassId } from '@plumbline/shared/retention/classes.ts'
import { organisationIds } from '#audit/chain-queries.ts'
import { flawsUpTo } from '#audit/verify.ts'
import type { Database, Tx } from '#db/client.ts'
import { removeDeadSessions } from '#identity/dead-session-queries.ts'
import type { SessionLimits } from '#identity/session-limits.ts'
import { eraseLeavers } from './leavers.ts'
import {
  type Block,
  cutTrail,
  nextCut,
  removeAssessments,
  removeInvitations,
  removeKeys,
  removeRatings,
  removeReads,
} from './remove-queries.ts'
import { addToRun, brokenRuns, endRun, insertRun, mayBegin, recordRetention, type Removed, runsOfToday } from './run-queries.ts'

/** Most rows that one transaction removes, so that nobody waits for it. */
export const blockSize = 5000

type Remove = (tx: Tx, orgId: string, after: string | null, most: number) => Promise<Block>

const steps: readonly (readonly [RetentionClassId, Remove])[] = [
  ['rating_history', removeRatings],
  ['rating_history', removeAssessments],
  ['reads', removeReads],
  ['invitations', removeInvitations],
  ['idempotency_keys', removeKeys],
]

interface Kept {
  readonly database: Database
  readonly orgId: string
}

const asKeeper = <T>({ database, orgId }: Kept, run: (tx: Tx) => Promise<T>): Promise<T> =>
  database.withTx({ orgId }, { as: 'plumbline_keeper', statementMs: 300_000 }, run)

/**
 * Removes what an organisation kept long enough, block by block, and says so in its audit trail. Null where another server is at it, or did it
 * today already; `again` does it all the same.
 */
export async function runRetention(database: Database, orgId: string, { again = false } = {}): Promise<Removed | null> {
  const kept = { database, orgId }
  const id = await asKeeper(kept, async (tx) => {
    if (!(await mayBegin(tx, orgId))) return null
    const { atWork, ended } = await runsOfToday(tx, orgId)
    if (atWork || (ended && !again)) return null
    for (const broken of await brokenRuns(tx, orgId)) await endRun(tx, orgId, broken.id, { interrupted: true })
    return insertRun(tx, orgId)
  })
  if (id === null) return null
  // First: ratings that go with their person need not be looked at again.
  await eraseLeavers(database, orgId, (rows) => asKeeper(kept, (tx) => addToRun(tx, orgId, id, 'leavers_ratings', rows)))
  for (const [of, remove] of steps) await removeAll(kept, id, of, remove)
  const whole = await shortenTrail(kept, id)
  return asKeeper(kept, (tx) => endRun(tx, orgId, id, whole ? {} : { kept: 'The audit trail is broken, so nothing of it was removed.' }))
}

async function removeAll(kept: Kept, id: string, of: RetentionClassId, remove: Remove): Promise<void> {
  let after: string | null = null
  do {
    const from: string | null = after
    after = await asKeeper(kept, async (tx) => {
      const { rows, last } = await remove(tx, kept.orgId, from, blockSize)
      await addToRun(tx, kept.orgId, id, of, rows)
      return last
    })
  } while (after !== null)
}

/** False where the part that would go is not whole: then it stays as it is, for it is what shows the tampering. */
async function shortenTrail(kept: Kept, id: string): Promise<boolean> {
  const { database, orgId } = kept
  for (;;) {
    const cut = await asKeeper(kept, (tx) => nextCut(tx, orgId, blockSize))
    if (cut === null) return true
    const options = { readOnly: true, as: 'plumbline_sealer', statementMs: 300_000, isolation: 'repeatable read' } as const
    const flaws = await database.withTx({ orgId }, options, (tx) => flawsUpTo(tx, orgId, Number(cut.sequence)))
    if (flaws.length > 0) return false
    await asKeeper(kept, async (tx) => {
      const rows = await cutTrail(tx, orgId, cut)
      await addToRun(tx, orgId, id, 'audit', rows)
      await recordRetention(tx, orgId, 'retention.audit_cut', { sequence: Number(cut.sequence), hash: cut.hash, events: rows })
    })
  }
}

/** Runs every organisation's that was not run today, one after the other, and removes sessions that hold no more. */
export async function runAll(database: Database, limits: SessionLimits, stopped: () => boolean = () => false): Promise<void> {
  const ids = await database.withTx({}, { readOnly: true, as: 'plumbline_operator' }, organisationIds)
  for (const orgId of ids) if (!stopped()) await runRetention(database, orgId)
  await removeDeadSessions(database.identity, limits)
}

const everyMs = 3_600_000
const firstAfterMs = 60_000

export interface Keeper {
  /** Begins no further organisation, and waits for the one at work. */
  stop: () => Promise<void>
}

/** Looks every hour whether today's run is still to be made. One that fails is told in the log and made an hour later. */
export function startKeeper(database: Database, limits: SessionLimits, log: Logger): Keeper {
  let stopped = false
  let running = Promise.resolve()
  let busy = false
  const round = () => {
    if (busy) return
    busy = true
    running = runAll(database, limits, () => stopped)
      .catch((error: unknown) =>
        log.warn({ fault: error instanceof Error ? error.name : 'unknown' }, 'what was kept long enough was not removed'),
      )
      .finally(() => {
        busy = false
      })
  }
  const soon = setTimeout(round, firstAfterMs).unref()
  const hourly = setInterval(round, everyMs).unref()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(soon)
      clearInterval(hourly)
      await running
    },
  }
}

import type { Logger } from 'pino'
import type { Database } from '#db/client.ts'
import { organisationIds } from './aggregates-queries.ts'
import { countAggregates } from './aggregates-count.ts'

const everyMs = 60_000

export interface Upkeep {
  /** Lets the round at work end, and begins no other. Never fails. */
  stop: () => Promise<void>
}

/**
 * Counts the aggregates of every organisation once a day, and of a new one within a minute. One that fails is told in the log and tried again;
 * the others go on.
 */
export function startAggregates(database: Database, log: Logger): Upkeep {
  let stopping = false
  const fault = (error: unknown) => ({ fault: error instanceof Error ? error.name : 'unknown' })
  const round = async () => {
    const ids = await database.withTx({}, { readOnly: true, as: 'plumbline_operator' }, organisationIds)
    for (const orgId of ids) {
      if (stopping) return
      await countAggregates(database, orgId).catch((error: unknown) => log.warn(fault(error), 'the aggregates were not counted'))
    }
  }
  let running = Promise.resolve()
  let busy = false
  const start = () => {
    if (busy) return
    busy = true
    running = round()
      .catch((error: unknown) => log.warn(fault(error), 'no aggregates were counted'))
      .finally(() => {
        busy = false
      })
  }
  start()
  const timer = setInterval(start, everyMs)
  timer.unref()
  return {
    stop: async () => {
      stopping = true
      clearInterval(timer)
      await running
    },
  }
}

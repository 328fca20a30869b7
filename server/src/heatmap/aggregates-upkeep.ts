import type { Logger } from 'pino'
import type { Database } from '#db/client.ts'
import { organisationIds } from './aggregates-queries.ts'
import { countAggregates } from './aggregates-count.ts'

const everyMs = 60_000

export interface Upkeep {
  /** Gives up the round at work, which is done at the next start, and begins no other. Never fails. */
  stop: () => Promise<void>
}

/**
 * Counts the aggregates of every organisation once a day, and of a new one within a minute. One that fails is told in the log and tried again;
 * the others go on.
 */
export function startAggregates(database: Database, log: Logger): Upkeep {
  const stopping = new AbortController()
  const fault = (error: unknown) => ({ fault: error instanceof Error ? error.name : 'unknown' })
  const round = async () => {
    const ids = await database.withTx({}, { readOnly: true, as: 'plumbline_operator' }, organisationIds)
    for (const orgId of ids) {
      if (stopping.signal.aborted) return
      await countAggregates(database, orgId, stopping.signal).catch((error: unknown) => {
        if (!stopping.signal.aborted) log.warn(fault(error), 'the aggregates were not counted')
      })
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
      stopping.abort()
      clearInterval(timer)
      await running
    },
  }
}

import type { Logger } from 'pino'
import type { Database } from '#db/client.ts'
import { beginning, hashOfLink } from './chain.ts'
import { headOf, insertSeals, maySeal, organisationIds, unsealedEvents } from './chain-queries.ts'
import type { Seal } from './chain-queries.ts'

const batch = 1000
const everyMs = 5000

/** Seals what can be sealed of every organisation. Gives back how many events that were. */
export async function sealAll(database: Database): Promise<number> {
  const ids = await database.withTx({}, { readOnly: true, as: 'plumbline_operator' }, organisationIds)
  let sealed = 0
  for (const orgId of ids) {
    let last: number
    do {
      last = await sealBatch(database, orgId)
      sealed += last
    } while (last >= batch)
  }
  return sealed
}

/** One transaction of its own: no change that is recorded ever waits for a seal. */
const sealBatch = (database: Database, orgId: string): Promise<number> =>
  database.withTx({ orgId }, { as: 'plumbline_sealer', statementMs: 60_000 }, async (tx) => {
    if (!(await maySeal(tx, orgId))) return 0
    const events = await unsealedEvents(tx, orgId, batch)
    if (events.length === 0) return 0
    let head = (await headOf(tx, orgId)) ?? { sequence: 0, hash: beginning }
    const seals = events.map(({ id, event, now }): Seal => {
      const link = { previous: head.hash, sequence: head.sequence + 1, sealedAt: now }
      head = { sequence: link.sequence, hash: hashOfLink({ ...link, event }) }
      return { ...link, eventId: id, hash: head.hash }
    })
    await insertSeals(tx, orgId, seals, head)
    return seals.length
  })

export interface Sealer {
  /** Seals a last time what can be sealed, and seals no more. Never fails: what is left is sealed at the next start. */
  stop: () => Promise<void>
}

/** Seals every few seconds, one round after the other. A round that fails is told in the log and tried again. */
export function startSealer(database: Database, log: Logger): Sealer {
  const round = () =>
    sealAll(database).then(
      () => undefined,
      (error: unknown) => log.warn({ fault: error instanceof Error ? error.name : 'unknown' }, 'the audit trail was not sealed'),
    )
  let running = Promise.resolve()
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    running = round().finally(() => {
      busy = false
    })
  }, everyMs)
  timer.unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await running
      await round()
    },
  }
}

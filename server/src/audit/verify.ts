import type { Tx } from '#db/client.ts'
import { beginning, hashOfLink } from './chain.ts'
import { eventsWithoutSeal, headOf, sealedAfter } from './chain-queries.ts'

const page = 2000
const most = 100

export interface Verified {
  /** A sentence per flaw, at most 100. Empty: the trail is whole. */
  readonly flaws: readonly string[]
  readonly sealed: number
  /** Events that came after the last seal. */
  readonly pending: number
  /** The newest seal's hash in hex, to be noted elsewhere; null before the first. */
  readonly head: string | null
}

/**
 * Works the chain of one organisation out anew from its events and names every seal or event that does not fit: edited, deleted, swapped, put in
 * between, or cut off at the end. `noted`: a head that was noted earlier must be part of the chain; with it even a chain that was rewritten
 * whole, or taken away, is found. Reads only; run it in a transaction that speaks for the organisation.
 */
export async function verifyTrail(tx: Tx, orgId: string, noted: readonly string[] = []): Promise<Verified> {
  const flaws: string[] = []
  const missing = new Set(noted)
  let last = { sequence: 0, hash: beginning }
  for (let seals = await sealedAfter(tx, orgId, 0, page); seals.length > 0; seals = await sealedAfter(tx, orgId, last.sequence, page)) {
    for (const { eventId, event, ...seal } of seals) {
      const at = `seal ${seal.sequence} (event ${eventId})`
      if (seal.sequence !== last.sequence + 1) flaws.push(`${at}: the seals before it from ${last.sequence + 1} on are gone`)
      else if (seal.previous !== last.hash) flaws.push(`${at}: does not follow the seal before it`)
      if (event === null) flaws.push(`${at}: its event was deleted`)
      else if (hashOfLink({ ...seal, event }) !== seal.hash) flaws.push(`${at}: the event or the seal was changed`)
      missing.delete(seal.hash)
      last = seal
    }
  }
  const head = await headOf(tx, orgId)
  if (head === null && last.sequence > 0) flaws.push('the head of the chain was deleted')
  if (head !== null && (head.sequence !== last.sequence || head.hash !== last.hash))
    flaws.push(`the head says seal ${head.sequence} with ${head.hash}, the chain ends with seal ${last.sequence} and ${last.hash}`)
  const strays = await eventsWithoutSeal(tx, orgId)
  for (const { id, late } of strays) if (late) flaws.push(`event ${id}: put in, or its seal taken away, after later events were sealed`)
  for (const hash of missing) flaws.push(`the noted head ${hash} is no part of the chain: it was rewritten or cut`)
  const pending = strays.filter(({ late }) => !late).length
  return { flaws: flaws.slice(0, most), sealed: last.sequence, pending, head: last.sequence === 0 ? null : last.hash }
}

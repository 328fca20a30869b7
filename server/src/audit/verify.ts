import type { Tx } from '#db/client.ts'
import { beginning, hashOfLink } from './chain.ts'
import { eventsWithoutSeal, headOf, isCutRecorded, sealedAfter, startOf } from './chain-queries.ts'

interface Place {
  readonly sequence: number
  readonly hash: string
}

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

/** Follows the chain from its beginning to its end, or to the seal at `until`. */
async function walk(tx: Tx, orgId: string, start: Place | null, each: (hash: string) => void, until = Number.POSITIVE_INFINITY) {
  const flaws: string[] = []
  let last: Place = start ?? { sequence: 0, hash: beginning }
  let seals = await sealedAfter(tx, orgId, 0, page)
  while (seals.length > 0 && last.sequence < until) {
    for (const { eventId, event, ...seal } of seals) {
      const at = `seal ${seal.sequence} (event ${eventId})`
      if (seal.sequence > until) return { flaws, last }
      if (seal.sequence <= last.sequence) flaws.push(`${at}: stands before the beginning of the chain`)
      else if (seal.sequence !== last.sequence + 1) flaws.push(`${at}: the seals before it from ${last.sequence + 1} on are gone`)
      else if (seal.previous !== last.hash) flaws.push(`${at}: does not follow the seal before it`)
      if (event === null) flaws.push(`${at}: its event was deleted`)
      else if (hashOfLink({ ...seal, event }) !== seal.hash) flaws.push(`${at}: the event or the seal was changed`)
      each(seal.hash)
      last = seal
    }
    seals = await sealedAfter(tx, orgId, last.sequence, page)
  }
  return { flaws, last }
}

/** A sentence per flaw of the chain from its beginning to this seal. Empty: that part is whole. */
export async function flawsUpTo(tx: Tx, orgId: string, sequence: number): Promise<readonly string[]> {
  const { flaws, last } = await walk(tx, orgId, await startOf(tx, orgId), () => undefined, sequence)
  return last.sequence === sequence ? flaws : [...flaws, `seal ${sequence} is gone`]
}

/**
 * Works the chain of one organisation out anew from its events and names every seal or event that does not fit: edited, deleted, swapped, put in
 * between, or cut off at the end. `noted`: a head that was noted earlier must be part of the chain; with it even a chain that was rewritten
 * whole, or taken away, is found; one from before the chain's beginning cannot be told from such a chain. Reads only; run it in a transaction that speaks for the organisation.
 */
export async function verifyTrail(tx: Tx, orgId: string, noted: readonly string[] = []): Promise<Verified> {
  const missing = new Set(noted)
  const start = await startOf(tx, orgId)
  const { flaws, last } = await walk(tx, orgId, start, (hash) => missing.delete(hash))
  // Only the run that removed the oldest events moves the beginning, and each time writes an event that is sealed like any other.
  if (start !== null && !(await isCutRecorded(tx, orgId, start)))
    flaws.push(`the chain begins after seal ${start.sequence}, and no event says that it was shortened to there`)
  if (start !== null) missing.delete(start.hash)
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

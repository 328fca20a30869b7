import { createHash } from 'node:crypto'

/** What the first seal of an organisation follows. */
export const beginning = '0'.repeat(64)

export interface Link {
  /** Hex of the seal before. */
  readonly previous: string
  readonly sequence: number
  /** ISO 8601 in UTC with microseconds, as the database prints it. */
  readonly sealedAt: string
  /** The whole event as one canonical text: see `eventText` in `chain-queries.ts`. */
  readonly event: string
}

/** The hash of a seal in hex: SHA-256 over the seal before, the place in the chain, the time of sealing and every column of the event. */
export const hashOfLink = ({ previous, sequence, sealedAt, event }: Link): string =>
  createHash('sha256').update(Buffer.from(previous, 'hex')).update(`\n${sequence}\n${sealedAt}\n${event}`, 'utf8').digest('hex')

import type { Actor } from '@plumbline/shared/access/actor.ts'
import type { Tx } from '#db/client.ts'

/** What a verb works with: who acts, and the transaction that the whole request is. */
export interface Ctx {
  readonly actor: Actor
  readonly tx: Tx
}

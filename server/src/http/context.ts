import type { Actor } from '@plumbline/shared/access/actor.ts'
import { forbidden } from '@plumbline/shared/errors/problem.ts'
import type { Purpose } from '@plumbline/shared/access/purpose.ts'
import type { Opened } from '@plumbline/shared/identity/sign-in-rule.ts'
import type { Tx } from '#db/client.ts'

/** With what the actor acts. */
export interface By {
  /** `session`, `token:<id>`, or before there is a session `sign-in` and `link`. What the server does on its own is by `server`. */
  readonly means: string
  readonly sessionId: string | null
  readonly purpose: Purpose | null
  /** How the session was opened; absent for a token. */
  readonly opened?: Opened
}

/** What a verb works with: who acts, and the transaction that the whole request is. */
export interface Ctx {
  readonly actor: Actor
  readonly tx: Tx
  /** Absent where the server acts on its own. */
  readonly by?: By
}

/** Throws `forbidden` with this sentence where a token acts: what rights come from is given by people. */
export function requirePerson({ by }: Ctx, reason: string): void {
  if (by?.means.startsWith('token:') === true) throw forbidden(reason)
}

/** The browser session that asks. Throws `forbidden` for a token, which has none. */
export function sessionOf({ by }: Ctx): string {
  if (typeof by?.sessionId !== 'string') throw forbidden('This is for people who are signed in, not for tokens.')
  return by.sessionId
}

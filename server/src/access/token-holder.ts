import type { Actor } from '@plumbline/shared/access/actor.ts'
import type { Purpose } from '@plumbline/shared/access/purpose.ts'
import { scopes as rules } from '@plumbline/shared/access/token-scopes.ts'
import type { Scope } from '@plumbline/shared/access/token-scopes.ts'
import { PlumblineError } from '@plumbline/shared/errors/problem.ts'
import { speakFor } from '#db/client.ts'
import type { Database, Tx } from '#db/client.ts'
import type { SignInTries } from '#identity/tries.ts'
import { actorOf, whoOf } from './actor-of.ts'
import { noteTokenUse, tokenByHash } from './token-queries.ts'
import { hashOfToken, isWholeSecret } from './token-secret.ts'

/** What a token that works was made for. */
export interface TokenHolder {
  readonly id: string
  readonly orgId: string
  /** Who made it, the owner of a personal one; the token itself where they have left. */
  readonly accountId: string
  readonly kind: 'personal' | 'organisation'
  readonly scopes: readonly Scope[]
  readonly purpose: Purpose
}

/** One answer for all that do not work, so that nothing tells a revoked token from one that never was. */
export const noSuchToken = () =>
  new PlumblineError('unauthenticated', 'This token does not work: it is mistyped, expired or revoked. Make a new one under Tokens.')

interface Given {
  readonly database: Database
  readonly tries: SignInTries
}

/**
 * The token behind a secret, as it stands at this request; notes its use, at most once a minute. Throws `unauthenticated` for one that does not
 * work. Only a whole secret that nobody was ever given is a guess: those are counted for the address, and answered with `too_many` in the end.
 */
export async function tokenHolder({ database, tries }: Given, secret: string, address: string): Promise<TokenHolder> {
  if (!isWholeSecret(secret)) throw noSuchToken()
  const token = hashOfToken(secret)
  const found = await database.withTx({ token }, { readOnly: true }, (tx) => tokenByHash(tx, token))
  if (found === undefined) {
    await tries.failedToken(address)
    throw noSuchToken()
  }
  const { id, orgId, ownerId, madeBy, scopes, purpose, works, useIsWorthNoting } = found
  if (!works) throw noSuchToken()
  if (useIsWorthNoting) await database.withTx({ orgId }, {}, (tx) => noteTokenUse(tx, orgId, id))
  return { id, orgId, accountId: madeBy ?? id, kind: ownerId === null ? 'organisation' : 'personal', scopes, purpose }
}

/**
 * Whom a token acts for on a route of this scope, or null where its owner is no member any more. A personal token has its owner's rights as
 * they stand now; one of the organisation those of an admin who is nobody. Where the scope says nothing of single people's levels, the
 * database shows the transaction no rating at all.
 */
export async function actorOfToken(tx: Tx, { orgId, accountId, kind }: TokenHolder, scope: Scope | null): Promise<Actor | null> {
  const full: Actor | null =
    kind === 'personal'
      ? await actorOf(tx, accountId, orgId)
      : { accountId, orgId, personId: null, role: 'admin', leads: new Set<string>(), withoutRatings: true }
  if (full === null) return null
  if (kind === 'personal' && scope !== null && rules[scope].ofPeople) return full
  const actor: Actor = { ...full, withoutRatings: true }
  await speakFor(tx, whoOf(actor))
  return actor
}

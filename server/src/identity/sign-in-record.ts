import type { SignInMethod } from '@plumbline/shared/identity/contract.ts'
import { actorOf } from '#access/actor-of.ts'
import { record } from '#audit/record.ts'
import type { Database, Tx } from '#db/client.ts'
import type { By } from '#http/context.ts'
import { accountByEmail, membershipsOf } from './queries.ts'
import { endOwnSession } from './session-queries.ts'

/** Stands for whoever acts without being known: a guess at a password, a command on the server. */
export const nobody = '00000000-0000-0000-0000-000000000000'

interface Noted {
  readonly action: string
  readonly subject: string
  readonly detail: Record<string, unknown>
  readonly by: By
  /** Nobody is known to be behind it. */
  readonly unknown?: boolean
}

/** Writes into the trail of every organisation that the account belongs to: an account that belongs to none has no trail. */
export async function noteOfAccount(tx: Tx, accountId: string, { action, subject, detail, by, unknown = false }: Noted): Promise<void> {
  for (const { orgId } of await membershipsOf(tx, accountId)) {
    const member = await actorOf(tx, accountId, orgId)
    if (member === null) continue
    await record({ tx, by, actor: unknown ? { ...member, accountId: nobody, personId: null } : member }, action, subject, detail)
  }
}

const byForm: By = { means: 'sign-in', sessionId: null, purpose: null }

/** That a session was opened, and how. Neither the e-mail address nor the client's goes into the trail. */
export const noteOpened = (database: Database, accountId: string, how: { method: SignInMethod; secondFactor: boolean }): Promise<void> =>
  database.withTx({ accountId }, {}, (tx) =>
    noteOfAccount(tx, accountId, { action: 'session.opened', subject: `account:${accountId}`, detail: { ...how }, by: byForm }),
  )

/** Ends a session because its owner signed out, and says so in the same transaction. */
export const signOutOf = (database: Database, { id, accountId }: { id: string; accountId: string }): Promise<void> =>
  database.withTx({ accountId }, {}, async (tx) => {
    if (!(await endOwnSession(tx, accountId, id))) return
    const by = { means: 'session', sessionId: id, purpose: null }
    await noteOfAccount(tx, accountId, { action: 'session.ended', subject: `session:${id}`, detail: { reason: 'signed out' }, by })
  })

/** That a password was wrong, or the last of too many that were. For an address without an account nothing is written. */
export async function noteFailure(database: Database, email: string, lockedUntil: Date | null): Promise<void> {
  const account = await accountByEmail(database.identity, email)
  if (!account) return
  const action = lockedUntil === null ? 'sign_in.failed' : 'sign_in.locked_out'
  const detail = { method: 'password', ...(lockedUntil !== null && { until: lockedUntil.toISOString() }) }
  await database.withTx({ accountId: account.id }, {}, (tx) =>
    noteOfAccount(tx, account.id, { action, subject: `account:${account.id}`, detail, by: byForm, unknown: true }),
  )
}

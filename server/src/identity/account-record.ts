import { actorOf } from '#access/actor-of.ts'
import { record } from '#audit/record.ts'
import type { Tx } from '#db/client.ts'
import type { By } from '#http/context.ts'
import { membershipsOf } from './queries.ts'

interface Happening {
  action: string
  /** Or what works it out, and may change something, in an organisation. */
  detail: Record<string, unknown> | ((orgId: string) => Promise<Record<string, unknown>>)
  /** What it says of the person, sealed for them in each organisation. */
  values?: Record<string, unknown>
  by?: By | undefined
}

/**
 * Records a change of how an account signs in, in each organisation that it belongs to: it concerns all of them. The transaction has to speak for
 * the account; afterwards it speaks within `orgId`, or the last of them.
 */
export async function recordForAccount(tx: Tx, accountId: string, { action, detail, values, by }: Happening, orgId: string | null = null) {
  for (const membership of await membershipsOf(tx, accountId)) {
    const actor = await actorOf(tx, accountId, membership.orgId)
    if (actor === null) continue
    const said = typeof detail === 'function' ? await detail(membership.orgId) : detail
    await record({ tx, actor, ...(by && { by }) }, action, `account:${accountId}`, said, values && { about: actor.personId, values })
  }
  if (orgId !== null) await actorOf(tx, accountId, orgId)
}

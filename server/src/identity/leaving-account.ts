import { whoOf } from '#access/actor-of.ts'
import type { Ctx } from '#http/context.ts'
import { deleteAccount, lockAccount, membershipsElsewhere } from './leaving-queries.ts'

/**
 * Ends an account that lost its membership in the actor's organisation: without another one it goes, with its sessions and all it signs in
 * with. Gives back whether it did. Held against an invitation elsewhere that is accepted at the same time.
 */
export async function endAccountWithoutMembership({ tx, actor }: Ctx, accountId: string): Promise<boolean> {
  await lockAccount(tx, accountId)
  if ((await membershipsElsewhere(tx, accountId, whoOf(actor))) > 0) return false
  await deleteAccount(tx, accountId)
  return true
}

import { roleOfClaims } from '@plumbline/shared/identity/provider-roles.ts'
import { actorOf } from '#access/actor-of.ts'
import { record } from '#audit/record.ts'
import type { Database } from '#db/client.ts'
import { holdRoles, setRole } from './provider-queries.ts'
import type { ProviderSettings } from './provider-settings.ts'
import { membershipsOf } from './queries.ts'

/**
 * Gives the account the role that the provider's groups say. Left alone: where nothing is said, the last admin, and accounts of several
 * organisations, since a group does not say which of them it is about.
 */
export async function applyRole(
  database: Database,
  { id, roles }: ProviderSettings,
  accountId: string,
  claims: Readonly<Record<string, unknown>>,
): Promise<void> {
  const after = roles === undefined ? null : roleOfClaims(roles, claims)
  if (after === null) return
  await database.withTx({ accountId }, {}, async (tx) => {
    const [membership, another] = await membershipsOf(tx, accountId)
    if (membership === undefined || another !== undefined) return
    const { orgId } = membership
    const actor = await actorOf(tx, accountId, orgId)
    const held = await holdRoles(tx, orgId, accountId)
    const before = held.find((one) => one.accountId === accountId)?.role
    if (actor === null || before === undefined || before === after) return
    const by = { means: `provider:${id}`, sessionId: null, purpose: null }
    const last = before === 'admin' && held.filter(({ role }) => role === 'admin').length === 1
    if (!last) await setRole(tx, orgId, accountId, after)
    const detail = { provider: id, before, after: last ? before : after, ...(last && { kept: 'the last admin stays one' }) }
    await record({ tx, actor, by }, last ? 'membership.role_kept' : 'membership.role_changed', `account:${accountId}`, detail)
  })
}

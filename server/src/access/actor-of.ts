import { sql } from 'drizzle-orm'
import type { Actor } from '@plumbline/shared/access/actor.ts'
import type { SignInRule } from '@plumbline/shared/identity/contract.ts'
import type { Tx, Who } from '#db/client.ts'

interface Row extends Record<string, unknown> {
  org_id: string
  person_id: string | null
  role: Actor['role']
  leads: string[]
  sign_in_rule: SignInRule
}

/** Whom the account acts for, as it stands now, and with what its organisation has people sign in; null where it belongs to no organisation, or not to the one that is named. From here on the transaction sees that organisation. */
export async function enterAs(
  tx: Tx,
  accountId: string,
  orgId: string | null = null,
): Promise<{ actor: Actor; signInRule: SignInRule } | null> {
  const { rows } = await tx.execute<Row>(
    sql`select org_id, person_id, role, leads, sign_in_rule_of(org_id) as sign_in_rule from enter_organisation(${accountId}::uuid, ${orgId}::uuid)`,
  )
  const row = rows[0]
  if (!row) return null
  const actor = { accountId, orgId: row.org_id, personId: row.person_id, role: row.role, leads: new Set(row.leads) }
  return { actor, signInRule: row.sign_in_rule }
}

/** Whom the account acts for, as `enterAs` finds it. */
export const actorOf = async (tx: Tx, accountId: string, orgId: string | null = null): Promise<Actor | null> =>
  (await enterAs(tx, accountId, orgId))?.actor ?? null

/** For whom the database is to take the transaction while this actor is at work. */
export const whoOf = ({ accountId, orgId, personId, role, leads, withoutRatings }: Actor): Who =>
  withoutRatings === true
    ? { accountId, orgId, personId: null, leads: new Set() }
    : { accountId, orgId, personId, ...(role !== 'admin' && { leads }) }

import { sql } from 'drizzle-orm'
import type { Actor } from '@plumbline/shared/access/actor.ts'
import type { Tx, Who } from '#db/client.ts'

/** Whom the account acts for, as it stands now, or null where it belongs to no organisation, or not to the one that is named. From here on the transaction sees that organisation. */
export async function actorOf(tx: Tx, accountId: string, orgId: string | null = null): Promise<Actor | null> {
  const { rows } = await tx.execute<{ org_id: string; person_id: string | null; role: Actor['role']; leads: string[] }>(
    sql`select org_id, person_id, role, leads from enter_organisation(${accountId}::uuid, ${orgId}::uuid)`,
  )
  const row = rows[0]
  if (!row) return null
  return { accountId, orgId: row.org_id, personId: row.person_id, role: row.role, leads: new Set(row.leads) }
}

/** For whom the database is to take the transaction while this actor is at work. */
export const whoOf = ({ accountId, orgId, personId, role, leads, withoutRatings }: Actor): Who =>
  withoutRatings === true
    ? { accountId, orgId, personId: null, leads: new Set() }
    : { accountId, orgId, personId, ...(role !== 'admin' && { leads }) }

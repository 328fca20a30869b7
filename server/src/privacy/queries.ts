import { and, eq, sql } from 'drizzle-orm'
import { asIdentity } from '#db/client.ts'
import type { Tx } from '#db/client.ts'
import { erasures, memberships, organisations, people, sessions } from '#db/schema.ts'

/** By the clock of the database. */
export const organisationAndTime = async (tx: Tx, orgId: string) =>
  (
    await tx
      .select({ name: organisations.name, at: sql`now()`.mapWith(organisations.createdAt) })
      .from(organisations)
      .where(eq(organisations.id, orgId))
  )[0]

export const nameOf = async (tx: Tx, orgId: string, personId: string) =>
  (
    await tx
      .select({ name: people.name })
      .from(people)
      .where(and(eq(people.orgId, orgId), eq(people.id, personId)))
  )[0]?.name

/** How a session was opened, and whether that, or a proof that it is still its owner's, was within these minutes; nothing where it has just ended. */
export const openingOf = async (tx: Tx, sessionId: string, minutes: number) =>
  (
    await asIdentity(tx, (tx) =>
      tx
        .select({
          method: sessions.method,
          recent: sql<boolean>`greatest(${sessions.createdAt}, ${sessions.provedAt}) > now() - make_interval(mins => ${minutes})`,
        })
        .from(sessions)
        .where(eq(sessions.id, sessionId)),
    )
  )[0]

export const adminsOf = (tx: Tx, orgId: string) =>
  tx
    .select({ accountId: memberships.accountId })
    .from(memberships)
    .where(and(eq(memberships.orgId, orgId), eq(memberships.role, 'admin')))

/** Held to the end of the transaction, in one order: of two admins who leave at once the second finds the first gone. */
export const lockAdmins = (tx: Tx, orgId: string) => adminsOf(tx, orgId).orderBy(memberships.accountId).for('update')

/** False where another export of this account is under way. */
export async function mayExport(tx: Tx, accountId: string): Promise<boolean> {
  const { rows } = await tx.execute<{ mine: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`held ${accountId}`}, 0)) as mine`,
  )
  return rows[0]?.mine === true
}

/** Seen through the policy that knows the id, by whoever holds the proof. */
export async function erasureById(tx: Tx, id: string) {
  await tx.execute(sql`select set_config('plumbline.erasure', ${id}, true)`)
  const [row] = await tx
    .select({
      id: erasures.id,
      at: erasures.at,
      removed: erasures.removed,
      kept: erasures.kept,
      keyFingerprint: erasures.keyFingerprint,
      auditEventId: erasures.auditEventId,
    })
    .from(erasures)
    .where(eq(erasures.id, id))
  return row
}

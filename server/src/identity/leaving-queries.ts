import { eq } from 'drizzle-orm'
import { asIdentity, speakFor } from '#db/client.ts'
import type { Tx, Who } from '#db/client.ts'
import { accounts, memberships } from '#db/schema.ts'

/** Held until the transaction ends: nobody joins anything with it meanwhile. */
export const lockAccount = (tx: Tx, accountId: string) =>
  asIdentity(tx, (tx) => tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, accountId)).for('update'))

/** How many organisations the account belongs to, at most 2 are counted; afterwards the transaction speaks for `who` again. */
export async function membershipsElsewhere(tx: Tx, accountId: string, who: Who): Promise<number> {
  await speakFor(tx, { ...who, accountId })
  const found = await tx.select({ orgId: memberships.orgId }).from(memberships).where(eq(memberships.accountId, accountId)).limit(2)
  await speakFor(tx, who)
  return found.length
}

/** With its sessions, passwords and all else that hangs on it. */
export const deleteAccount = (tx: Tx, accountId: string) => asIdentity(tx, (tx) => tx.delete(accounts).where(eq(accounts.id, accountId)))

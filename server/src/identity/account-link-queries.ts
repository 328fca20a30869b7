import { and, count, eq, gt, ne, sql } from 'drizzle-orm'
import type { Database, Tx } from '#db/client.ts'
import { asIdentity } from '#db/client.ts'
import { accountLinks, accounts, credentials } from '#db/schema.ts'

type Identity = Database['identity']
type Kind = 'reset' | 'email'

interface NewLink {
  id: string
  accountId: string
  kind: Kind
  tokenHash: string
  hours: number
  email?: string
  sessionId?: string
}

/** Who signs in with this address, and whether with a password. */
export const accountOf = async (db: Identity | Tx, email: string) =>
  (
    await db
      .select({
        id: accounts.id,
        name: accounts.name,
        email: accounts.email,
        hasPassword: sql<boolean>`${credentials.password} is not null`,
      })
      .from(accounts)
      .leftJoin(credentials, and(eq(credentials.userId, accounts.id), eq(credentials.providerId, 'credential')))
      .where(eq(accounts.email, email))
  )[0]

/** The account itself, held until the transaction ends. */
export const holdAccount = async (tx: Tx, accountId: string) =>
  (
    await tx
      .select({ id: accounts.id, name: accounts.name, email: accounts.email })
      .from(accounts)
      .where(eq(accounts.id, accountId))
      .for('update')
  )[0]

/** Keeps a link that ends the account's earlier ones of its kind. False where there were `most` within the hour. The account has to be held. */
export async function putAccountLink(tx: Tx, { hours, ...link }: NewLink, most: number): Promise<boolean> {
  const own = and(eq(accountLinks.accountId, link.accountId), eq(accountLinks.kind, link.kind))
  await tx.execute(sql`delete from account_links where id in (
    select id from account_links where created_at < now() - interval '1 day' limit 100 for update skip locked)`)
  const [recent] = await tx
    .select({ links: count() })
    .from(accountLinks)
    .where(and(own, gt(accountLinks.createdAt, sql`now() - interval '1 hour'`)))
  if ((recent?.links ?? 0) >= most) return false
  await tx
    .update(accountLinks)
    .set({ expiresAt: sql`now()` })
    .where(own)
  await tx.insert(accountLinks).values({ ...link, expiresAt: sql`now() + make_interval(hours => ${hours})` })
  return true
}

const valid = (kind: Kind, tokenHash: string) =>
  and(eq(accountLinks.kind, kind), eq(accountLinks.tokenHash, tokenHash), gt(accountLinks.expiresAt, sql`now()`))

export const openAccountLink = async (db: Identity, kind: Kind, tokenHash: string) =>
  (
    await db
      .select({ accountId: accountLinks.accountId, email: accounts.email })
      .from(accountLinks)
      .innerJoin(accounts, eq(accounts.id, accountLinks.accountId))
      .where(valid(kind, tokenHash))
  )[0]

/** Ends a link, and gives what it was for; nothing where it has ended. It stays to be counted. */
export const useAccountLink = (tx: Tx, kind: Kind, tokenHash: string) =>
  asIdentity(
    tx,
    async (tx) =>
      (
        await tx
          .update(accountLinks)
          .set({ expiresAt: sql`now()` })
          .where(valid(kind, tokenHash))
          .returning({ accountId: accountLinks.accountId, email: accountLinks.email, sessionId: accountLinks.sessionId })
      )[0],
  )

/** Ends all links of the account: they were sent to an address that it may no longer have. */
export const endAccountLinks = (tx: Tx, accountId: string) =>
  asIdentity(tx, (tx) =>
    tx
      .update(accountLinks)
      .set({ expiresAt: sql`now()` })
      .where(and(eq(accountLinks.accountId, accountId), gt(accountLinks.expiresAt, sql`now()`))),
  )

/** False where another account has the address. */
export const setEmail = (tx: Tx, accountId: string, email: string): Promise<boolean> =>
  asIdentity(tx, async (tx) => {
    // One after the other, so that the check holds until the change is kept.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`e-mail ${email}`}, 0))`)
    const [other] = await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.email, email), ne(accounts.id, accountId)))
    if (other !== undefined) return false
    await tx
      .update(accounts)
      .set({ email, emailVerified: true, updatedAt: sql`now()` })
      .where(eq(accounts.id, accountId))
    return true
  })

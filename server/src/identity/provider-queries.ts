import { and, eq, gt, like, sql } from 'drizzle-orm'
import type { Database, Tx } from '#db/client.ts'
import { asIdentity } from '#db/client.ts'
import { accounts, credentials, memberships, organisations, providerFlows, sessions } from '#db/schema.ts'

type Identity = Database['identity']
type Flow = Omit<typeof providerFlows.$inferInsert, 'expiresAt'>

/** Keeps a way to the provider for ten minutes, and removes some of those that are over. */
export async function putFlow(db: Identity, flow: Flow) {
  await db.execute(sql`delete from provider_flows where state_hash in (
    select state_hash from provider_flows where expires_at < now() limit 100 for update skip locked)`)
  await db.insert(providerFlows).values({ ...flow, expiresAt: sql`now() + interval '10 minutes'` })
}

/** Takes a flow away: of two who come with the same state one gets it. Another browser or provider does not, and leaves it there. */
export const takeFlow = async (db: Identity, at: Pick<Flow, 'stateHash' | 'browserHash' | 'provider'>) =>
  (
    await db
      .delete(providerFlows)
      .where(
        and(
          eq(providerFlows.stateHash, at.stateHash),
          eq(providerFlows.browserHash, at.browserHash),
          eq(providerFlows.provider, at.provider),
          gt(providerFlows.expiresAt, sql`now()`),
        ),
      )
      .returning()
  )[0]

/** How an issuer's subjects stand in `credentials`. */
export const keyOfIssuer = (issuer: string): string => `oidc:${issuer}`

interface Subject {
  issuer: string
  subject: string
}

export const accountOfSubject = async (tx: Tx, { issuer, subject }: Subject) =>
  (
    await asIdentity(tx, (tx) =>
      tx
        .select({ accountId: credentials.userId })
        .from(credentials)
        .where(and(eq(credentials.providerId, keyOfIssuer(issuer)), eq(credentials.accountId, subject))),
    )
  )[0]?.accountId

/** `taken`: the subject signs someone in already. `another`: the account has another subject of this issuer. */
export const linkSubject = (tx: Tx, row: Subject & { id: string; accountId: string }): Promise<'linked' | 'taken' | 'another'> =>
  asIdentity(tx, async (tx) => {
    const { id, accountId, issuer, subject } = row
    const made = await tx
      .insert(credentials)
      .values({ id, userId: accountId, providerId: keyOfIssuer(issuer), accountId: subject })
      .onConflictDoNothing()
      .returning({ id: credentials.id })
    if (made.length > 0) return 'linked'
    const [owner] = await tx
      .select({ accountId: credentials.userId })
      .from(credentials)
      .where(and(eq(credentials.providerId, keyOfIssuer(issuer)), eq(credentials.accountId, subject)))
    return owner === undefined ? 'another' : owner.accountId === accountId ? 'linked' : 'taken'
  })

/** An account without a password. False where the address has one already. */
export const insertAccount = (tx: Tx, row: { id: string; name: string; email: string }): Promise<boolean> =>
  asIdentity(
    tx,
    async (tx) =>
      (
        await tx
          .insert(accounts)
          .values({ ...row, emailVerified: true })
          .onConflictDoNothing()
          .returning({ id: accounts.id })
      ).length > 0,
  )

/** An account's ways to sign in that are kept as credentials, the oldest first; held, so that of two removals at once the second sees the first. */
export const credentialsOf = (tx: Tx, accountId: string, { hold = false } = {}) =>
  asIdentity(tx, (tx) => {
    const query = tx
      .select({ id: credentials.id, key: credentials.providerId, password: credentials.password, createdAt: credentials.createdAt })
      .from(credentials)
      .where(eq(credentials.userId, accountId))
      .orderBy(credentials.createdAt, credentials.id)
    return hold ? query.for('update') : query
  })

export const unlinkSubject = (tx: Tx, accountId: string, id: string) =>
  asIdentity(tx, (tx) =>
    tx.delete(credentials).where(and(eq(credentials.userId, accountId), eq(credentials.id, id), like(credentials.providerId, 'oidc:%'))),
  )

const freshSince = sql`now() - interval '10 minutes'`

/** How a session was opened, and whether within the last ten minutes. */
export const sessionFacts = async (tx: Tx, accountId: string, sessionId: string) =>
  (
    await asIdentity(tx, (tx) =>
      tx
        .select({ method: sessions.method, fresh: sql<boolean>`${sessions.createdAt} > ${freshSince}` })
        .from(sessions)
        .where(and(eq(sessions.userId, accountId), eq(sessions.id, sessionId))),
    )
  )[0]

/** The roles of an organisation's admins and of this account, held until the transaction ends, so that two of the last admins cannot go at once. */
export const holdRoles = (tx: Tx, orgId: string, accountId: string) =>
  tx
    .select({ accountId: memberships.accountId, role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.orgId, orgId), sql`(${memberships.role} = 'admin' or ${memberships.accountId} = ${accountId}::uuid)`))
    .orderBy(memberships.accountId)
    .for('update')

export const setRole = (tx: Tx, orgId: string, accountId: string, role: 'admin' | 'member' | 'viewer') =>
  tx
    .update(memberships)
    .set({ role })
    .where(and(eq(memberships.orgId, orgId), eq(memberships.accountId, accountId)))

export const signInRuleOf = async (tx: Tx, orgId: string) =>
  (await tx.select({ rule: organisations.signInRule }).from(organisations).where(eq(organisations.id, orgId)))[0]?.rule

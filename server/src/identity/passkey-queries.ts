import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { passkeyChallenges, passkeys } from '#db/schema.ts'
import type { Queries } from './factor-queries.ts'
import { stepSeconds } from './browser-cookie.ts'

export const passkeysOf = (db: Queries, accountId: string) =>
  db
    .select({
      id: passkeys.id,
      name: passkeys.name,
      credentialId: passkeys.credentialId,
      rpId: passkeys.rpId,
      transports: passkeys.transports,
      createdAt: passkeys.createdAt,
      lastUsedAt: passkeys.lastUsedAt,
    })
    .from(passkeys)
    .where(eq(passkeys.accountId, accountId))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id))

/** Held until the transaction ends: of two uses at once the second sees the first one's counter. */
export const lockPasskey = async (tx: Queries, credentialId: string) =>
  (
    await tx
      .select({
        id: passkeys.id,
        accountId: passkeys.accountId,
        publicKey: passkeys.publicKey,
        rpId: passkeys.rpId,
        counter: passkeys.counter,
      })
      .from(passkeys)
      .where(eq(passkeys.credentialId, credentialId))
      .for('update')
  )[0]

export const notePasskeyUse = (tx: Queries, id: string, counter: number) =>
  tx
    .update(passkeys)
    .set({ counter, lastUsedAt: sql`now()` })
    .where(eq(passkeys.id, id))

interface NewPasskey {
  id: string
  accountId: string
  credentialId: string
  publicKey: string
  rpId: string
  counter: number
  transports: string[]
  name: string
}

export const insertPasskey = (tx: Queries, row: NewPasskey) => tx.insert(passkeys).values(row)

const own = (accountId: string, id: string) => and(eq(passkeys.accountId, accountId), eq(passkeys.id, id))

export const renameOwnPasskey = async (tx: Queries, accountId: string, id: string, name: string) =>
  (await tx.update(passkeys).set({ name }).where(own(accountId, id)).returning({ id: passkeys.id })).length > 0

/** Gives its name; undefined where the account has no such passkey. */
export const deleteOwnPasskey = async (tx: Queries, accountId: string, id: string) =>
  (await tx.delete(passkeys).where(own(accountId, id)).returning({ name: passkeys.name }))[0]

export type ChallengeFor =
  | { purpose: 'sign_in'; browserHash: string; stepId: string | null }
  | { purpose: 'add' | 'prove'; sessionId: string }

/** Kept for five minutes; what was never answered goes along the way. */
export async function insertChallenge(db: Queries, id: string, challenge: string, whom: ChallengeFor): Promise<void> {
  const over = db
    .select({ id: passkeyChallenges.id })
    .from(passkeyChallenges)
    .where(sql`${passkeyChallenges.expiresAt} < now()`)
    .limit(100)
    .for('update', { skipLocked: true })
  await db.delete(passkeyChallenges).where(sql`${passkeyChallenges.id} in (${over})`)
  const expiresAt = sql`now() + make_interval(secs => ${stepSeconds})`
  await db.insert(passkeyChallenges).values({ id, challenge, expiresAt, ...whom })
}

/** Takes what was to be signed, so that it is used once whatever comes of it. */
export const takeChallenge = async (
  db: Queries,
  whom: { browserHash: string } | { purpose: 'add' | 'prove'; sessionId: string; challenge: string },
) =>
  (
    await db
      .delete(passkeyChallenges)
      .where(
        and(
          gt(passkeyChallenges.expiresAt, sql`now()`),
          'browserHash' in whom
            ? eq(passkeyChallenges.browserHash, whom.browserHash)
            : and(
                eq(passkeyChallenges.purpose, whom.purpose),
                eq(passkeyChallenges.sessionId, whom.sessionId),
                eq(passkeyChallenges.challenge, whom.challenge),
              ),
        ),
      )
      .returning({ challenge: passkeyChallenges.challenge, stepId: passkeyChallenges.stepId })
  )[0]

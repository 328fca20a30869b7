import { and, eq, isNull, lt, or, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { tokens } from '#db/schema.ts'

const isUnnoted = or(isNull(tokens.lastUsedAt), lt(tokens.lastUsedAt, sql`now() - interval '1 minute'`))

/** The token of this hash, seen through the policy that knows the hash, whether it still works or not. */
export const tokenByHash = async (tx: Tx, tokenHash: string) =>
  (
    await tx
      .select({
        id: tokens.id,
        orgId: tokens.orgId,
        ownerId: tokens.ownerId,
        madeBy: tokens.madeBy,
        scopes: tokens.scopes,
        purpose: tokens.purpose,
        works: sql<boolean>`${tokens.revokedAt} is null and ${tokens.expiresAt} > now()`,
        useIsWorthNoting: sql<boolean>`${isUnnoted}`,
      })
      .from(tokens)
      .where(eq(tokens.tokenHash, tokenHash))
  )[0]

/** Once a minute at most, however many use it at once. */
export const noteTokenUse = (tx: Tx, orgId: string, id: string) =>
  tx
    .update(tokens)
    .set({ lastUsedAt: sql`now()` })
    .where(and(eq(tokens.orgId, orgId), eq(tokens.id, id), isUnnoted))

/** Ends all tokens of an account in this organisation; how many there were. */
export const revokeTokensOf = async (tx: Tx, orgId: string, accountId: string) =>
  (
    await tx
      .update(tokens)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(tokens.orgId, orgId), eq(tokens.ownerId, accountId), isNull(tokens.revokedAt)))
      .returning({ id: tokens.id })
  ).length

import { and, desc, eq, gt, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import type { Purpose } from '@plumbline/shared/access/purpose.ts'
import type { Scope } from '@plumbline/shared/access/token-scopes.ts'
import type { Tx } from '#db/client.ts'
import { memberships, people, tokens } from '#db/schema.ts'

interface NewRow {
  id: string
  ownerId: string | null
  madeBy: string
  name: string
  tokenHash: string
  scopes: Scope[]
  purpose: Purpose
}

const columns = {
  id: tokens.id,
  name: tokens.name,
  scopes: tokens.scopes,
  purpose: tokens.purpose,
  createdAt: tokens.createdAt,
  expiresAt: tokens.expiresAt,
  lastUsedAt: tokens.lastUsedAt,
  now: sql`now()`.mapWith(tokens.createdAt),
}

const ownedBy = (ownerId: string | null) => (ownerId === null ? isNull(tokens.ownerId) : eq(tokens.ownerId, ownerId))

/** Not revoked, and not over for longer than a month. */
const isListed = and(isNull(tokens.revokedAt), gt(tokens.expiresAt, sql`now() - interval '30 days'`))

/** Of one owner, or of the organisation itself where that is null; one after the other, so that two at once do not count past each other. */
export const lockTokens = (tx: Tx, orgId: string, ownerId: string | null) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`tokens ${orgId} ${ownerId ?? ''}`}, 0))`)

export const countWorking = (tx: Tx, orgId: string, ownerId: string | null) =>
  tx.$count(tokens, and(eq(tokens.orgId, orgId), ownedBy(ownerId), isNull(tokens.revokedAt), gt(tokens.expiresAt, sql`now()`)))

/** Takes away those that no list shows any more. The audit trail still says who made and revoked them. */
export const pruneTokens = (tx: Tx, orgId: string, ownerId: string | null) => {
  const ended = or(lt(tokens.revokedAt, sql`now() - interval '30 days'`), lt(tokens.expiresAt, sql`now() - interval '30 days'`))
  return tx.delete(tokens).where(and(eq(tokens.orgId, orgId), ownedBy(ownerId), ended))
}

export const insertToken = async (tx: Tx, row: NewRow, days: number) =>
  (
    await tx
      .insert(tokens)
      .values({ ...row, expiresAt: sql`now() + make_interval(hours => 24 * ${days}::integer)` })
      .returning(columns)
  )[0]

export const tokensOf = (tx: Tx, orgId: string, ownerId: string) =>
  tx
    .select(columns)
    .from(tokens)
    .where(and(eq(tokens.orgId, orgId), eq(tokens.ownerId, ownerId), isListed))
    .orderBy(desc(tokens.id))

const withMaker = and(eq(memberships.orgId, tokens.orgId), eq(memberships.accountId, tokens.madeBy))
const withPerson = and(eq(people.orgId, memberships.orgId), eq(people.id, memberships.personId))

export const organisationTokens = (tx: Tx, orgId: string) =>
  tx
    .select({ ...columns, makerName: people.name, makerRole: memberships.role })
    .from(tokens)
    .leftJoin(memberships, withMaker)
    .leftJoin(people, withPerson)
    .where(and(eq(tokens.orgId, orgId), isNull(tokens.ownerId), isListed))
    .orderBy(desc(tokens.id))

/** One more than asked for where there are more. */
export const personalTokens = (tx: Tx, orgId: string, { after, limit }: { after?: string | undefined; limit: number }) =>
  tx
    .select({ ...columns, ownerName: people.name })
    .from(tokens)
    .leftJoin(memberships, withMaker)
    .leftJoin(people, withPerson)
    .where(and(eq(tokens.orgId, orgId), isNotNull(tokens.ownerId), isListed, after === undefined ? undefined : lt(tokens.id, after)))
    .orderBy(desc(tokens.id))
    .limit(limit + 1)

/** Of this owner; or any at all where that is left out. Undefined where there is none to revoke. */
export const revoke = async (tx: Tx, orgId: string, id: string, ownerId?: string) =>
  (
    await tx
      .update(tokens)
      .set({ revokedAt: sql`now()` })
      .where(
        and(eq(tokens.orgId, orgId), eq(tokens.id, id), isNull(tokens.revokedAt), ownerId === undefined ? undefined : ownedBy(ownerId)),
      )
      .returning({ name: tokens.name, ownerId: tokens.ownerId })
  )[0]

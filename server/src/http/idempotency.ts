import { createHash } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { conflict, invalid } from '@plumbline/shared/errors/problem.ts'
import { idempotencyKeys } from '#db/schema.ts'
import type { Ctx } from './context.ts'

export interface Answer {
  readonly status: number
  readonly body: unknown
}

/** What makes two requests the same request. */
export const requestHash = (method: string, path: string, body: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify([method, path, body ?? null]))
    .digest('hex')

/**
 * Runs a creation once per key: its answer is stored in the transaction that creates, so a retry after a lost answer gets the same one.
 * Two at once wait for each other. A key that was used for another request is refused.
 */
export async function once({ tx, actor }: Ctx, key: string | undefined, hash: string, run: () => Promise<Answer>): Promise<Answer> {
  if (key === undefined) return run()
  if (!/^[\x21-\x7e]{8,100}$/.test(key))
    throw invalid('Give an Idempotency-Key of 8 to 100 printable characters.', [
      { in: 'header', pointer: '/Idempotency-Key', detail: '8 to 100 printable characters' },
    ])
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${actor.accountId} ${key}`}, 0))`)
  const mine = and(eq(idempotencyKeys.orgId, actor.orgId), eq(idempotencyKeys.accountId, actor.accountId), eq(idempotencyKeys.key, key))
  const [stored] = await tx
    .select({ requestHash: idempotencyKeys.requestHash, status: idempotencyKeys.status, body: idempotencyKeys.body })
    .from(idempotencyKeys)
    .where(mine)
  if (stored && stored.requestHash !== hash) throw conflict('This Idempotency-Key was used for another request. Use a new one.')
  if (stored) return { status: stored.status, body: stored.body }
  const answer = await run()
  await tx.insert(idempotencyKeys).values({ accountId: actor.accountId, key, requestHash: hash, ...answer })
  return answer
}

import type { TransactionSql } from 'postgres'
import { expect, vi } from 'vitest'
import { sealAll } from '@plumbline/server/audit/sealer.ts'
import { verifyTrail } from '@plumbline/server/audit/verify.ts'
import type { World } from './world.ts'

/** Works on the organisation's rows as the owner of the tables, whom row-level security holds as well. */
export const asOwner = <T>(world: World, run: (sql: TransactionSql) => Promise<T>) =>
  world.ownerSql.begin(async (sql) => {
    await sql`select set_config('plumbline.org', ${world.organisationId}, true), set_config('plumbline.reach', 'organisation', true)`
    return run(sql)
  })

export const verified = (world: World, noted: string[] = []) =>
  world.database.withTx({ orgId: world.organisationId }, { readOnly: true, as: 'plumbline_sealer' }, (tx) =>
    verifyTrail(tx, world.organisationId, noted),
  )

/** Until nothing waits: transactions of the other databases of this server, at work for other tests, hold seals back too. */
export const sealTheRest = (world: World) =>
  vi.waitFor(
    async () => {
      await sealAll(world.database)
      expect(await verified(world)).toMatchObject({ flaws: [], pending: 0 })
    },
    { timeout: 30_000, interval: 20 },
  )

import { expect, test } from 'vitest'
import type { Database, Tx } from '@plumbline/server/db/client.ts'
import { startedWorld } from '../support/world.ts'

const queries = new Set(['select', 'selectDistinct', 'selectDistinctOn', 'execute', 'insert', 'update', 'delete'])

/** Counts the queries that are begun in the server's transactions. */
function counting() {
  const state = { count: 0 }
  const counted = (tx: Tx): Tx =>
    new Proxy(tx, {
      get: (target, key) => {
        if (typeof key === 'string' && queries.has(key)) state.count++
        const value: unknown = Reflect.get(target, key)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  const through = (database: Database): Database => ({
    ...database,
    withTx: (who, options, run) => database.withTx(who, options, (tx) => run(counted(tx))),
  })
  return { state, through }
}

test('the rights of a list are part of its query: leads of one team and of many are answered with as many queries as admins', async () => {
  const { state, through } = counting()
  const { admin, team, join } = await startedWorld('Acme', { through })
  const top = await team('Top')
  for (let at = 0; at < 12; at++) await team(`Team ${at}`, top)
  const small = await team('Small')
  const [many, one] = [await join({ name: 'Lea Many', teamId: top }), await join({ name: 'Leo One', teamId: small })]
  await admin.patch(`/teams/${top}`, { leads: [{ id: many.id }] }, { 'if-match': '"1"' })
  await admin.patch(`/teams/${small}`, { leads: [{ id: one.id }] }, { 'if-match': '"1"' })
  for (const path of ['/organisation/overview', '/people', '/teams', '/hiring/reports', '/hiring/gaps']) {
    const asked: number[] = []
    for (const caller of [admin, many, one]) {
      state.count = 0
      expect((await caller.get(path)).status).toBe(200)
      asked.push(state.count)
    }
    expect(asked[0]).toBeGreaterThan(1)
    expect([path, asked]).toEqual([path, [asked[0], asked[0], asked[0]]])
  }
})

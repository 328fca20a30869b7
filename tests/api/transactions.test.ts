import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openDatabase } from '@plumbline/server/db/client.ts'
import { emptyWorld, startedWorld } from '../support/world.ts'

test('a transaction works as a role that owns nothing and bypasses nothing', async () => {
  const { database } = await emptyWorld()
  const {
    rows: [row],
  } = await database.withTx({}, { readOnly: true }, (tx) =>
    tx.execute(
      sql`select rolname, rolsuper, rolbypassrls, (select count(*)::int from pg_class where relowner = r.oid) as owns from pg_roles r where rolname = current_user`,
    ),
  )
  expect(row).toEqual({ rolname: 'plumbline_app', rolsuper: false, rolbypassrls: false, owns: 0 })
})

test('a read-only transaction refuses to write', async () => {
  const { database } = await emptyWorld()
  await expect(
    database.withTx({}, { readOnly: true }, (tx) => tx.execute(sql`update installation set started_at = now()`)),
  ).rejects.toThrow('database error 25006')
})

test('a statement over its time limit ends as busy, and the connection goes on to serve', async () => {
  const { database } = await emptyWorld()
  await expect(database.withTx({}, { statementMs: 50 }, (tx) => tx.execute(sql`select pg_sleep(5)`))).rejects.toMatchObject({
    code: 'busy',
  })
  await expect(database.withTx({}, { readOnly: true }, async () => 'served')).resolves.toBe('served')
})

test('who waits too long for a connection is told busy instead of queueing without end', async () => {
  const { connection } = await emptyWorld()
  const small = openDatabase(connection, { poolSize: 1, waitMs: 100 })
  const { promise: held, resolve: release } = Promise.withResolvers<void>()
  const holder = small.withTx({}, { readOnly: true }, () => held)
  await expect(small.withTx({}, { readOnly: true }, async () => 'served')).rejects.toMatchObject({ code: 'busy' })
  release()
  await holder
  await small.close()
})

test('nothing of one transaction’s speaker is left for the next on the same connection', async () => {
  const { connection, organisationId } = await startedWorld()
  const single = openDatabase(connection, { poolSize: 1 })
  await single.withTx({ orgId: organisationId }, { readOnly: true }, async (tx) => tx.execute(sql`select 1`))
  const {
    rows: [row],
  } = await single.withTx({}, { readOnly: true }, (tx) => tx.execute<{ people: number }>(sql`select count(*)::int as people from people`))
  expect(row?.people).toBe(0)
  await single.close()
})

test('sign-in’s role reads no row of an organisation', async () => {
  const { database } = await startedWorld()
  await expect(database.identity.execute(sql`select * from people`)).rejects.toMatchObject({ cause: { code: '42501' } })
  await expect(database.withTx({}, { readOnly: true }, (tx) => tx.execute(sql`select * from credentials`))).rejects.toThrow(
    'database error 42501',
  )
})

test('ten retries of one creation at once make one team and give one answer', async () => {
  const { admin } = await startedWorld()
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => admin.post('/teams', { name: 'Platform' }, { 'idempotency-key': 'the-same-key' })),
  )
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201))
  expect((await admin.get('/teams')).body.teams).toHaveLength(1)
})

test('of twenty changes to one version exactly one wins and the others learn the present version', async () => {
  const { admin, team } = await startedWorld()
  const id = await team('Platform')
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => admin.patch(`/teams/${id}`, { name: `Name ${n}` }, { 'if-match': '"1"' })),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status, body }) => status === 412 && body.version === 2)).toHaveLength(19)
})

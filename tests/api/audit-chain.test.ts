import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { sealAll } from '@plumbline/server/audit/sealer.ts'
import { verifyTrail } from '@plumbline/server/audit/verify.ts'
import { readHeads, verifyAudit } from '@plumbline/server/audit-verify.ts'
import type { Tx } from '@plumbline/server/db/client.ts'
import { sealTheRest, verified } from '../support/retained.ts'
import { startedWorld } from '../support/world.ts'
import type { World } from '../support/world.ts'

class RolledBack extends Error {}

/** Runs as the owner of the tables, for this organisation, and undoes all of it. */
async function undone(world: World, run: (tx: Tx) => Promise<void>): Promise<void> {
  const rolled = world.database.withTx({ orgId: world.organisationId }, { statementMs: 60_000 }, async (tx) => {
    await tx.execute(sql`reset role`)
    await run(tx)
    throw new RolledBack()
  })
  await expect(rolled).rejects.toThrow(RolledBack)
}

async function trail(changes: number): Promise<World> {
  const world = await startedWorld()
  for (let at = 0; at < changes; at++) await world.team(`Team ${at}`)
  await sealTheRest(world)
  return world
}

/** Numbers that look random and are the same in every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

type Tampering = [name: string, run: (tx: Tx, pick: (below: number) => number, sealed: number) => Promise<unknown>]

const event = (at: number) => sql`id = (select event_id from audit_seals where sequence = ${at})`
const edit = (column: string, value: string): Tampering => [
  `edits ${column}`,
  (tx, pick, sealed) => tx.execute(sql`update audit_events set ${sql.raw(`${column} = ${value}`)} where ${event(1 + pick(sealed))}`),
]
const editSeal = (column: string, value: string): Tampering => [
  `edits ${column} of a seal`,
  (tx, pick, sealed) => tx.execute(sql`update audit_seals set ${sql.raw(`${column} = ${value}`)} where sequence = ${1 + pick(sealed)}`),
]

const tamperings: readonly Tampering[] = [
  edit('at', `at + interval '1 microsecond'`),
  edit('account_id', 'gen_random_uuid()'),
  edit('account_id', 'null'),
  edit('person_id', 'gen_random_uuid()'),
  edit('person_id', 'null'),
  edit('means', `means || '-'`),
  edit('action', `action || 'x'`),
  edit('subject', `'team:' || gen_random_uuid()`),
  edit('detail', `detail || '{"added": 12345678901234567891}'`),
  edit('detail', `'{}'`),
  edit('inserted_xid', `(inserted_xid::text::bigint - 1)::text::xid8`),
  edit('id', 'gen_random_uuid()'),
  editSeal('hash', `sha256(hash)`),
  editSeal('previous_hash', `sha256(hash)`),
  editSeal('sealed_at', `sealed_at + interval '1 microsecond'`),
  editSeal('event_id', 'gen_random_uuid()'),
  editSeal('sequence', `sequence + 1000`),
  ['deletes an event', (tx, pick, sealed) => tx.execute(sql`delete from audit_events where ${event(1 + pick(sealed))}`)],
  ['deletes a seal', (tx, pick, sealed) => tx.execute(sql`delete from audit_seals where sequence = ${1 + pick(sealed)}`)],
  [
    'deletes an event with its seal',
    async (tx, pick, sealed) => {
      const at = 1 + pick(sealed)
      await tx.execute(sql`delete from audit_events where ${event(at)}`)
      await tx.execute(sql`delete from audit_seals where sequence = ${at}`)
    },
  ],
  [
    'swaps what two events say',
    async (tx, pick, sealed) => {
      const one = 1 + pick(sealed)
      const other = 1 + ((one + pick(sealed - 1)) % sealed)
      await tx.execute(sql`update audit_events a set (action, subject, detail, at) = (select b.action, b.subject, b.detail, b.at from audit_events b
        where b.id <> a.id and b.id in (select event_id from audit_seals where sequence in (${one}, ${other})))
        where a.id in (select event_id from audit_seals where sequence in (${one}, ${other}))`)
    },
  ],
  [
    'swaps two seals',
    async (tx, pick, sealed) => {
      const one = 1 + pick(sealed)
      const other = 1 + ((one + pick(sealed - 1)) % sealed)
      await tx.execute(sql`update audit_seals set sequence = 9000 where sequence = ${one}`)
      await tx.execute(sql`update audit_seals set sequence = ${one} where sequence = ${other}`)
      await tx.execute(sql`update audit_seals set sequence = ${other} where sequence = 9000`)
    },
  ],
  [
    'puts a copy of an event beside it',
    (tx, pick, sealed) =>
      tx.execute(sql`insert into audit_events (id, at, account_id, person_id, action, subject, detail, inserted_xid)
        select gen_random_uuid(), at, account_id, person_id, action, subject, detail, inserted_xid from audit_events where ${event(1 + pick(sealed))}`),
  ],
  [
    'puts an event with a seal in between',
    async (tx, pick, sealed) => {
      const at = 1 + pick(sealed)
      await tx.execute(sql`update audit_seals set sequence = sequence + 9000 where sequence >= ${at}`)
      await tx.execute(sql`update audit_seals set sequence = sequence - 8999 where sequence >= 9000`)
      await tx.execute(sql`with copy as (insert into audit_events (id, at, account_id, action, subject, inserted_xid)
          select gen_random_uuid(), at, account_id, action, 'team:invented', inserted_xid from audit_events where ${event(at + 1)} returning id)
        insert into audit_seals (sequence, event_id, previous_hash, hash, sealed_at)
        select ${at}, copy.id, s.previous_hash, sha256(s.hash), s.sealed_at from copy, audit_seals s where s.sequence = ${at + 1}`)
    },
  ],
  [
    'cuts the end of the chain off',
    async (tx, pick, sealed) => {
      const from = 1 + pick(sealed)
      await tx.execute(sql`delete from audit_events where id in (select event_id from audit_seals where sequence >= ${from})`)
      await tx.execute(sql`delete from audit_seals where sequence >= ${from}`)
    },
  ],
  [
    'cuts the beginning of the chain off',
    async (tx, pick, sealed) => {
      const to = 1 + pick(sealed - 1)
      await tx.execute(sql`insert into audit_starts (sequence, hash) select sequence, hash from audit_seals where sequence = ${to}`)
      await tx.execute(sql`delete from audit_events where id in (select event_id from audit_seals where sequence <= ${to})`)
      await tx.execute(sql`delete from audit_seals where sequence <= ${to}`)
    },
  ],
  ['deletes the head', (tx) => tx.execute(sql`delete from audit_heads`)],
  ['edits the place of the head', (tx, pick) => tx.execute(sql`update audit_heads set sequence = sequence + ${1 + pick(5)}`)],
  ['edits the hash of the head', (tx) => tx.execute(sql`update audit_heads set hash = sha256(hash)`)],
]

test('1,000 random tamperings by the owner of the tables are all found', async () => {
  const world = await trail(12)
  expect((await verified(world)).flaws).toEqual([])
  const pick = seeded(2026)
  const missed: string[] = []
  const tried = new Map<string, number>()
  await undone(world, async (tx) => {
    const { sealed } = await verifyTrail(tx, world.organisationId)
    for (let round = 0; round < 1000; round++) {
      const [name, run] = tamperings[round % tamperings.length] as Tampering
      const found = await tx
        .transaction(async (inner) => {
          const stateOf = () =>
            inner.execute(sql`select md5(coalesce((select string_agg(e::text, '|' order by e::text) from audit_events e), '')
              || coalesce((select string_agg(s::text, '|' order by s::text) from audit_seals s), '')
              || coalesce((select string_agg(h::text, '|') from audit_heads h), '') || coalesce((select string_agg(b::text, '|') from audit_starts b), '')) as state`)
          const before = (await stateOf()).rows[0]?.['state']
          await run(inner, pick, sealed)
          // Setting a value to what it is already is no tampering.
          const changed = (await stateOf()).rows[0]?.['state'] !== before
          if (changed) {
            tried.set(name, (tried.get(name) ?? 0) + 1)
            if ((await verifyTrail(inner, world.organisationId)).flaws.length === 0) missed.push(`${round}: ${name}`)
          }
          throw new RolledBack()
        })
        .catch((error: unknown) => error)
      if (!(found instanceof RolledBack)) throw found
    }
  })
  expect(missed).toEqual([])
  expect([...tried.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(940)
  expect([...tried.keys()].toSorted()).toEqual([...new Set(tamperings.map(([name]) => name))].toSorted())
  expect((await verified(world)).flaws).toEqual([])
}, 120_000)

test('a chain that was rewritten whole, or taken away with its head, is found by a head that was noted elsewhere', async () => {
  const world = await trail(4)
  const { head } = await verified(world)
  await world.team('Later')
  await sealTheRest(world)
  expect((await verified(world, [head ?? ''])).flaws).toEqual([])
  await undone(world, async (tx) => {
    await tx.execute(sql`delete from audit_seals`)
    await tx.execute(sql`delete from audit_heads`)
    await tx.execute(sql`update audit_events set subject = 'team:rewritten'`)
    expect((await verifyTrail(tx, world.organisationId)).flaws).toEqual([])
    expect((await verifyTrail(tx, world.organisationId, [head ?? ''])).flaws).toEqual([
      `the noted head ${head} is no part of the chain: it was rewritten or cut`,
    ])
  })
})

test('an event waits for its seal while an older transaction is open, and none is left behind', async () => {
  const world = await trail(1)
  const { sealed } = await verified(world)
  let finish = () => {}
  let opened = () => {}
  const isOpen = new Promise<void>((resolve) => (opened = resolve))
  const open = world.database.withTx({ orgId: world.organisationId }, {}, async (tx) => {
    await tx.execute(sql`insert into audit_events (id, action, subject) values (gen_random_uuid(), 'team.added', 'team:slow')`)
    opened()
    await new Promise<void>((resolve) => (finish = resolve))
  })
  await isOpen
  await world.team('Quick')
  expect(await sealAll(world.database)).toBe(0)
  expect(await verified(world)).toMatchObject({ flaws: [], pending: 1 })
  finish()
  await open
  await sealTheRest(world)
  expect((await verified(world)).sealed).toBe(sealed + 2)
})

test('many sealers at once make one chain', async () => {
  const world = await trail(3)
  const { sealed } = await verified(world)
  for (let at = 0; at < 20; at++) await world.admin.post('/teams', { name: `More ${at}` })
  await Promise.all([1, 2, 3, 4].map(() => sealTheRest(world)))
  expect((await verified(world)).sealed).toBe(sealed + 20)
  expect(await sealAll(world.database)).toBe(0)
})

test('a trail that was restored into a younger database is sealed on and stays whole', async () => {
  const world = await trail(2)
  const { sealed } = await verified(world)
  // As after a restore: the numbers of these transactions are ahead of this database.
  await undone(world, async (tx) => {
    await tx.execute(sql`insert into audit_events (id, action, subject, inserted_xid)
      values (gen_random_uuid(), 'team.added', 'team:restored', (pg_snapshot_xmax(pg_current_snapshot())::text::bigint + 100000)::text::xid8)`)
    expect(await verifyTrail(tx, world.organisationId)).toMatchObject({ flaws: [], pending: 1 })
  })
  await world.ownerSql.begin(async (sql) => {
    await sql`select set_config('plumbline.org', ${world.organisationId}, true), set_config('plumbline.reach', 'organisation', true)`
    await sql`insert into audit_events (id, action, subject, inserted_xid)
      values (gen_random_uuid(), 'team.added', 'team:restored', (pg_snapshot_xmax(pg_current_snapshot())::text::bigint + 100000)::text::xid8)`
  })
  await sealTheRest(world)
  await world.team('After the restore')
  expect(await verified(world)).toMatchObject({ flaws: [], pending: 1 })
  await sealTheRest(world)
  expect((await verified(world)).sealed).toBe(sealed + 2)
})

test('the app may neither change nor delete an event, nor write a seal or say which transaction an event is from', async () => {
  const world = await trail(2)
  const asApp = (statement: string) => world.database.withTx({ orgId: world.organisationId }, {}, (tx) => tx.execute(statement))
  const asSealer = (statement: string) =>
    world.database.withTx({ orgId: world.organisationId }, { as: 'plumbline_sealer' }, (tx) => tx.execute(statement))
  const seal = `insert into audit_seals (sequence, event_id, previous_hash, hash, sealed_at)
    select 99, id, sha256(''), sha256(''), now() from audit_events limit 1`
  for (const statement of [
    `update audit_events set subject = 'x'`,
    `delete from audit_events`,
    `insert into audit_events (id, action, subject, inserted_xid) values (gen_random_uuid(), 'a', 'b', '3')`,
    seal,
    `update audit_seals set sequence = 1`,
    `delete from audit_seals`,
    `insert into audit_heads (sequence, hash) values (1, sha256(''))`,
    `update audit_heads set sequence = 1`,
    `delete from audit_heads`,
  ])
    await expect(asApp(statement), statement).rejects.toThrow('database error 42501')
  for (const statement of [
    `update audit_events set subject = 'x'`,
    `insert into audit_events (id, action, subject) values (gen_random_uuid(), 'a', 'b')`,
    `update audit_seals set sequence = 1`,
    `delete from audit_seals`,
    `delete from audit_heads`,
    `select * from people`,
  ])
    await expect(asSealer(statement), statement).rejects.toThrow('database error 42501')
})

test('not even the owner deletes a sealed event alone; a whole organisation goes with its trail', async () => {
  const world = await trail(2)
  const other = await world.otherOrganisation()
  await other.post('/teams', { name: 'Theirs' })
  await sealTheRest(world)
  const { head } = await verified(world)
  const asOwner = (statement: string) =>
    world.ownerSql.begin(async (sql) => {
      await sql`select set_config('plumbline.org', ${world.organisationId}, true), set_config('plumbline.reach', 'organisation', true)`
      await sql.unsafe(statement)
    })
  await expect(asOwner('delete from audit_events')).rejects.toThrow('audit_seals')
  const heads = readHeads(['--head', `${world.organisationId}=${head}`])
  expect(await verifyAudit(world.connection, heads)).toMatchObject({ whole: true })
  await asOwner('delete from organisations')
  expect(await verifyAudit(world.connection, new Map())).toMatchObject({ whole: true })
  const gone = await verifyAudit(world.connection, heads)
  expect(gone.whole).toBe(false)
  expect(gone.lines).toContain(`broken: organisation ${world.organisationId}: it is gone, with its trail`)
})

test('the command names what it takes', () => {
  for (const args of [['--head'], ['--head', 'x=y'], ['--tail', `${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}=${'0'.repeat(64)}`]])
    expect(() => readHeads(args)).toThrow('--head <organisation>=<hash>')
})

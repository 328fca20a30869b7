import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { startEmbedded } from '@plumbline/server/db/embedded.ts'
import type { EmbeddedDatabase } from '@plumbline/server/db/embedded.ts'
import { MigrationRefused } from '@plumbline/server/db/migrate-plan.ts'
import { migrate } from '@plumbline/server/db/migrate.ts'
import type { MigratingOrder, MigratingSays } from '../support/migrating-server.ts'

type Files = Record<string, string>

const sound: Files = {
  '0001_create_effects.sql': "create table effects (file int);\ninsert into effects values (1); -- a comment at the end; 'with' marks",
  '0002_add_a_function.sql':
    'create function two() returns int language plpgsql as $$ begin return 2; end $$;\ninsert into effects values (two())',
  '0003_add_an_index.sql': 'create index effects_file on effects (file);\r\ninsert into effects values (3);\r\n',
}

let folder: string
let embedded: EmbeddedDatabase
let maintenance: postgres.Sql
let databases = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-test-'))
  embedded = await startEmbedded({ dataDir: folder, durable: false, log: () => undefined })
  maintenance = postgres({ ...embedded.connection, max: 1 })
}, 30_000)

afterAll(async () => {
  await maintenance.end({ timeout: 1 })
  await embedded.stop()
  await rm(folder, { recursive: true, force: true })
})

/** A folder with these migrations. */
async function migrations(files: Files): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'plumbline-migrations-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) await writeFile(join(dir, name), text)
  return dir
}

/** A new, empty database of the owner. */
async function emptyDatabase() {
  const database = `race_${++databases}`
  await maintenance`create database ${maintenance(database)}`
  return { ...embedded.connection, database }
}

/** A client of a new, empty database; `max` above one, as the server's own. */
async function emptyClient(): Promise<postgres.Sql> {
  const sql = postgres({ ...(await emptyDatabase()), max: 3, onnotice: () => undefined })
  onTestFinished(() => sql.end({ timeout: 1 }))
  return sql
}

/** A client of a database to which these migrations were applied. */
async function migrated(files: Files): Promise<postgres.Sql> {
  const sql = await emptyClient()
  await migrate(sql, await migrations(files))
  return sql
}

const effects = async (sql: postgres.Sql) => (await sql<{ file: number }[]>`select file from effects order by file`).map(({ file }) => file)
const names = Object.keys(sound)

async function obey(server: ChildProcess, order: MigratingOrder): Promise<MigratingSays | undefined> {
  const answer = once(server, 'message')
  server.send(order)
  const [says]: MigratingSays[] = await answer
  return says
}

test('eight servers that start at once apply each migration exactly once, twenty times over', { timeout: 60_000 }, async () => {
  const dir = await migrations(sound)
  const script = fileURLToPath(new URL('../support/migrating-server.ts', import.meta.url))
  const servers = Array.from({ length: 8 }, () => fork(script, [], { execArgv: [] }))
  onTestFinished(async () => {
    for (const server of servers) {
      const exited = once(server, 'exit')
      server.disconnect()
      await exited
    }
  })
  for (let round = 0; round < 20; round++) {
    const connection = await emptyDatabase()
    await Promise.all(servers.map((server) => obey(server, { kind: 'connect', connection, dir })))
    const said = await Promise.all(servers.map((server) => obey(server, { kind: 'go' })))
    expect(said.map((says) => says?.kind)).toEqual(servers.map(() => 'done'))
    expect(said.flatMap((says) => (says?.kind === 'done' ? says.applied : [])).toSorted()).toEqual(names)
    const sql = postgres({ ...connection, max: 1 })
    expect(await effects(sql)).toEqual([1, 2, 3])
    expect((await sql`select name from migrations order by position`).map(({ name }) => name)).toEqual(names)
    await sql.end({ timeout: 1 })
  }
})

test('a second run applies nothing, a new file alone is applied', async () => {
  const sql = await migrated(sound)
  expect(await migrate(sql, await migrations(sound))).toEqual({ applied: [] })
  const more = { ...sound, '0004_insert_a_row.sql': 'insert into effects values (4)' }
  const said: string[] = []
  expect(await migrate(sql, await migrations(more), (line) => said.push(line))).toEqual({ applied: ['0004_insert_a_row.sql'] })
  expect(said).toEqual(['applied migration 0004_insert_a_row.sql'])
  expect(await effects(sql)).toEqual([1, 2, 3, 4])
})

test('the same files with other line ends are the same', async () => {
  const sql = await migrated(sound)
  const windows = Object.fromEntries(Object.entries(sound).map(([name, text]) => [name, text.replaceAll(/\r?\n/g, '\r\n')]))
  expect(await migrate(sql, await migrations(windows))).toEqual({ applied: [] })
})

const { '0001_create_effects.sql': first = '', '0002_add_a_function.sql': second = '', '0003_add_an_index.sql': third = '' } = sound

test.each<{ what: string; files: Files; says: RegExp }>([
  {
    what: 'an edited file',
    files: { ...sound, '0002_add_a_function.sql': `${second} ` },
    says: /^0002_add_a_function\.sql was edited/,
  },
  {
    what: 'a missing file',
    files: { '0001_create_effects.sql': first, '0003_add_an_index.sql': third },
    says: /^0002_add_a_function\.sql was applied to this database but its file is missing/,
  },
  {
    what: 'a new file at the place of an applied one',
    files: {
      '0001_create_effects.sql': first,
      '0002_add_a_function.sql': second,
      '0003_add_a_view.sql': '',
      '0004_add_an_index.sql': third,
    },
    says: /^0003_add_an_index\.sql was applied .* 0003_add_a_view\.sql stands in its place/,
  },
  {
    what: 'a database newer than the build',
    files: { '0001_create_effects.sql': first, '0002_add_a_function.sql': second },
    says: /newer than this build: 0003_add_an_index\.sql/,
  },
  {
    what: 'a gap before a new file',
    files: { ...sound, '0005_insert_a_row.sql': 'insert into effects values (5)' },
    says: /^0005_insert_a_row\.sql is out of order: there is no migration 0004/,
  },
])('$what is refused by name and nothing is changed', async ({ files, says }) => {
  const sql = await migrated(sound)
  const refused = await migrate(sql, await migrations(files)).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(MigrationRefused)
  expect(refused).toMatchObject({ message: expect.stringMatching(says) })
  expect(await effects(sql)).toEqual([1, 2, 3])
  expect(await migrate(sql, await migrations(sound))).toEqual({ applied: [] })
})

test('a new file that sorts before an applied one is refused', async () => {
  const sql = await migrated(sound)
  await sql`delete from migrations where position = 2`
  await expect(migrate(sql, await migrations(sound))).rejects.toThrow(/^0002_add_a_function\.sql is out of order: 0003_add_an_index\.sql/)
})

test('a failing file is rolled back whole and named with its line, those before it stay', async () => {
  const sql = await emptyClient()
  const broken = { ...sound, '0004_break.sql': '-- Zürich 🏔\ninsert into effects values (4);\n\ninsert into nowhere values (5);\n' }
  await expect(migrate(sql, await migrations(broken))).rejects.toThrow(
    /^Migration 0004_break\.sql failed at line 4 \(SQLSTATE 42P01\): relation "nowhere" does not exist/,
  )
  expect(await effects(sql)).toEqual([1, 2, 3])
  const mended = { ...sound, '0004_break.sql': 'insert into effects values (4)' }
  expect(await migrate(sql, await migrations(mended))).toEqual({ applied: ['0004_break.sql'] })
})

test('what a file sets for its session does not reach the next file or the server', async () => {
  const sql = await migrated({
    ...sound,
    '0004_set_things.sql': "set search_path = pg_catalog; set statement_timeout = '7s'",
    '0005_insert_a_row.sql': 'insert into effects values (5)',
  })
  expect(await effects(sql)).toEqual([1, 2, 3, 5])
  const timeouts = await Promise.all(Array.from({ length: 6 }, () => sql`select current_setting('statement_timeout') as timeout`))
  expect(timeouts.map(([row]) => row?.['timeout'])).toEqual(timeouts.map(() => '0'))
})

test('a server that is killed while it migrates leaves a file applied wholly or not at all', async () => {
  const sql = await emptyClient()
  const dir = await migrations({
    '0001_take_long.sql': 'create table effects (file int); select pg_sleep(60); insert into effects values (1)',
  })
  const work = migrate(sql, dir).catch((error: unknown) => error)
  const [worker] = await waitForWorker()
  await maintenance`select pg_terminate_backend(${worker?.pid ?? 0})`
  expect(await work).toMatchObject({ message: expect.stringContaining('0001_take_long.sql failed') })
  const [after] = await sql`select to_regclass('effects') as effects, (select count(*)::int from migrations) as applied`
  expect(after).toEqual({ effects: null, applied: 0 })
})

/** The session that is inside `pg_sleep`. */
async function waitForWorker(): Promise<{ pid: number }[]> {
  for (;;) {
    const found = await maintenance<{ pid: number }[]>`select pid from pg_stat_activity where wait_event = 'PgSleep'`
    if (found.length > 0) return found
  }
}

test('waiting for another server has an end and says what to do', async () => {
  const sql = await emptyClient()
  const dir = await migrations({ '0001_create_effects.sql': first })
  const other = await sql.reserve()
  await other.unsafe('select pg_advisory_lock(7161253808)')
  await expect(migrate(sql, dir, undefined, 50)).rejects.toThrow(/^Another server has been migrating this database for more than 0\.05 s/)
  await other.unsafe('select pg_advisory_unlock(7161253808)')
  other.release()
  expect(await migrate(sql, dir)).toEqual({ applied: ['0001_create_effects.sql'] })
})

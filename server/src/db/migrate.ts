import postgres from 'postgres'
import type { Sql } from 'postgres'
import { readMigrations } from './migrate-files.ts'
import { MigrationRefused, planMigrations } from './migrate-plan.ts'
import type { AppliedMigration, MigrationFile } from './migrate-plan.ts'

// Any number will do that nothing else in the database locks.
const lockKey = '7161253808'

/**
 * Brings the database up to the migrations in `dir`. Of several servers starting at once one works and the others wait for it.
 * @param sql how to connect: as the owner of the database and not through a transaction pooler, which would lose the lock.
 * @param waitMs how long to wait for another server that is migrating.
 * @returns the names of the files that this call applied.
 * @throws MigrationRefused when files and database do not fit together; an Error that names the file when one fails: that file is
 *   rolled back whole, those before it stay.
 */
export async function migrate(
  sql: Sql,
  dir: string,
  log: (line: string) => void = () => undefined,
  waitMs = 60_000,
): Promise<{ applied: string[] }> {
  const files = await readMigrations(dir)
  const session = openSession(sql)
  try {
    await lock(session, waitMs)
    const todo = planMigrations(files, await readApplied(session))
    for (const file of todo) {
      await apply(session, file)
      log(`applied migration ${file.name}`)
    }
    return { applied: todo.map(({ name }) => name) }
  } finally {
    await session.end({ timeout: 1 })
  }
}

/**
 * A client of its own with one connection, not sql.reserve(): a statement on a reserved connection that was lost ends the whole
 * process in postgres.js 3.4.9. Ending the session gives the lock back and forgets what a file has set.
 */
function openSession(sql: Sql): Sql {
  // postgres.js takes parsed options back as they are; only its types do not say so.
  const options = sql.options as unknown as postgres.Options<Record<string, postgres.PostgresType>>
  return postgres({ ...options, max: 1, idle_timeout: 0, max_lifetime: null, onnotice: () => undefined })
}

async function lock(session: Sql, waitMs: number): Promise<void> {
  await session`select set_config('lock_timeout', ${`${waitMs}ms`}, false)`
  try {
    await session.unsafe(`select pg_advisory_lock(${lockKey})`)
  } catch (error) {
    if (!(error instanceof postgres.PostgresError) || error.code !== '55P03') throw error
    throw new MigrationRefused(
      `Another server has been migrating this database for more than ${waitMs / 1000} s. ` +
        'Wait until it is done, or end its session (see pg_stat_activity and pg_locks), and start again.',
      { cause: error },
    )
  }
  await session`reset lock_timeout`
}

async function readApplied(session: Sql): Promise<AppliedMigration[]> {
  const [found] = await session`select to_regclass('migrations') is not null as is_there`
  if (!found?.['is_there'])
    await session`
      create table migrations (
        position integer primary key check (position > 0),
        name text not null unique,
        hash text not null,
        applied_at timestamptz not null default now()
      )`
  return session<AppliedMigration[]>`select position, name, hash from migrations order by position`
}

/**
 * File and record go to the server as one message: should the connection be lost and made anew in between, half a file could
 * otherwise run outside its transaction. The record's primary key undoes the file if another server got there first.
 */
async function apply(session: Sql, { position, name, hash, text }: MigrationFile): Promise<void> {
  // What a file sets for its session must not reach the next one. Name and hash have only harmless characters.
  const record = `reset role; reset all; insert into migrations (position, name, hash) values (${position}, '${name}', '${hash}'); commit`
  try {
    await session.unsafe(`${opening}${text}\n;${record}`)
  } catch (error) {
    throw migrationFailed(name, text, error)
  }
}

const opening = 'begin; '

/** Without the cause: its details may hold rows, and this ends in a log. */
function migrationFailed(name: string, text: string, error: unknown): Error {
  if (!(error instanceof postgres.PostgresError))
    return new Error(`Migration ${name} failed: ${String(error)}. Start again to go on with it.`)
  // PostgreSQL counts characters from 1, and so many code points, not UTF-16 units.
  const before = [...text].slice(0, Math.max(0, Number(error.position) - 1 - opening.length))
  const line = error.position ? ` at line ${before.filter((character) => character === '\n').length + 1}` : ''
  return new Error(
    `Migration ${name} failed${line} (SQLSTATE ${error.code}): ${error.message}. Nothing of this file was applied; those before it stay.`,
  )
}

import { sql as raw } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import postgres from 'postgres'
import * as schema from './schema.ts'
import { PlumblineError } from '@plumbline/shared/errors/problem.ts'
import { mapDatabaseError } from './errors.ts'

type Drizzle = ReturnType<typeof drizzle<typeof schema>>
/** An open transaction. Queries take it as their first argument. */
export type Tx = Parameters<Parameters<Drizzle['transaction']>[0]>[0]

/** Where the database is: a URL, or its parts, of which the host may be the folder of a Unix socket. */
export type Connection = string | { host: string; port?: number; user: string; password?: string; database: string }

/** For whom a transaction speaks. Row-level security sees these and nothing else of the request. */
export interface Who {
  accountId?: string | null
  orgId?: string | null
  personId?: string | null
  /** Hash of an invitation's secret, for whoever belongs to no organisation yet. */
  invitation?: string | null
  /** Hash of a token's secret, before it is known whose it is. */
  token?: string | null
  /** The teams whose people's ratings are seen besides one's own. Left out, the server speaks for the whole organisation. */
  leads?: ReadonlySet<string>
}

const speaker = ({ accountId, orgId, personId, leads }: Who) => raw`
  set_config('plumbline.account', ${accountId ?? ''}, true),
  set_config('plumbline.org', ${orgId ?? ''}, true),
  set_config('plumbline.person', ${personId ?? ''}, true),
  set_config('plumbline.reach', ${leads === undefined ? 'organisation' : 'teams'}, true),
  set_config('plumbline.leads', ${[...(leads ?? [])].join(',')}, true)`

/** Lets the rest of a transaction speak for someone else: the demo organisation is written by its many people at once. */
export const speakFor = (tx: Tx, who: Who) => tx.execute(raw`select ${speaker(who)}`)

/**
 * Works on accounts and sessions within an organisation's transaction, so that a change there and its audit row hold together. Its queries see
 * nothing of the organisation.
 */
export async function asIdentity<T>(tx: Tx, run: (tx: Tx) => Promise<T>): Promise<T> {
  await tx.execute(raw`select set_config('role', 'plumbline_identity', true)`)
  const result = await run(tx)
  // After an error the transaction is lost, and its settings with it.
  await tx.execute(raw`select set_config('role', 'plumbline_app', true)`)
  return result
}

/** Counts within the app's transaction what the keeper alone sees. */
export async function asKeeper<T>(tx: Tx, run: (tx: Tx) => Promise<T>): Promise<T> {
  await tx.execute(raw`select set_config('role', 'plumbline_keeper', true)`)
  const result = await run(tx)
  // After an error the transaction is lost, and its settings with it.
  await tx.execute(raw`select set_config('role', 'plumbline_app', true)`)
  return result
}

/**
 * Works out numbers over people whom the actor may not see one by one, such as a team's kept counts after one of its members rated themselves.
 * Nothing of it may be answered with.
 */
export async function beyondReach<T>(tx: Tx, run: () => Promise<T>): Promise<T> {
  const { rows } = await tx.execute<{ reach: string }>(raw`select current_reach() as reach`)
  await tx.execute(raw`select set_config('plumbline.reach', 'organisation', true)`)
  const result = await run()
  // After an error the transaction is lost, and its settings with it.
  await tx.execute(raw`select set_config('plumbline.reach', ${rows[0]?.reach ?? ''}, true)`)
  return result
}

export interface TxOptions {
  /** Refuses every write, as for a GET. */
  readOnly?: boolean
  /** Longest run of one statement, in milliseconds. */
  statementMs?: number
  /** `repeatable read`: every statement sees the same point of time. */
  isolation?: 'read committed' | 'repeatable read'
  /** The database role to work as: the app's, unless it is upkeep. */
  as?: 'plumbline_app' | 'plumbline_operator' | 'plumbline_sealer' | 'plumbline_keeper'
}

export interface Database {
  withTx: <T>(who: Who, options: TxOptions, run: (tx: Tx) => Promise<T>) => Promise<T>
  /** For sign-in alone: its role reads accounts and sessions and none of an organisation's rows. */
  readonly identity: Drizzle
  close: () => Promise<void>
}

/** A short-lived connection as the owner, for migrations and upkeep. */
export function connectAsOwner(connection: Connection): postgres.Sql {
  const options = { max: 2, onnotice: () => undefined, connect_timeout: 10 }
  return typeof connection === 'string' ? postgres(connection, options) : postgres({ ...connection, ...options })
}

function openPool(connection: Connection, options: pg.PoolConfig): pg.Pool {
  const where = typeof connection === 'string' ? { connectionString: connection } : connection
  const pool = new pg.Pool({ ...where, idleTimeoutMillis: 60_000, maxLifetimeSeconds: 3600, keepAlive: true, ...options })
  // A connection that is lost fails its query, which is told; without a listener the loss would end the process as well.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** Opens the pools. `poolSize` bounds the transactions at work; who waits longer than `waitMs` for a connection is told to try again. */
export function openDatabase(connection: Connection, { poolSize = 10, waitMs = 3000 } = {}): Database {
  const wait = { connectionTimeoutMillis: waitMs }
  const app = openPool(connection, { ...wait, max: poolSize, application_name: 'plumbline' })
  const identity = openPool(connection, { ...wait, max: 4, application_name: 'plumbline sign-in', options: '-c role=plumbline_identity' })
  const db = drizzle(app, { schema })

  return {
    identity: drizzle(identity, { schema }),
    withTx: async (who, { readOnly = false, statementMs = 10_000, as = 'plumbline_app', isolation = 'read committed' }, run) => {
      try {
        return await db.transaction(
          async (tx) => {
            await tx.execute(raw`select
              set_config('role', ${as}, true),
              set_config('plumbline.invitation', ${who.invitation ?? ''}, true),
              set_config('plumbline.token', ${who.token ?? ''}, true),
              set_config('statement_timeout', ${`${statementMs}ms`}, true),
              set_config('idle_in_transaction_session_timeout', '20s', true),
              set_config('lock_timeout', '5s', true),
              ${speaker(who)}`)
            return run(tx)
          },
          { accessMode: readOnly ? 'read only' : 'read write', isolationLevel: isolation },
        )
      } catch (error) {
        throw error instanceof PlumblineError ? error : mapDatabaseError(error)
      }
    },
    close: async () => {
      await Promise.all([app.end(), identity.end()])
    },
  }
}

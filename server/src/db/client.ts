import { sql as raw } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as schema from './schema.ts'
import { PlumblineError } from '@plumbline/shared/errors/problem.ts'
import { mapDatabaseError } from './errors.ts'
import { Gate } from './gate.ts'

type Drizzle = ReturnType<typeof drizzle<typeof schema>>
/** An open transaction. Queries take it as their first argument. */
export type Tx = Parameters<Parameters<Drizzle['transaction']>[0]>[0]

/** Where the database is: a URL, or the parts that postgres.js takes for a socket. */
export type Connection = string | { host: string; port?: number; user: string; password?: string; database: string }

/** For whom a transaction speaks. Row-level security sees these and nothing else of the request. */
export interface Who {
  accountId?: string | null
  orgId?: string | null
  personId?: string | null
  /** Hash of an invitation's secret, for whoever belongs to no organisation yet. */
  invitation?: string | null
}

const speaker = ({ accountId, orgId, personId }: Who) => raw`
  set_config('plumbline.account', ${accountId ?? ''}, true),
  set_config('plumbline.org', ${orgId ?? ''}, true),
  set_config('plumbline.person', ${personId ?? ''}, true)`

/** Lets the rest of a transaction speak for someone else: the demo organisation is written by its many people at once. */
export const speakFor = (tx: Tx, who: Who) => tx.execute(raw`select ${speaker(who)}`)

export interface TxOptions {
  /** Refuses every write, as for a GET. */
  readOnly?: boolean
  /** Longest run of one statement, in milliseconds. */
  statementMs?: number
}

export interface Database {
  withTx: <T>(who: Who, options: TxOptions, run: (tx: Tx) => Promise<T>) => Promise<T>
  /** For sign-in alone: its role reads accounts and sessions and none of an organisation's rows. */
  readonly identity: Drizzle
  close: () => Promise<void>
}

const connect = (connection: Connection, options: postgres.Options<Record<string, postgres.PostgresType>>) =>
  typeof connection === 'string' ? postgres(connection, options) : postgres({ ...connection, ...options })

/** A single connection as the owner, for migrations and the checks of `/ready`. */
export const connectAsOwner = (connection: Connection) => connect(connection, { max: 2, onnotice: () => undefined, connect_timeout: 10 })

/** Opens the pools. `poolSize` bounds the transactions at work; who waits longer than `waitMs` for one is told to try again. */
export function openDatabase(connection: Connection, { poolSize = 10, waitMs = 3000 } = {}): Database {
  const shared = { onnotice: () => undefined, connect_timeout: 5, idle_timeout: 60, prepare: true, fetch_types: true }
  const app = connect(connection, { ...shared, max: poolSize, connection: { application_name: 'plumbline' } })
  const identity = connect(connection, {
    ...shared,
    max: 4,
    connection: { application_name: 'plumbline sign-in', role: 'plumbline_identity' },
  })
  const db = drizzle(app, { schema })
  const gate = new Gate(poolSize, waitMs)

  return {
    identity: drizzle(identity, { schema }),
    withTx: async (who, { readOnly = false, statementMs = 10_000 }, run) => {
      const leave = await gate.enter()
      try {
        return await db.transaction(
          async (tx) => {
            await tx.execute(raw`select
              set_config('role', 'plumbline_app', true),
              set_config('plumbline.invitation', ${who.invitation ?? ''}, true),
              set_config('statement_timeout', ${`${statementMs}ms`}, true),
              set_config('idle_in_transaction_session_timeout', '20s', true),
              set_config('lock_timeout', '5s', true),
              ${speaker(who)}`)
            return run(tx)
          },
          { accessMode: readOnly ? 'read only' : 'read write' },
        )
      } catch (error) {
        throw error instanceof PlumblineError ? error : mapDatabaseError(error)
      } finally {
        leave()
      }
    },
    close: async () => {
      await Promise.all([app.end({ timeout: 5 }), identity.end({ timeout: 5 })])
    },
  }
}

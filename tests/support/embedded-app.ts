// A small app of its own process: starts the embedded database, commits a row, says so and waits to be stopped or killed.
import postgres from 'postgres'
import { startEmbedded } from '@plumbline/server/db/embedded.ts'

export interface AppOrder {
  dataDir: string
  nativeDir?: string
  durable?: boolean
  /** Becomes this user before anything else; needs root. */
  uid?: number
}

export type AppSays = { kind: 'ready'; serverPid: number | undefined; rows: number } | { kind: 'failed'; message: string }

const { uid, ...order }: AppOrder = JSON.parse(process.argv[2] ?? '{}')
if (uid !== undefined) {
  process.setgroups?.([])
  process.setgid?.(uid)
  process.setuid?.(uid)
}

const say = (words: AppSays) => process.send?.(words)

try {
  const database = await startEmbedded({ ...order, log: () => undefined })
  process.once('disconnect', () => void database.stop())
  const sql = postgres({ ...database.connection, max: 1, onnotice: () => undefined })
  await sql`create table if not exists notes (id int generated always as identity)`
  await sql`insert into notes default values`
  const [count] = await sql<{ rows: number }[]>`select count(*)::int as rows from notes`
  await sql.end()
  say({ kind: 'ready', serverPid: database.pid(), rows: count?.rows ?? 0 })
} catch (error) {
  say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  process.disconnect()
}

// One of several servers of a race: connects when it is given a database, migrates when it is told to, and says what it applied.
import postgres from 'postgres'
import { migrate } from '@plumbline/server/db/migrate.ts'
import type { Connection } from '@plumbline/server/db/embedded/owner-role.ts'

export type MigratingOrder = { kind: 'connect'; connection: Connection; dir: string } | { kind: 'go' }
export type MigratingSays = { kind: 'connected' } | { kind: 'done'; applied: string[] } | { kind: 'failed'; message: string }

const say = (words: MigratingSays) => process.send?.(words)

let run: () => Promise<void> = async () => undefined

async function connect({ connection, dir }: { connection: Connection; dir: string }): Promise<void> {
  const sql = postgres({ ...connection, max: 1 })
  await sql`select 1`
  run = async () => {
    const { applied } = await migrate(sql, dir).finally(() => sql.end({ timeout: 1 }))
    say({ kind: 'done', applied })
  }
  say({ kind: 'connected' })
}

process.on('message', (order: MigratingOrder) => {
  const obeyed = order.kind === 'connect' ? connect(order) : run()
  obeyed.catch((error: unknown) => say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }))
})

import { retentionClasses } from '@plumbline/shared/retention/classes.ts'
import { allOrganisations } from './db/all-organisations.ts'
import { openDatabase } from './db/client.ts'
import type { Connection, Database } from './db/client.ts'
import type { SessionLimits } from './identity/session-limits.ts'
import { removeDeadSessions } from './identity/dead-session-queries.ts'
import { runRetention } from './retention/keeper.ts'
import { dueNow } from './retention/due-service.ts'

async function ofEach(connection: Connection, say: (database: Database, orgId: string) => Promise<string[]>): Promise<string[]> {
  const database = openDatabase(connection, { poolSize: 2 })
  try {
    const lines: string[] = []
    for (const orgId of await allOrganisations(connection)) lines.push(...(await say(database, orgId)))
    return lines
  } finally {
    await database.close()
  }
}

/** Removes what every organisation kept long enough, whether that was done today or not. Gives back what to print. */
export const retainNow = (connection: Connection, limits: SessionLimits): Promise<string[]> =>
  ofEach(connection, async (database, orgId) => {
    const removed = await runRetention(database, orgId, { again: true })
    await removeDeadSessions(database.identity, limits)
    if (removed === null) return [`organisation ${orgId}: a run is under way on another server`]
    const counts = Object.entries(removed).map(
      ([id, rows]) => `${rows} of ${retentionClasses[id as keyof typeof removed].name.toLowerCase()}`,
    )
    return [`organisation ${orgId}: removed ${counts.length === 0 ? 'nothing' : counts.join(', ')}`]
  })

/** What that would remove now. Changes nothing. */
export const previewRetention = (connection: Connection): Promise<string[]> =>
  ofEach(connection, async (database, orgId) => {
    const classes = await database.withTx({ orgId }, { readOnly: true, statementMs: 600_000 }, (tx) => dueNow(tx, orgId))
    return classes.map(({ class: id, rows, people, oldest, newest }) => {
      const whose = people === null ? '' : ` of ${people} people`
      const days = oldest === null ? '' : `, from ${oldest} to ${newest}`
      return `organisation ${orgId}: ${retentionClasses[id].name.toLowerCase()}: ${rows} rows${whose}${days}`
    })
  })

import { allOrganisations } from './db/all-organisations.ts'
import { openDatabase } from './db/client.ts'
import type { Connection } from './db/client.ts'
import { differences } from './levels/check.ts'

const nobody = '00000000-0000-0000-0000-000000000000'

/** Checks the kept levels and counts of every organisation against their history. Gives back a line per difference. */
export async function checkLevels(connection: Connection): Promise<string[]> {
  const database = openDatabase(connection, { poolSize: 2 })
  try {
    const found: string[] = []
    for (const orgId of await allOrganisations(connection)) {
      const actor = { accountId: nobody, orgId, personId: null, role: 'admin' as const, leads: new Set<string>() }
      const rows = await database.withTx({ orgId }, { readOnly: true, statementMs: 120_000 }, (tx) => differences({ tx, actor }))
      found.push(...rows.map((row) => `organisation ${orgId}: ${row}`))
    }
    return found
  } finally {
    await database.close()
  }
}

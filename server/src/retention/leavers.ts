import type { Database } from '#db/client.ts'
import { erasePerson } from '#held/erase-person.ts'
import { dueLeavers, lockDueLeaver } from './remove-queries.ts'

const nobody = '00000000-0000-0000-0000-000000000000'
const listed = 100

/**
 * Erases those whose time since they left is over, a transaction each, with the same proof as anyone who is erased. `each` is told how many
 * rows went with one of them: their ratings and their entry.
 */
export async function eraseLeavers(database: Database, orgId: string, each: (rows: number) => Promise<unknown>): Promise<void> {
  let ids: string[]
  let after: string | null = null
  do {
    const from: string | null = after
    ids = await database.withTx({ orgId }, { readOnly: true, as: 'plumbline_keeper' }, (tx) => dueLeavers(tx, orgId, from, listed))
    for (const id of ids) await each(await eraseLeaver(database, orgId, id))
    after = ids.at(-1) ?? null
  } while (ids.length === listed)
}

const eraseLeaver = (database: Database, orgId: string, id: string): Promise<number> =>
  database.withTx({ orgId }, { statementMs: 300_000 }, async (tx) => {
    if (!(await lockDueLeaver(tx, orgId, id))) return 0
    const actor = { accountId: nobody, orgId, personId: null, role: 'admin', leads: new Set<string>() } as const
    const { removed } = await erasePerson({ tx, actor }, id, 'retention')
    return (removed['ratings'] ?? 0) + 1
  })

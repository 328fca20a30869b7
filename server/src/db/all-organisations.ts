import { connectAsOwner } from './client.ts'
import type { Connection } from './client.ts'

/** The ids of all organisations, for upkeep: what is then done for one is done as that one. */
export async function allOrganisations(connection: Connection): Promise<string[]> {
  const owner = connectAsOwner(connection)
  try {
    const rows = await owner.begin('read only', async (tx) => {
      await tx`set local role plumbline_operator`
      return tx<{ id: string }[]>`select id from organisations order by id`
    })
    return rows.map(({ id }) => id)
  } finally {
    await owner.end({ timeout: 5 })
  }
}

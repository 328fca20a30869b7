import { v7 as uuidv7 } from 'uuid'
import { personas as personaNames } from '@plumbline/shared/demo/contract.ts'
import type { Persona } from '@plumbline/shared/demo/contract.ts'
import type { Tx } from '#db/client.ts'
import { insertMembership } from '#identity/queries.ts'
import { insertPeople } from '#people/queries.ts'
import { personas } from './cast.ts'

/** Fills the demo organisation in the open transaction. */
export async function buildDemo(tx: Tx, _orgId: string, accounts: Record<Persona, string>): Promise<void> {
  for (const persona of personaNames) {
    const personId = uuidv7()
    await insertPeople(tx, [{ id: personId, ...personas[persona], teamId: null, roleId: null, seniority: 'mid' }])
    await insertMembership(tx, { accountId: accounts[persona], personId, role: persona === 'admin' ? 'admin' : 'member' })
  }
}

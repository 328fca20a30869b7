import { v7 as uuidv7 } from 'uuid'
import { actorOf } from '#access/actor-of.ts'
import { record } from '#audit/record.ts'
import { openDatabase } from '#db/client.ts'
import type { Connection } from '#db/client.ts'
import { accountByEmail, putInvitation } from './queries.ts'
import { hashOf, newSecret } from './secret.ts'
import { nobody } from './sign-in-record.ts'

const restoreHours = 24

/**
 * A one-time link's secret with which the admin of this e-mail address sets a new password, for whoever holds the server when nobody else
 * can let them in. Throws a sentence where there is no such admin.
 */
export async function restoreAccess(connection: Connection, email: string): Promise<string> {
  const database = openDatabase(connection, { poolSize: 1 })
  try {
    const account = await accountByEmail(database.identity, email)
    if (!account) throw new Error('Nobody signs in with this e-mail address.')
    const secret = newSecret()
    await database.withTx({ accountId: account.id }, {}, async (tx) => {
      const admin = await actorOf(tx, account.id)
      if (admin?.role !== 'admin' || admin.personId === null)
        throw new Error(
          'Whoever signs in with this e-mail address is no admin. Their admin can make a new sign-in link for them on the People page.',
        )
      await putInvitation(tx, { id: uuidv7(), personId: admin.personId, tokenHash: hashOf(secret), kind: 'restore', hours: restoreHours })
      const actor = { ...admin, accountId: nobody, personId: null }
      await record({ tx, actor }, 'person.access_restored', `person:${admin.personId}`, { by: 'command on the server' })
    })
    return secret
  } finally {
    await database.close()
  }
}

import { v7 as uuidv7 } from 'uuid'
import { record } from '#audit/record.ts'
import type { Database } from '#db/client.ts'
import { accountOfSubject, holdRoles, insertAccount, linkSubject } from './provider-queries.ts'
import { ProviderRefusal } from './provider-refusal.ts'
import { endInvitation, insertMembership, invitedPerson, openInvitation } from './queries.ts'

interface Subject {
  issuer: string
  subject: string
}

const ended = () => new ProviderRefusal('invitation_ended')

/**
 * Accepts an invitation for whom the provider vouches: with the account that they sign in to with it, else with a new one that has no password.
 * Never with an account that only has the same e-mail address: whose that is, neither the invitation nor the provider says. Gives the account.
 */
export async function joinByProvider(database: Database, providerId: string, subject: Subject, invitation: string): Promise<string> {
  const link = await database.withTx({ invitation }, { readOnly: true }, (tx) => openInvitation(tx, invitation))
  if (link === undefined || link.kind !== 'join') throw ended()
  const { orgId, personId } = link
  return database.withTx({ orgId }, {}, async (tx) => {
    const person = await invitedPerson(tx, orgId, personId)
    // Ended first: of two who accept at once the second waits here, and finds it gone.
    if (person === undefined || !(await endInvitation(tx, orgId, invitation))) throw ended()
    const known = await accountOfSubject(tx, subject)
    const accountId = known ?? uuidv7()
    if (known === undefined) {
      if (!(await insertAccount(tx, { id: accountId, name: person.name, email: person.email }))) throw new ProviderRefusal('has_account')
      if ((await linkSubject(tx, { id: uuidv7(), accountId, ...subject })) !== 'linked') throw new ProviderRefusal('linked_elsewhere')
    } else if ((await holdRoles(tx, orgId, accountId)).some((one) => one.accountId === accountId)) {
      throw new ProviderRefusal('already_member')
    }
    await insertMembership(tx, { accountId, personId, role: 'member' })
    const actor = { accountId, orgId, personId, role: 'member' as const, leads: new Set<string>() }
    const by = { means: `provider:${providerId}`, sessionId: null, purpose: null }
    await record({ tx, actor, by }, 'provider.linked', `account:${accountId}`, { provider: providerId, invitation: true })
    return accountId
  })
}

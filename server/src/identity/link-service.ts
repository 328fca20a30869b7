import { v7 as uuidv7 } from 'uuid'
import { PlumblineError, conflict } from '@plumbline/shared/errors/problem.ts'
import type { LinkKind } from '@plumbline/shared/identity/contract.ts'
import { revokeTokensOf } from '#access/token-queries.ts'
import { record } from '#audit/record.ts'
import { asIdentity } from '#db/client.ts'
import type { Database } from '#db/client.ts'
import type { Auth } from './auth.ts'
import type { Entry } from './entry.ts'
import { deleteFactors } from './factor-queries.ts'
import { emailOf, isShared, putPassword, setPassword } from './password-queries.ts'
import { endInvitation, insertMembership, invitedPerson, membershipsOf, openInvitation, personToInvite } from './queries.ts'
import { hashOf } from './secret.ts'
import { endSessionsOf } from './session-queries.ts'
import type { Visitor } from './visitor.ts'

interface Given {
  database: Database
  auth: Auth
}

const gone = () => new PlumblineError('not_found', 'This invitation was used, replaced or has ended. Ask your admin for a new link.')

const by = { means: 'link', sessionId: null, purpose: null } as const

interface Link {
  orgId: string
  personId: string
  kind: LinkKind
  organisation: string
  name: string
  /** With which they sign in: the account's, where there is one to reset. */
  email: string
}

/** What a secret opens. A wrong one counts as a failed try of the address. */
export const findLink = ({ database, auth }: Given, secret: string, { address }: Visitor): Promise<Link> =>
  auth.tries.guard({ address }, async () => {
    const invitation = hashOf(secret)
    const link = await database.withTx({ invitation }, { readOnly: true }, (tx) => openInvitation(tx, invitation))
    if (!link) throw gone()
    const { orgId, personId, kind } = link
    const person = await database.withTx({ orgId }, { readOnly: true }, async (tx) => {
      const found = await invitedPerson(tx, orgId, personId)
      if (!found || kind === 'join') return found
      const accountId = (await personToInvite(tx, orgId, personId))?.accountId
      const email = typeof accountId === 'string' ? await emailOf(tx, accountId) : undefined
      return email === undefined ? undefined : { ...found, email }
    })
    if (!person) throw gone()
    return { ...link, ...person }
  })

export async function getInvitation(given: Given, secret: string, visitor: Visitor) {
  const { organisation, name, email, kind } = await findLink(given, secret, visitor)
  return { organisation, name, email, kind }
}

/**
 * Lets in whoever holds the link's secret: with an account of their own, or with a new password for the one they have. An account that has a second
 * factor still owes it: whoever reads someone's mail has no more than their password.
 */
export async function acceptInvitation(given: Given, secret: string, password: string, visitor: Visitor): Promise<Entry> {
  const link = await findLink(given, secret, visitor)
  return link.kind === 'join' ? join(given, link, secret, password, visitor) : setNewPassword(given, link, secret, password, visitor)
}

/** Gives the person an account, or links the one they have when the password is right. */
async function join({ database, auth }: Given, link: Link, secret: string, password: string, visitor: Visitor): Promise<Entry> {
  const { orgId, personId, name, email } = link
  const made = await auth.createAccount({ name, email, password }).catch((error: unknown) => {
    if (error instanceof PlumblineError && error.code === 'conflict') return null
    throw error
  })
  const signedIn = made === null ? await auth.signIn(email, password, visitor) : null
  const accountId = made ?? signedIn?.accountId ?? ''
  try {
    await database.withTx({ orgId, accountId }, {}, async (tx) => {
      if (!(await endInvitation(tx, orgId, hashOf(secret)))) throw gone()
      const role = 'member'
      await insertMembership(tx, { accountId, personId, role })
      const actor = { accountId, orgId, personId, role, leads: new Set<string>() } as const
      await record({ tx, actor, by }, 'person.joined', `person:${personId}`, { before: null, after: { role } })
    })
  } catch (error) {
    // Of two who accept at once one makes the account and the other signs in to it: only an account that nobody joined with is taken back.
    if (made !== null && !(await isMember(database, made))) await auth.removeAccounts([made])
    throw error
  }
  return signedIn ?? auth.enter(accountId, visitor, 'link')
}

const isMember = async (database: Database, accountId: string): Promise<boolean> =>
  (await database.withTx({ accountId }, { readOnly: true }, (tx) => membershipsOf(tx, accountId))).length > 0

/**
 * Replaces the password and ends every session and token of the account, all or nothing; then lets its owner in and forgets its failed tries. A link that was
 * made on the server is the way back for an admin who lost everything: it takes the second factors away, and gives a password where there was none.
 */
async function setNewPassword({ database, auth }: Given, link: Link, secret: string, password: string, visitor: Visitor): Promise<Entry> {
  const { orgId, personId, kind, email } = link
  const hash = await auth.passwords.hash(password)
  const accountId = await database.withTx({ orgId }, {}, async (tx) => {
    const person = await personToInvite(tx, orgId, personId)
    if (!(await endInvitation(tx, orgId, hashOf(secret))) || !person || person.accountId === null || person.role === null) throw gone()
    const { accountId, role } = person
    // It may have joined another organisation since the link was made: one organisation's admin has no say in another's accounts.
    if (kind === 'reset' && (await isShared(tx, accountId, { orgId }))) throw gone()
    if (kind === 'restore') await putPassword(tx, uuidv7(), accountId, hash)
    else if (!(await setPassword(tx, accountId, hash))) throw conflict('This account signs in without a password, so there is none to set.')
    const hadFactors = kind === 'restore' && (await asIdentity(tx, (tx) => deleteFactors(tx, accountId)))
    const ended = await endSessionsOf(tx, accountId, null)
    // Whoever had got into the account may have made one, to come back with.
    const revoked = await revokeTokensOf(tx, orgId, accountId)
    const ctx = { tx, by, actor: { accountId, orgId, personId, role, leads: new Set<string>() } }
    await record(ctx, 'password.reset', `account:${accountId}`, { ended, revoked, link: kind })
    if (hadFactors) await record(ctx, 'factor.removed', `account:${accountId}`, { factor: 'all', link: kind })
    return accountId
  })
  if (kind === 'restore') {
    await auth.tries.forget(email)
    const cookies = await auth.replaceSession(accountId, visitor, { method: 'restore', secondFactor: false })
    return { accountId, cookies, secondFactors: [] }
  }
  const entry = await auth.enter(accountId, visitor, 'link')
  // Its failures at the second factor are not bought off with a link.
  if (entry.secondFactors.length === 0) await auth.tries.forget(email)
  return entry
}

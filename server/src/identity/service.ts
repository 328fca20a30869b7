import { v7 as uuidv7 } from 'uuid'
import { can } from '@plumbline/shared/access/can.ts'
import { PlumblineError, conflict, notFound } from '@plumbline/shared/errors/problem.ts'
import { requires } from '#access/require.ts'
import { record } from '#audit/record.ts'
import type { Database } from '#db/client.ts'
import type { Ctx } from '#http/context.ts'
import type { Auth } from './auth.ts'
import { endInvitation, insertMembership, invitedPerson, membershipsOf, openInvitation, personToInvite, putInvitation } from './queries.ts'
import { hashOf, newSecret } from './secret.ts'

/** A link for the person to sign in with for the first time. It works once, for seven days; a newer one ends it. */
export async function invite(ctx: Ctx, personId: string) {
  requires(can.manageOrganisation, ctx.actor)
  const person = await personToInvite(ctx.tx, ctx.actor.orgId, personId)
  if (!person) throw notFound()
  if (person.accountId !== null) throw conflict('This person has signed in already.')
  const secret = newSecret()
  const kept = await putInvitation(ctx.tx, { id: uuidv7(), personId, tokenHash: hashOf(secret) })
  if (!kept) throw notFound()
  await record(ctx, 'person.invited', `person:${personId}`)
  return { secret, expiresAt: kept.expiresAt.toISOString() }
}

const gone = () => new PlumblineError('not_found', 'This invitation was used, replaced or has ended. Ask your admin for a new link.')

async function find(database: Database, secret: string) {
  const invitation = hashOf(secret)
  const place = await database.withTx({ invitation }, { readOnly: true }, (tx) => openInvitation(tx, invitation))
  if (!place) throw gone()
  const person = await database.withTx({ orgId: place.orgId }, { readOnly: true }, (tx) => invitedPerson(tx, place.orgId, place.personId))
  if (!person) throw gone()
  return { ...place, ...person }
}

export async function getInvitation(database: Database, secret: string) {
  const { organisation, name, email } = await find(database, secret)
  return { organisation, name, email }
}

/** Gives the person an account, or links the one they have when the password is right. Answers with their new session's headers. */
export async function acceptInvitation(
  database: Database,
  auth: Auth,
  secret: string,
  password: string,
  headers: Headers,
): Promise<Headers> {
  const { orgId, personId, name, email } = await find(database, secret)
  const made = await auth.createAccount({ name, email, password }).catch((error: unknown) => {
    if (error instanceof PlumblineError && error.code === 'conflict') return null
    throw error
  })
  const session = await auth.signIn(email, password, headers)
  const accountId = made ?? (await auth.accountOf(cookiesOf(session)))
  if (accountId === null) throw gone()
  try {
    await database.withTx({ orgId, accountId }, {}, async (tx) => {
      if (!(await endInvitation(tx, orgId, hashOf(secret)))) throw gone()
      await insertMembership(tx, { accountId, personId, role: 'member' })
    })
  } catch (error) {
    // Of two who accept at once one makes the account and the other signs in to it: only an account that nobody joined with is taken back.
    if (made !== null && !(await isMember(database, made))) await auth.removeAccounts([made])
    throw error
  }
  return session
}

const isMember = async (database: Database, accountId: string): Promise<boolean> =>
  (await database.withTx({ accountId }, { readOnly: true }, (tx) => membershipsOf(tx, accountId))).length > 0

/** The cookies that a browser would send after these `Set-Cookie` headers. */
const cookiesOf = (session: Headers): Headers =>
  new Headers({
    cookie: session
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0] ?? '')
      .join('; '),
  })

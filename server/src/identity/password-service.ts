import { v7 as uuidv7 } from 'uuid'
import { can } from '@plumbline/shared/access/can.ts'
import { PlumblineError, conflict, notFound } from '@plumbline/shared/errors/problem.ts'
import { whoOf } from '#access/actor-of.ts'
import { requires } from '#access/require.ts'
import { record } from '#audit/record.ts'
import type { Ctx } from '#http/context.ts'
import type { Auth } from './auth.ts'
import { emailOf, isShared, setPassword, signInOf } from './password-queries.ts'
import { resetLetter } from './mail-letters.ts'
import { invitedPerson, personToInvite, putInvitation } from './queries.ts'
import { hashOf, newSecret } from './secret.ts'
import type { MadeLink } from './service.ts'
import { endSessionsOf } from './session-queries.ts'

const noPassword = () => conflict('This account signs in without a password, so there is none to change.')

const wrongPassword = () =>
  new PlumblineError('forbidden', 'Your present password is not right.', {
    errors: [{ in: 'body', pointer: '/oldPassword', detail: 'This is not your present password.' }],
  })

interface Place {
  auth: Auth
  sessionId: string
  address: string
}

/** Changes the actor's own password and ends their other sessions. A wrong old one counts as a failed try to sign in. */
export async function changePassword(ctx: Ctx, { auth, sessionId, address }: Place, body: { oldPassword: string; password: string }) {
  const { tx, actor } = ctx
  const own = await signInOf(tx, actor.accountId)
  if (!own || own.hash === null) throw noPassword()
  const { email, hash } = own
  await auth.tries.guard({ email, address }, async () => {
    if (!(await auth.passwords.verify({ hash, password: body.oldPassword }))) throw wrongPassword()
  })
  if (!(await setPassword(tx, actor.accountId, await auth.passwords.hash(body.password)))) throw noPassword()
  const ended = await endSessionsOf(tx, actor.accountId, sessionId)
  await record(ctx, 'password.changed', `account:${actor.accountId}`, { ended })
  return { done: true as const }
}

const resetHours = 24

/** A link with which a person who has an account sets a new password. It works once, for a day; a newer one ends it. */
export async function resetPassword(ctx: Ctx, personId: string): Promise<MadeLink> {
  requires(can.manageOrganisation, ctx.actor)
  const { tx, actor } = ctx
  const person = await personToInvite(tx, actor.orgId, personId)
  if (!person) throw notFound()
  if (person.leftOn !== null) throw conflict('This person has left and has nothing to sign in with.')
  if (person.accountId === null) throw conflict('This person has not signed in yet. Make an invitation link instead.')
  if (personId === actor.personId) throw conflict('Change your own password under Sign-in and sessions.')
  if (await isShared(tx, person.accountId, whoOf(actor)))
    throw conflict('This account belongs to another organisation, too, so its password is not yours to reset. Ask whoever runs the server.')
  const secret = newSecret()
  const kept = await putInvitation(tx, { id: uuidv7(), personId, tokenHash: hashOf(secret), kind: 'reset', hours: resetHours })
  const reader = await invitedPerson(tx, actor.orgId, personId)
  const email = await emailOf(tx, person.accountId)
  if (!kept || !reader || email === undefined) throw notFound()
  await record(ctx, 'person.password_reset_offered', `person:${personId}`)
  return { secret, expiresAt: kept.expiresAt.toISOString(), letter: (link) => resetLetter({ name: reader.name, email }, 'admin', link) }
}

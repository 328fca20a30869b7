import { v7 as uuidv7 } from 'uuid'
import { PlumblineError, conflict } from '@plumbline/shared/errors/problem.ts'
import type { PasskeyAssertion } from '@plumbline/shared/identity/passkey-contract.ts'
import { asIdentity } from '#db/client.ts'
import type { Database } from '#db/client.ts'
import { sessionOf } from '#http/context.ts'
import type { Ctx } from '#http/context.ts'
import type { Auth } from './auth.ts'
import { noteProof, proofOf } from './factor-queries.ts'
import { accountBehind } from './passkey-check.ts'
import { insertChallenge, passkeysOf, takeChallenge } from './passkey-queries.ts'
import { passkeyRequest } from './passkey-request.ts'
import { emailOf, signInOf } from './password-queries.ts'
import { relyingPartyOf } from './relying-party.ts'
import { challengeIn } from './signed-challenge.ts'
import type { Visitor } from './visitor.ts'

/** How long a sign-in or a proof lets a session change what its account signs in with, in minutes. */
export const proofMinutes = 10

const needed = () =>
  new PlumblineError('forbidden', 'Show first that it is you, with your password or a passkey; then do this within ten minutes.')

/** Throws `forbidden` where the session was opened or proved longer ago than ten minutes: a browser left open must not be enough. */
export async function requireProof(ctx: Ctx): Promise<void> {
  if (ctx.by?.opened?.method === 'visit')
    throw conflict('Visitors of the demo sign in without anything, so there is nothing to protect. Do this in an organisation of your own.')
  const id = sessionOf(ctx)
  const proof = await asIdentity(ctx.tx, (tx) => proofOf(tx, id, proofMinutes))
  if (proof?.holds !== true) throw needed()
}

export interface Place {
  database: Database
  auth: Auth
  visitor: Visitor
}

/** What the browser is to have signed by one of the actor's own passkeys. */
export async function proofOptions(ctx: Ctx, { database, visitor }: Place) {
  const sessionId = sessionOf(ctx)
  const party = relyingPartyOf(visitor.origin)
  const options = await passkeyRequest(party, await asIdentity(ctx.tx, (tx) => passkeysOf(tx, ctx.actor.accountId)))
  if (options.allowCredentials.length === 0)
    throw conflict('You have no passkey for this address. Use your password, or sign out and in again.')
  await insertChallenge(database.identity, uuidv7(), options.challenge, { purpose: 'prove', sessionId })
  return options
}

const wrong = (pointer: string, detail: string) => new PlumblineError('forbidden', detail, { errors: [{ in: 'body', pointer, detail }] })

/** Notes that the session is still its owner's. Wrong passwords and passkeys count as failed tries to sign in. */
export async function prove(ctx: Ctx, place: Place, body: { password: string } | { passkey: PasskeyAssertion }) {
  const sessionId = sessionOf(ctx)
  await ('password' in body ? provePassword(ctx, place, body.password) : provePasskey(ctx, place, sessionId, body.passkey))
  await asIdentity(ctx.tx, (tx) => noteProof(tx, sessionId))
  return { done: true as const }
}

async function provePassword({ tx, actor }: Ctx, { auth, visitor }: Place, password: string): Promise<void> {
  const own = await signInOf(tx, actor.accountId)
  if (!own || own.hash === null) throw conflict('This account has no password. Use a passkey, or sign out and in again.')
  const { email, hash } = own
  await auth.tries.guard({ email, address: visitor.address }, async () => {
    if (!(await auth.passwords.verify({ hash, password }))) throw wrong('/password', 'This is not your present password.')
  })
}

async function provePasskey(
  { tx, actor }: Ctx,
  { auth, database, visitor }: Place,
  sessionId: string,
  passkey: PasskeyAssertion,
): Promise<void> {
  const email = await emailOf(tx, actor.accountId)
  const challenge = challengeIn(passkey.response.clientDataJSON)
  const asked = await takeChallenge(database.identity, { purpose: 'prove', sessionId, challenge })
  await auth.tries.guard({ address: visitor.address, ...(email !== undefined && { email }) }, async () => {
    const found = asked && (await asIdentity(tx, (tx) => accountBehind(tx, passkey, asked.challenge, relyingPartyOf(visitor.origin))))
    if (found !== actor.accountId) throw wrong('/passkey', 'This passkey is not yours, or took too long. Try again.')
  })
}

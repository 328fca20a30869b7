import { v7 as uuidv7 } from 'uuid'
import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server'
import type { PasskeyAttestation } from '@plumbline/shared/identity/passkey-contract.ts'
import { conflict, invalid, notFound } from '@plumbline/shared/errors/problem.ts'
import { record } from '#audit/record.ts'
import { asIdentity } from '#db/client.ts'
import { sessionOf } from '#http/context.ts'
import type { Ctx } from '#http/context.ts'
import { stepSeconds } from './browser-cookie.ts'
import { factorWasAdded, factorWasRemoved } from './factor-change.ts'
import { lockAccount } from './factor-queries.ts'
import { userHandleOf } from './passkey-check.ts'
import { deleteOwnPasskey, insertChallenge, insertPasskey, passkeysOf, renameOwnPasskey, takeChallenge } from './passkey-queries.ts'
import { requireProof } from './proof-service.ts'
import type { Place } from './proof-service.ts'
import { relyingPartyOf } from './relying-party.ts'
import { challengeIn } from './signed-challenge.ts'

// An account's passkeys are its own: every query is bound to the actor's account, so no rule of `can` has anything to decide.

const mostPasskeys = 20
const rpName = 'Plumbline'
/** Ed25519, ES256 and RS256, by their COSE numbers: what authenticators speak, the best first. */
const supportedAlgorithmIDs = [-8, -7, -257]

/** What the browser needs to make a passkey that can be found without an address and makes sure of its owner each time. */
export async function passkeyOptions(ctx: Ctx, { database, visitor }: Omit<Place, 'auth'>) {
  await requireProof(ctx)
  const { accountId } = ctx.actor
  const party = relyingPartyOf(visitor.origin)
  const { account, own } = await asIdentity(ctx.tx, async (tx) => ({
    account: await lockAccount(tx, accountId),
    own: await passkeysOf(tx, accountId),
  }))
  if (own.length >= mostPasskeys) throw conflict(`You have ${mostPasskeys} passkeys. Remove one that you do not use first.`)
  const authenticatorSelection = { residentKey: 'required', requireResidentKey: true, userVerification: 'required' } as const
  const timeout = stepSeconds * 1000
  const user = {
    id: Buffer.from(userHandleOf(accountId)).toString('base64url'),
    name: account?.email ?? '',
    displayName: account?.name ?? '',
  }
  const { challenge, pubKeyCredParams } = await generateRegistrationOptions({
    rpName,
    rpID: party.id,
    userName: user.name,
    supportedAlgorithmIDs,
  })
  await insertChallenge(database.identity, uuidv7(), challenge, { purpose: 'add', sessionId: sessionOf(ctx) })
  return {
    challenge,
    rp: { id: party.id, name: rpName },
    user,
    pubKeyCredParams,
    timeout,
    attestation: 'none' as const,
    excludeCredentials: own.map(({ credentialId, transports }) => ({ id: credentialId, type: 'public-key' as const, transports })),
    authenticatorSelection,
  }
}

const notMade = () =>
  invalid(
    'This passkey cannot be used here: it was made for another address, took longer than five minutes, or did not check who you are.',
    [{ in: 'body', pointer: '/response', detail: 'Begin again.' }],
  )

/** Keeps a passkey that was made for this session's challenge. Only the library's checks of origin, host, challenge and owner let it in. */
export async function addPasskey(
  ctx: Ctx,
  { database, visitor }: Omit<Place, 'auth'>,
  { name, response: given }: { name: string; response: PasskeyAttestation },
) {
  const { accountId } = ctx.actor
  const party = relyingPartyOf(visitor.origin)
  const { clientDataJSON, attestationObject } = given.response
  const asked = await takeChallenge(database.identity, {
    purpose: 'add',
    sessionId: sessionOf(ctx),
    challenge: challengeIn(clientDataJSON),
  })
  if (!asked) throw notMade()
  // The library throws an error of its own for each thing that is not as it should be.
  const made = await verifyRegistrationResponse({
    response: {
      id: given.id,
      rawId: given.rawId,
      type: given.type,
      response: { clientDataJSON, attestationObject },
      clientExtensionResults: {},
    },
    expectedChallenge: asked.challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    supportedAlgorithmIDs,
  }).catch(() => null)
  if (made?.verified !== true) throw notMade()
  const { id: credentialId, publicKey, counter } = made.registrationInfo.credential
  await asIdentity(ctx.tx, async (tx) => {
    await lockAccount(tx, accountId)
    const transports = given.response.transports ?? []
    const row = { credentialId, publicKey: Buffer.from(publicKey).toString('base64url'), rpId: party.id, counter, transports, name }
    await insertPasskey(tx, { id: uuidv7(), accountId, ...row })
  })
  return factorWasAdded(ctx, { factor: 'passkey', name })
}

export async function renamePasskey(ctx: Ctx, passkeyId: string, name: string) {
  const { accountId } = ctx.actor
  if (!(await asIdentity(ctx.tx, (tx) => renameOwnPasskey(tx, accountId, passkeyId, name)))) throw notFound()
  await record(ctx, 'passkey.renamed', `account:${accountId}`, {}, { about: ctx.actor.personId, values: { after: name } })
  return { done: true as const }
}

/** From now on it opens nothing. Someone else's is not found. */
export async function removePasskey(ctx: Ctx, passkeyId: string) {
  const { accountId } = ctx.actor
  const own = await asIdentity(ctx.tx, (tx) => passkeysOf(tx, accountId))
  if (!own.some(({ id }) => id === passkeyId)) throw notFound()
  await requireProof(ctx)
  const removed = await asIdentity(ctx.tx, async (tx) => {
    await lockAccount(tx, accountId)
    return deleteOwnPasskey(tx, accountId, passkeyId)
  })
  if (!removed) throw notFound()
  return factorWasRemoved(ctx, { factor: 'passkey', name: removed.name })
}

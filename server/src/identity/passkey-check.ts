import { parse as uuidBytes } from 'uuid'
import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import type { PasskeyAssertion } from '@plumbline/shared/identity/passkey-contract.ts'
import type { Queries } from './factor-queries.ts'
import { lockPasskey, notePasskeyUse } from './passkey-queries.ts'
import type { RelyingParty } from './relying-party.ts'

/** What a passkey knows its account by: the id's bytes, which name nobody. */
export const userHandleOf = (accountId: string): Uint8Array<ArrayBuffer> => new Uint8Array(uuidBytes(accountId))

/**
 * Whose passkey signed this challenge, for this origin, after it made sure of its owner; null where any of that is not so, or where its counter did
 * not go on, as a copy's would not. The counter is noted.
 */
export async function accountBehind(
  tx: Queries,
  { id, rawId, response, ...rest }: PasskeyAssertion,
  challenge: string,
  party: RelyingParty,
): Promise<string | null> {
  const passkey = await lockPasskey(tx, id)
  if (!passkey || passkey.rpId !== party.id) return null
  const { userHandle, ...signed } = response
  const handle = Buffer.from(userHandleOf(passkey.accountId)).toString('base64url')
  if (userHandle !== undefined && userHandle !== handle) return null
  // The library throws an error of its own for each thing that is not as it should be.
  const checked = await verifyAuthenticationResponse({
    response: { id, rawId, type: rest.type, response: signed, clientExtensionResults: {} },
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    credential: { id, publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')), counter: passkey.counter },
  }).catch(() => null)
  if (checked?.verified !== true) return null
  await notePasskeyUse(tx, passkey.id, checked.authenticationInfo.newCounter)
  return passkey.accountId
}

import { generateAuthenticationOptions } from '@simplewebauthn/server'
import { stepSeconds } from './browser-cookie.ts'
import type { RelyingParty } from './relying-party.ts'

interface Known {
  readonly credentialId: string
  readonly rpId: string
  readonly transports: string[]
}

/** What a browser is to ask a passkey for: one of these, or where none is named any that it finds for this host. The passkey has to make sure of its owner. */
export async function passkeyRequest({ id: rpID }: RelyingParty, passkeys: readonly Known[]) {
  const timeout = stepSeconds * 1000
  const allowCredentials = passkeys
    .filter(({ rpId }) => rpId === rpID)
    .map(({ credentialId, transports }) => ({ id: credentialId, type: 'public-key' as const, transports }))
  const { challenge } = await generateAuthenticationOptions({ rpID })
  return { challenge, rpId: rpID, timeout, userVerification: 'required' as const, allowCredentials }
}

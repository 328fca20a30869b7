import {
  addPasskeyRoute,
  passkeyOptionsRoute,
  passkeySignInOptionsRoute,
  passkeySignInRoute,
  proofOptionsRoute,
} from '@plumbline/shared/identity/passkey-contract.ts'
import { proveRoute } from '@plumbline/shared/identity/second-factor-contract.ts'
import { ApiError } from '../api/api-error.ts'
import { call } from '../api/client.ts'

/** Browsers offer passkeys over https and on localhost only. */
export const passkeysWork = (): boolean => typeof window.PublicKeyCredential === 'function'

const ceremonies = () => import('@simplewebauthn/browser')

/** Waits for the person and their device. Nothing is told of why it came to nothing: the browser itself keeps that apart from no. */
async function askDevice<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    const known = error instanceof Error && error.name === 'InvalidStateError'
    throw new ApiError({
      code: 'invalid',
      detail: known ? 'This device holds a passkey of yours for here already.' : 'No passkey answered. Try again, or choose another way.',
    })
  }
}

// No extension was asked for, so none has anything to say.
const noExtensions = { clientExtensionResults: {} }

async function signed(optionsJSON: Parameters<Awaited<ReturnType<typeof ceremonies>>['startAuthentication']>[0]['optionsJSON']) {
  const { startAuthentication } = await ceremonies()
  return { ...(await askDevice(() => startAuthentication({ optionsJSON }))), ...noExtensions }
}

/** Signs in with a passkey alone, or takes the second step with one. */
export async function signInWithPasskey(asSecondStep: boolean): Promise<void> {
  const { data } = await call(passkeySignInOptionsRoute, { body: { asSecondStep } })
  await call(passkeySignInRoute, { body: { response: await signed(data) } })
}

/** Shows with a passkey that it is still the same person. */
export async function proveWithPasskey(): Promise<void> {
  const { data } = await call(proofOptionsRoute, {})
  await call(proveRoute, { body: { passkey: await signed(data) } })
}

/** Makes a passkey on this device, or on one that the browser can reach. Answers with recovery codes where there were none. */
export async function addPasskey(name: string): Promise<string[] | null> {
  const { startRegistration } = await ceremonies()
  const { data: optionsJSON } = await call(passkeyOptionsRoute, {})
  const response = { ...(await askDevice(() => startRegistration({ optionsJSON }))), ...noExtensions }
  return (await call(addPasskeyRoute, { body: { name, response } })).data.recoveryCodes
}

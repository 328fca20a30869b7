import { z } from 'zod'
import { done, id, name } from '../http/fields.ts'
import { defineRoute } from '../http/route.ts'
import { secondFactor } from './contract.ts'

const base64url = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[A-Za-z0-9_-]+$/, 'This is not base64url.')

const credential = {
  id: base64url(1400),
  rawId: base64url(1400),
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
  /** Of no consequence here: no extension is asked for that would be decided on. */
  clientExtensionResults: z.record(z.string().max(60), z.unknown()),
}

/** What a browser answers when someone signs in with a passkey: WebAuthn's AuthenticationResponseJSON. */
export const passkeyAssertion = z.strictObject({
  ...credential,
  response: z.strictObject({
    clientDataJSON: base64url(8000),
    authenticatorData: base64url(8000),
    signature: base64url(8000),
    userHandle: base64url(100).optional(),
  }),
})
export type PasskeyAssertion = z.infer<typeof passkeyAssertion>

/** What a browser answers when a passkey was made: WebAuthn's RegistrationResponseJSON. */
const passkeyAttestation = z.strictObject({
  ...credential,
  response: z.strictObject({
    clientDataJSON: base64url(8000),
    attestationObject: base64url(40_000),
    authenticatorData: base64url(8000).optional(),
    transports: z.array(z.string().max(30)).max(10).optional(),
    publicKeyAlgorithm: z.number().optional(),
    publicKey: base64url(8000).optional(),
  }),
})
export type PasskeyAttestation = z.infer<typeof passkeyAttestation>

const listed = z.array(z.object({ id: z.string(), type: z.literal('public-key'), transports: z.array(z.string()) }))

/** What the browser is to ask a passkey for. Good once, for five minutes. */
const requestOptions = z.object({
  challenge: z.string(),
  rpId: z.string(),
  timeout: z.number(),
  userVerification: z.literal('required'),
  allowCredentials: listed,
})

const creationOptions = z.object({
  challenge: z.string(),
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.object({ type: z.literal('public-key'), alg: z.number() })),
  timeout: z.number(),
  attestation: z.literal('none'),
  excludeCredentials: listed,
  authenticatorSelection: z.object({
    residentKey: z.literal('required'),
    requireResidentKey: z.boolean(),
    userVerification: z.literal('required'),
  }),
})

export const passkeySignInOptionsRoute = defineRoute({
  method: 'post',
  path: '/sessions/passkey-challenge',
  summary: 'Begin to sign in with a passkey, or to take the second step with one',
  access: 'public',
  body: z.strictObject({ asSecondStep: z.boolean().default(false) }),
  ok: requestOptions,
})

export const passkeySignInRoute = defineRoute({
  method: 'post',
  path: '/sessions/passkey',
  summary: 'Sign in with a passkey; it counts as password and second factor',
  access: 'public',
  body: z.strictObject({ response: passkeyAssertion }),
  ok: done,
})

export const secondStepRoute = defineRoute({
  method: 'post',
  path: '/sessions/second-factor',
  summary: 'Take the second step of a sign-in with a code; a passkey takes it as well',
  access: 'public',
  body: z.strictObject({ with: secondFactor.exclude(['passkey']), code: z.string('Give a code.').trim().min(1, 'Give a code.').max(40) }),
  ok: done,
})

const params = z.strictObject({ passkeyId: id })

export const passkeyOptionsRoute = defineRoute({
  method: 'post',
  path: '/me/passkeys/challenge',
  summary: 'Begin to add a passkey',
  oneTime: true,
  beforeSecondFactor: true,
  ok: creationOptions,
})

/** Codes are given with an account's first factor, and shown once. */
export const factorAdded = z.object({ recoveryCodes: z.array(z.string()).nullable() })

export const addPasskeyRoute = defineRoute({
  method: 'post',
  path: '/me/passkeys',
  summary: 'Add a passkey; ends all of my other sessions',
  oneTime: true,
  beforeSecondFactor: true,
  body: z.strictObject({ name, response: passkeyAttestation }),
  ok: factorAdded,
})

export const renamePasskeyRoute = defineRoute({
  method: 'patch',
  path: '/me/passkeys/{passkeyId}',
  summary: 'Rename one of my passkeys',
  beforeSecondFactor: true,
  params,
  body: z.strictObject({ name }),
  ok: done,
})

export const removePasskeyRoute = defineRoute({
  method: 'delete',
  path: '/me/passkeys/{passkeyId}',
  summary: 'Remove one of my passkeys; ends all of my other sessions',
  beforeSecondFactor: true,
  params,
  ok: done,
})

export const proofOptionsRoute = defineRoute({
  method: 'post',
  path: '/me/proof/passkey-challenge',
  summary: 'Begin to show with a passkey that it is me',
  oneTime: true,
  beforeSecondFactor: true,
  ok: requestOptions,
})

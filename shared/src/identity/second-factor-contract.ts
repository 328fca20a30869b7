import { z } from 'zod'
import { done, id, instant } from '../http/fields.ts'
import { defineRoute } from '../http/route.ts'
import { factorAdded, passkeyAssertion } from './passkey-contract.ts'

export const getSecondFactorRoute = defineRoute({
  method: 'get',
  path: '/me/second-factor',
  summary: 'My second factors, and whether they may be changed right now',
  beforeSecondFactor: true,
  ok: z.object({
    /** When the authenticator app was added; null where there is none. */
    authenticatorApp: z.object({ addedAt: instant }).nullable(),
    passkeys: z.array(z.object({ id, name: z.string(), addedAt: instant, lastUsedAt: instant.nullable() })),
    recoveryCodesLeft: z.number(),
    proof: z.object({
      /** Until when this session may change factors without showing again that it is me; null where it has to first. */
      until: instant.nullable(),
      /** With what that can be shown. With nothing, sign out and in again. */
      by: z.array(z.enum(['password', 'passkey'])),
    }),
  }),
})

export const proveRoute = defineRoute({
  method: 'put',
  path: '/me/proof',
  summary: 'Show again that it is me, so that this session may change factors for ten minutes',
  beforeSecondFactor: true,
  body: z.union([
    z.strictObject({ password: z.string('Give your password.').min(1, 'Give your password.').max(200) }),
    z.strictObject({ passkey: passkeyAssertion }),
  ]),
  ok: done,
})

export const startAuthenticatorAppRoute = defineRoute({
  method: 'post',
  path: '/me/authenticator-app',
  summary: 'Begin to add an authenticator app: its secret, which counts once a code of it is given',
  oneTime: true,
  beforeSecondFactor: true,
  ok: z.object({
    /** In base32, as apps take it when it is typed. */
    secret: z.string(),
    /** The same as an `otpauth:` address, for a QR code. */
    uri: z.string(),
  }),
})

export const confirmAuthenticatorAppRoute = defineRoute({
  method: 'put',
  path: '/me/authenticator-app',
  summary: 'Finish adding an authenticator app with one of its codes; ends all of my other sessions',
  beforeSecondFactor: true,
  body: z.strictObject({ code: z.string('Give the code.').trim().min(1, 'Give the code.').max(20) }),
  ok: factorAdded,
})

export const removeAuthenticatorAppRoute = defineRoute({
  method: 'delete',
  path: '/me/authenticator-app',
  summary: 'Remove my authenticator app; ends all of my other sessions',
  beforeSecondFactor: true,
  ok: done,
})

export const renewRecoveryCodesRoute = defineRoute({
  method: 'post',
  path: '/me/recovery-codes',
  summary: 'Make ten new recovery codes; the ones before end',
  oneTime: true,
  beforeSecondFactor: true,
  ok: z.object({ recoveryCodes: z.array(z.string()) }),
})

export const removeSecondFactorRoute = defineRoute({
  method: 'delete',
  path: '/people/{personId}/second-factor',
  summary: 'Take away every second factor of someone who lost theirs; ends all of their sessions',
  params: z.strictObject({ personId: id }),
  ok: done,
})

import {
  addPasskeyRoute,
  passkeyOptionsRoute,
  passkeySignInOptionsRoute,
  passkeySignInRoute,
  proofOptionsRoute,
  removePasskeyRoute,
  renamePasskeyRoute,
  secondStepRoute,
} from '@plumbline/shared/identity/passkey-contract.ts'
import {
  confirmAuthenticatorAppRoute,
  getSecondFactorRoute,
  proveRoute,
  removeAuthenticatorAppRoute,
  removeSecondFactorRoute,
  renewRecoveryCodesRoute,
  startAuthenticatorAppRoute,
} from '@plumbline/shared/identity/second-factor-contract.ts'
import { visitorOf } from '#http/client-address.ts'
import { passCookies } from '#http/cookies.ts'
import { feature } from '#http/feature.ts'
import { passkeySignInOptions, signInWithPasskey } from './passkey-sign-in-service.ts'
import { addPasskey, passkeyOptions, removePasskey, renamePasskey } from './passkey-service.ts'
import { proofOptions, prove } from './proof-service.ts'
import {
  confirmAuthenticatorApp,
  getSecondFactor,
  removeAuthenticatorApp,
  removeSecondFactor,
  renewRecoveryCodes,
  startAuthenticatorApp,
} from './second-factor-service.ts'
import { takeSecondStep } from './second-step-service.ts'

const done = { done: true as const }

export const secondFactorRoutes = feature('second-factor')
  .open(secondStepRoute, async ({ deps, c, body }) => {
    passCookies(c, await takeSecondStep(deps, body, visitorOf(c, deps.config)))
    return done
  })
  .open(passkeySignInOptionsRoute, async ({ deps, c, body }) => {
    const { options, cookie } = await passkeySignInOptions(deps, body.asSecondStep, visitorOf(c, deps.config))
    passCookies(c, new Headers({ 'set-cookie': cookie }))
    return options
  })
  .open(passkeySignInRoute, async ({ deps, c, body }) => {
    passCookies(c, await signInWithPasskey(deps, body.response, visitorOf(c, deps.config)))
    return done
  })
  .on(getSecondFactorRoute, ({ ctx }) => getSecondFactor(ctx))
  .on(proofOptionsRoute, ({ ctx, deps, visitor }) => proofOptions(ctx, { ...deps, visitor }))
  .on(proveRoute, ({ ctx, deps, visitor, body }) => prove(ctx, { ...deps, visitor }, body))
  .on(startAuthenticatorAppRoute, ({ ctx, deps }) => startAuthenticatorApp(ctx, deps.auth.box))
  .on(confirmAuthenticatorAppRoute, ({ ctx, deps, body }) => confirmAuthenticatorApp(ctx, deps.auth.box, body.code))
  .on(removeAuthenticatorAppRoute, ({ ctx }) => removeAuthenticatorApp(ctx))
  .on(passkeyOptionsRoute, ({ ctx, deps, visitor }) => passkeyOptions(ctx, { ...deps, visitor }))
  .on(addPasskeyRoute, ({ ctx, deps, visitor, body }) => addPasskey(ctx, { ...deps, visitor }, body))
  .on(renamePasskeyRoute, ({ ctx, params, body }) => renamePasskey(ctx, params.passkeyId, body.name))
  .on(removePasskeyRoute, ({ ctx, params }) => removePasskey(ctx, params.passkeyId))
  .on(renewRecoveryCodesRoute, ({ ctx }) => renewRecoveryCodes(ctx))
  .on(removeSecondFactorRoute, ({ ctx, params }) => removeSecondFactor(ctx, params.personId))

import {
  changeEmailRoute,
  confirmEmailRoute,
  getEmailRoute,
  getPasswordResetRoute,
  requestPasswordResetRoute,
  setPasswordByMailRoute,
} from '@plumbline/shared/identity/mail-contract.ts'
import { AfterCommit } from '#http/after-commit.ts'
import { visitorOf } from '#http/client-address.ts'
import { sessionOf } from '#http/context.ts'
import { feature } from '#http/feature.ts'
import { changeEmail, confirmEmail, getEmail } from './email-service.ts'
import { getReset, requestReset, useReset } from './reset-service.ts'

export const mailRoutes = feature('mail')
  .open(requestPasswordResetRoute, ({ deps, c, body }) => requestReset(deps, body.email, visitorOf(c, deps.config).address))
  .open(getPasswordResetRoute, ({ deps, c, params }) => getReset(deps, params.secret, visitorOf(c, deps.config).address))
  .open(setPasswordByMailRoute, ({ deps, c, params, body }) =>
    useReset(deps, params.secret, body.password, visitorOf(c, deps.config).address),
  )
  .on(getEmailRoute, ({ ctx, deps }) => getEmail(ctx, deps.mail))
  .on(changeEmailRoute, async ({ ctx, deps, visitor, body }) => {
    const { changed, tell } = await changeEmail(ctx, deps, { sessionId: sessionOf(ctx), address: visitor.address }, body)
    return new AfterCommit(() => {
      tell()
      return Promise.resolve({ changed })
    })
  })
  .open(confirmEmailRoute, ({ deps, c, params }) => confirmEmail(deps, params.secret, visitorOf(c, deps.config).address))

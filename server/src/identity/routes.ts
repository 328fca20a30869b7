import {
  acceptInvitationRoute,
  changePasswordRoute,
  endOtherSessionsRoute,
  endSessionRoute,
  getInvitationRoute,
  inviteRoute,
  listSessionsRoute,
  resetPasswordRoute,
  signInRoute,
  signOutRoute,
} from '@plumbline/shared/identity/contract.ts'
import { AfterCommit } from '#http/after-commit.ts'
import { setPurposeRoute } from '@plumbline/shared/identity/purpose-contract.ts'
import { visitorOf } from '#http/client-address.ts'
import { sessionOf } from '#http/context.ts'
import { passCookies } from '#http/cookies.ts'
import { feature } from '#http/feature.ts'
import { entered } from './entry.ts'
import type { Deps } from '#http/feature.ts'
import { acceptInvitation, getInvitation } from './link-service.ts'
import { changePassword, resetPassword } from './password-service.ts'
import { invite } from './service.ts'
import type { MadeLink } from './service.ts'
import { choosePurpose, endOtherSessions, endSession, listSessions } from './session-service.ts'

const done = { done: true as const }

/** Mails the link once it is kept. It is answered with as well: a mail that fails costs nobody their link. */
const mailed = ({ mail, home }: Deps, { secret, expiresAt, letter }: MadeLink) =>
  new AfterCommit(async () => ({ secret, expiresAt, mailed: await mail.send(letter(`${home()}/join#${secret}`)) }))

export const identityRoutes = feature('identity')
  .open(signInRoute, async ({ deps, c, body }) => {
    const entry = await deps.auth.signIn(body.email, body.password, visitorOf(c, deps.config))
    passCookies(c, entry.cookies)
    return entered(entry)
  })
  // Before the one with an id, which would take its address.
  .open(signOutRoute, async ({ deps, c }) => {
    passCookies(c, await deps.auth.signOut(c.req.raw.headers))
    return done
  })
  .on(listSessionsRoute, ({ ctx, deps }) => listSessions(ctx, sessionOf(ctx), deps.config.sessionLimits))
  .on(setPurposeRoute, ({ ctx, body }) => choosePurpose(ctx, sessionOf(ctx), body.purpose))
  .on(endSessionRoute, ({ ctx, params }) => endSession(ctx, params.sessionId))
  .on(endOtherSessionsRoute, ({ ctx }) => endOtherSessions(ctx, sessionOf(ctx)))
  .on(changePasswordRoute, ({ ctx, deps: { auth }, visitor, body }) =>
    changePassword(ctx, { auth, sessionId: sessionOf(ctx), address: visitor.address }, body),
  )
  .on(inviteRoute, async ({ ctx, params, deps }) => mailed(deps, await invite(ctx, params.personId)))
  .on(resetPasswordRoute, async ({ ctx, params, deps }) => mailed(deps, await resetPassword(ctx, params.personId)))
  .open(getInvitationRoute, ({ deps, c, params }) => getInvitation(deps, params.secret, visitorOf(c, deps.config)))
  .open(acceptInvitationRoute, async ({ deps, c, params, body }) => {
    const entry = await acceptInvitation(deps, params.secret, body.password, visitorOf(c, deps.config))
    passCookies(c, entry.cookies)
    return entered(entry)
  })

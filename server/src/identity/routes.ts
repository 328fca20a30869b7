import { acceptInvitationRoute, getInvitationRoute, inviteRoute, signInRoute, signOutRoute } from '@plumbline/shared/identity/contract.ts'
import { passCookies } from '#http/cookies.ts'
import { feature } from '#http/feature.ts'
import { acceptInvitation, getInvitation, invite } from './service.ts'

const done = { done: true as const }

export const identityRoutes = feature('identity')
  .open(signInRoute, async ({ deps, c, body }) => {
    passCookies(c, await deps.auth.signIn(body.email, body.password, c.req.raw.headers))
    return done
  })
  .open(signOutRoute, async ({ deps, c }) => {
    passCookies(c, await deps.auth.signOut(c.req.raw.headers))
    return done
  })
  .on(inviteRoute, ({ ctx, params }) => invite(ctx, params.personId))
  .open(getInvitationRoute, ({ deps, params }) => getInvitation(deps.database, params.secret))
  .open(acceptInvitationRoute, async ({ deps, c, params, body }) => {
    passCookies(c, await acceptInvitation(deps.database, deps.auth, params.secret, body.password, c.req.raw.headers))
    return done
  })

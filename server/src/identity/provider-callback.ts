import { Hono } from 'hono'
import { deleteCookie, getCookie } from 'hono/cookie'
import { visitorOf } from '#http/client-address.ts'
import { passCookies } from '#http/cookies.ts'
import type { Deps } from '#http/feature.ts'
import type { Variables } from '#http/mount.ts'
import { flowCookie } from './provider-cookie.ts'
import { finishProvider } from './provider-finish-service.ts'

/** Where a provider sends the browser back to. A page address, not an endpoint: it answers with a redirect to a page of this site, whatever happens. */
export const providerCallback = (deps: Deps): Hono<{ Variables: Variables }> =>
  new Hono<{ Variables: Variables }>().get('/sign-in/:providerId/callback', async (c) => {
    c.set('pattern', 'GET /sign-in/{providerId}/callback')
    const { name, options } = flowCookie(deps.home())
    const { to, cookies } = await finishProvider(deps, {
      providerId: c.req.param('providerId'),
      search: new URL(c.req.url).searchParams,
      browser: getCookie(c, name),
      visitor: visitorOf(c, deps.config),
    })
    // Kept where nothing was opened: what comes from elsewhere must not be able to take a flow's cookie away.
    if (cookies !== null) {
      deleteCookie(c, name, options)
      passCookies(c, cookies)
    }
    c.header('Cache-Control', 'no-store')
    return c.redirect(to, 303)
  })

import type { MiddlewareHandler } from 'hono'
import { PlumblineError } from '@plumbline/shared/errors/problem.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a change that another site's page asks for. JSON is not enough of a guard by itself, and a cookie alone does not say who wrote the request.
 * A caller that is no browser sends neither header and is let through: it has no one else's cookie.
 */
export const ownOrigin = (url: string | undefined): MiddlewareHandler => {
  const own = ownPage(url)
  return async (c, next) => (safe.has(c.req.method) ? next() : own(c, next))
}

/** The same for whatever is asked: for answers that write down who asked, so that no other page can have someone leave a trace. */
export const ownPage =
  (url: string | undefined): MiddlewareHandler =>
  async (c, next) => {
    const site = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin')
    const own = url ? new URL(url).host : c.req.header('host')
    const foreign = (site !== undefined && site !== 'same-origin' && site !== 'none') || (origin !== undefined && hostOf(origin) !== own)
    if (foreign) throw new PlumblineError('forbidden', 'This request came from another site’s page and was refused.')
    return next()
  }

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}

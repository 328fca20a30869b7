import { OpenAPIHono } from '@hono/zod-openapi'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { requestId } from 'hono/request-id'
import { invalid } from '@plumbline/shared/errors/problem.ts'
import type { Deps } from './http/feature.ts'
import { docs, docsPolicies } from './http/docs.ts'
import { securityHeaders } from './http/headers.ts'
import { health } from './http/health.ts'
import { logRequests } from './http/log.ts'
import { mount } from './http/mount.ts'
import type { App, Variables } from './http/mount.ts'
import { ownOrigin } from './http/origin.ts'
import { fieldErrors, onError, onNotFound } from './http/problems.ts'
import { openRateLimits } from './http/rate-limits.ts'
import { boundedRequest } from './http/request-shape.ts'
import { pages } from './http/static.ts'
import { features } from './features.ts'
import { providerCallback } from './identity/provider-callback.ts'

export interface AppOptions {
  /** The built pages, where they are served from here. */
  pagesDir?: string
  isStopping?: () => boolean
}

/** The whole server as one fetch handler: the API of every feature, its documentation, health, and the pages. */
export function createApp(deps: Deps, { pagesDir, isStopping = () => false }: AppOptions = {}): Hono<{ Variables: Variables }> {
  const api: App = new OpenAPIHono<{ Variables: Variables }>({
    defaultHook: (result) => {
      if (!result.success) throw invalid('Some values are not right.', fieldErrors(result.error, result.target))
    },
  })
  const limits = openRateLimits(deps.config)
  for (const feature of features) mount(api, feature, deps, limits)

  const app = new Hono<{ Variables: Variables }>()
  const [headers, docsHeaders] = [securityHeaders(deps.config.url), securityHeaders(deps.config.url, docsPolicies)]
  app.use(requestId(), logRequests(deps.log), (c, next) => (c.req.path === '/api/docs' ? docsHeaders : headers)(c, next), compress())
  app.route('/', health(deps.database, isStopping, deps.providers.checks))
  app.use(boundedRequest)
  app.use('/api/*', limits.network, ownOrigin(deps.config.url))
  app.route('/', api)
  app.route('/', docs(api))
  const notFound = onNotFound(features.flatMap((feature) => feature.routes.map(({ route }) => route)))
  app.all('/api/*', (c) => notFound(c))
  app.use('/sign-in/:providerId/callback', limits.network)
  app.route('/', providerCallback(deps))
  if (pagesDir !== undefined) app.route('/', pages(pagesDir))
  app.notFound(notFound)
  app.onError(onError(deps.log))
  return app
}

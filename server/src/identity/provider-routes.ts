import { setCookie } from 'hono/cookie'
import {
  listLinkedProvidersRoute,
  listProvidersRoute,
  startProviderRoute,
  unlinkProviderRoute,
} from '@plumbline/shared/identity/provider-contract.ts'
import { visitorOf } from '#http/client-address.ts'
import { sessionOf } from '#http/context.ts'
import { feature } from '#http/feature.ts'
import { flowCookie } from './provider-cookie.ts'
import { listLinkedProviders, offer, unlinkProvider } from './provider-link-service.ts'
import { startProvider } from './provider-start-service.ts'

export const providerRoutes = feature('providers')
  .open(listProvidersRoute, ({ deps: { providers, mail } }) => Promise.resolve({ providers: providers.all().map(offer), mail: mail.on }))
  .open(startProviderRoute, async ({ deps, c, params, body }) => {
    const { location, browser } = await startProvider(deps, params.providerId, body, visitorOf(c, deps.config))
    const { name, options } = flowCookie(deps.home())
    setCookie(c, name, browser, options)
    return { location }
  })
  .on(listLinkedProvidersRoute, ({ ctx, deps }) => listLinkedProviders(ctx, sessionOf(ctx), deps.providers))
  .on(unlinkProviderRoute, ({ ctx, deps, params }) => unlinkProvider(ctx, sessionOf(ctx), params.linkId, deps.providers))

import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { Provider } from 'oidc-provider'
import type { ClientMetadata } from 'oidc-provider'
import { clientId, clientSecret } from './fake-provider.ts'

const page = (uid: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Corp Login</title></head>
<body><main><h1>Corp Login</h1><form method="post" action="/interaction/${uid}">
<label>User <input name="user"></label> <button>Go on</button></form></main></body></html>`

/**
 * A certified provider in this process, whose users type their name and nothing else. `redirects`: where it may send browsers back to, settable
 * until the first sign-in since our server's port is known later.
 */
export async function openOidc(redirects: () => string[], more: { id?: string; clients?: ClientMetadata[] } = {}) {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  let handle: ReturnType<Provider['callback']> | undefined
  let provider: Provider | undefined
  const open = () => {
    provider = new Provider(issuer, {
      clients: [
        {
          client_id: clientId,
          client_secret: clientSecret,
          redirect_uris: redirects(),
          response_types: ['code'],
          grant_types: ['authorization_code'],
        },
        ...(more.clients ?? []),
      ],
      pkce: { required: () => true },
      features: { devInteractions: { enabled: false } },
      cookies: { keys: ['a key for tests only'] },
      ttl: { Session: 600, Interaction: 600, Grant: 600, IdToken: 600, AccessToken: 600 },
      findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
      // Whoever signs in has agreed.
      loadExistingGrant: async ({ oidc }) => {
        const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId ?? '', accountId: oidc.session?.accountId ?? '' })
        grant.addOIDCScope('openid')
        await grant.save()
        return grant
      },
    })
    return provider.callback()
  }
  server.on('request', (request, response) => {
    // Discovery is asked for before the redirect address is known, so the provider itself is made at the first request for it.
    handle ??= open()
    const uid = /^\/interaction\/([\w-]+)$/.exec(request.url ?? '')?.[1]
    if (uid === undefined) return void handle(request, response)
    if (request.method === 'GET') return void response.setHeader('content-type', 'text/html').end(page(uid))
    return void text(request).then((body) =>
      provider?.interactionFinished(request, response, { login: { accountId: new URLSearchParams(body).get('user') ?? '' } }),
    )
  })
  return {
    issuer,
    settings: { id: more.id ?? 'corp', name: 'Corp Login', issuer, clientId, clientSecret },
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** What a browser does there: follows redirects with its cookies, types the name, and stops at the address of our site that it is sent back to. */
export async function signInThere(location: URL, user: string): Promise<URL> {
  const jar = new Map<string, string>()
  let next = location
  let init: RequestInit = {}
  for (let step = 0; step < 10; step++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(next, { ...init, redirect: 'manual', headers: { cookie } })
    for (const one of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (one.split(';')[0] ?? '').split('=')
      jar.set(name, value)
    }
    init = {}
    const to = answer.headers.get('location')
    if (to === null) {
      const action = /action="([^"]+)"/.exec(await answer.text())?.[1]
      if (action === undefined) throw new Error(`the provider answered ${answer.status} without a form`)
      next = new URL(action, location)
      init = { method: 'POST', body: new URLSearchParams({ user }) }
    } else {
      next = new URL(to, next)
      if (next.origin !== location.origin) return next
    }
  }
  throw new Error('the provider leads nowhere')
}

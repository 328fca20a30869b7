import type { Context } from 'hono'
import { PlumblineError, forbidden } from '@plumbline/shared/errors/problem.ts'
import type { Route } from '@plumbline/shared/http/route.ts'
import { tokenHolder } from '#access/token-holder.ts'
import type { TokenHolder } from '#access/token-holder.ts'
import { recordRefusal } from '#audit/refusals.ts'
import { visitorOf } from './client-address.ts'
import type { By } from './context.ts'
import type { Deps } from './feature.ts'

/** A secret of ours in `Authorization`, whole or not; null where the header is not meant for us, such as a proxy's own. It is read nowhere else. */
export const bearerOf = (authorization: string | undefined): string | null =>
  /^bearer +(plumb_.*)$/i.exec(authorization?.trim() ?? '')?.[1] ?? null

export const byToken = ({ id, purpose }: TokenHolder): By => ({ means: `token:${id}`, sessionId: null, purpose })

const refusalWords = ({ scope }: Route): string =>
  scope === null
    ? 'This is for people who are signed in: no token may do it.'
    : `This token may not do that: it needs the scope ${scope}. Make one that has it.`

/**
 * Lets a token through to a route of its scopes. Throws `unauthenticated` for one that does not work, `forbidden` where the route is outside its
 * scopes; that is recorded, and both say in `WWW-Authenticate` what is missing (RFC 6750).
 */
export async function admitToken(c: Context, secret: string, route: Route, { database, auth, config }: Deps): Promise<TokenHolder> {
  const { address } = visitorOf(c, config)
  const token = await tokenHolder({ database, tries: auth.tries }, secret, address).catch((error: unknown) => {
    if (error instanceof PlumblineError && error.code === 'unauthenticated') c.header('WWW-Authenticate', 'Bearer error="invalid_token"')
    throw error
  })
  if (route.scope !== null && token.scopes.includes(route.scope)) return token
  const reason = refusalWords(route)
  const asker = { accountId: token.accountId, by: byToken(token), token }
  await recordRefusal(database, asker, `${route.method.toUpperCase()} ${route.path}`, reason)
  const wanted = route.scope === null ? '' : `, scope="${route.scope}"`
  c.header('WWW-Authenticate', `Bearer error="insufficient_scope"${wanted}`)
  throw forbidden(reason)
}

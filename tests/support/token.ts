import type { Scope } from '@plumbline/shared/access/token-scopes.ts'
import type { Answer, Caller, World } from './world.ts'

export const newToken = (scopes: readonly Scope[], more: Record<string, unknown> = {}) => ({
  name: 'Nightly',
  scopes,
  days: 30,
  purpose: 'staffing',
  ...more,
})

/** Whoever asks with this secret, and with a cookie where one is given, too. */
export const withToken = ({ caller }: Pick<World, 'caller'>, secret: string, { cookie = '', peer = '203.0.113.1' } = {}): Caller =>
  caller(cookie, peer, { authorization: `Bearer ${secret}` })

export interface TokenCaller extends Caller {
  readonly id: string
  readonly secret: string
}

/** Makes a token and gives its caller; `path` says whether a personal one or the organisation's. */
export async function tokenOf(
  world: Pick<World, 'caller'>,
  maker: Caller,
  scopes: readonly Scope[],
  path: '/tokens' | '/organisation/tokens' = '/tokens',
): Promise<TokenCaller> {
  const made: Answer = await maker.post(path, newToken(scopes))
  if (made.status !== 201) throw new Error(`no token: ${made.text}`)
  const { token, secret } = made.body as { token: { id: string }; secret: string }
  return { id: token.id, secret, ...withToken(world, secret) }
}

import { expect, vi } from 'vitest'
import { startedWorld } from './world.ts'
import type { World, WorldOptions } from './world.ts'

interface ProviderSetting {
  id: string
  [key: string]: unknown
}

/** A world whose operator set these providers up, once all of them were found. */
export async function providerWorld(providers: readonly ProviderSetting[], { settings = {}, ...options }: WorldOptions = {}) {
  const oidc = { PLUMBLINE_OIDC: JSON.stringify(providers), PLUMBLINE_OUTGOING_ALLOW: '127.0.0.1' }
  const world = await startedWorld('Acme', { ...options, settings: { ...oidc, ...settings } })
  await found(world)
  return world
}

/** Waits until every provider was found. */
export const found = (world: World) =>
  vi.waitFor(async () => {
    const { providers } = (await world.nobody.get('/providers')).body
    expect(providers.every(({ available }: { available: boolean }) => available)).toBe(true)
  })

export interface Begun {
  /** Where the browser is sent. */
  location: URL
  state: string
  /** The cookies that the browser has from then on. */
  cookie: string
}

/** Begins at our server, as a browser with this cookie does. */
export async function begin(
  world: World,
  { id = 'corp', cookie = '', ...body }: { id?: string; cookie?: string; [key: string]: unknown } = {},
): Promise<Begun> {
  const answer = await world.caller(cookie).post(`/providers/${id}/sign-in`, body)
  expect(answer.status, answer.text).toBe(201)
  const location = new URL(answer.body.location)
  const cookies = [cookie, world.cookieOf(answer)].filter((one) => one !== '')
  return { location, state: location.searchParams.get('state') ?? '', cookie: cookies.join('; ') }
}

export interface Landed {
  status: number
  /** The page of our site that the browser is sent to. */
  to: string
  /** Of the session that was opened, else empty. */
  session: string
}

/** Comes back from the provider with these parameters. */
export async function comeBack(
  world: World,
  params: Record<string, string> | URLSearchParams,
  { id = 'corp', cookie, url = 'http://localhost' }: { id?: string; cookie: string; url?: string },
): Promise<Landed> {
  const response = await world.app.request(
    `${url}/sign-in/${id}/callback?${new URLSearchParams(params)}`,
    { headers: { cookie } },
    { incoming: { socket: { remoteAddress: '203.0.113.1' } } },
  )
  const session = response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0] ?? '')
    .find((one) => one.startsWith('plumbline.session'))
  return { status: response.status, to: response.headers.get('location') ?? '', session: session ?? '' }
}

export const problemOf = ({ to, session }: Landed) => ({ problem: new URL(to, 'http://localhost').searchParams.get('problem'), session })

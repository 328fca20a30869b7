import { expect, test, vi } from 'vitest'
import { readConfig } from '@plumbline/server/http/config.ts'
import { patience } from '@plumbline/server/identity/providers.ts'
import { fakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider } from '../support/fake-provider.ts'
import { joinedBy, rightReturn, throughProvider } from '../support/linked.ts'
import { begin, comeBack, found, problemOf, providerWorld } from '../support/provider-world.ts'
import { startedWorld } from '../support/world.ts'
import type { World } from '../support/world.ts'

/** A world that does not wait for its provider. */
const worldWith = (provider: FakeProvider, options: { patience?: { outgoingMs?: number; retryMs?: number }; allow?: string } = {}) =>
  startedWorld('Acme', {
    settings: { PLUMBLINE_OIDC: JSON.stringify([provider.settings]), PLUMBLINE_OUTGOING_ALLOW: options.allow ?? '127.0.0.1' },
    ...(options.patience && { patience: options.patience }),
  })

async function shown(world: World) {
  const ready = await world.app.request('http://localhost/ready')
  const { providers } = (await world.nobody.get('/providers')).body
  const { checks } = (await ready.json()) as { checks: Record<string, boolean> }
  return { status: ready.status, check: checks['provider:corp'], available: providers[0]?.available }
}

const down = { status: 200, check: false, available: false }
const up = { status: 200, check: true, available: true }

test('a provider that is down at the start is shown, its way in is closed with words, and it is found once it is up', async () => {
  const provider = await fakeProvider()
  provider.setUp(false)
  const world = await worldWith(provider)
  expect(await shown(world)).toEqual(down)
  const start = await world.nobody.post('/providers/corp/sign-in', {})
  expect([start.status, start.body.detail]).toEqual([409, expect.stringContaining('Corp Login cannot be reached at the moment')])
  provider.setUp(true)
  await found(world)
  expect(await shown(world)).toEqual(up)
  await joinedBy(world, provider, 'pia')
})

test('a provider that goes down while someone is there leads back with words, and the flow is over', async () => {
  const provider = await fakeProvider()
  const world = await providerWorld([provider.settings])
  await joinedBy(world, provider, 'pia')
  const { location, state, cookie } = await begin(world)
  provider.say(location, 'pia')
  provider.setUp(false)
  expect(problemOf(await comeBack(world, rightReturn(provider, state), { cookie }))).toEqual({ problem: 'unavailable', session: '' })
  provider.setUp(true)
  expect((await throughProvider(world, provider, 'pia')).session).not.toBe('')
})

test('a provider without any setting is not among the checks', async () => {
  const world = await startedWorld()
  const ready = await world.app.request('http://localhost/ready')
  expect(await ready.json()).toMatchObject({ ready: true, checks: { database: true } })
  expect((await world.nobody.get('/providers')).body.providers).toEqual([])
})

/** What is shown of a provider with this discovery, once it was asked for at least twice. */
async function shownAfter(change: Parameters<FakeProvider['discover']>[0], options: Parameters<typeof worldWith>[1] = {}) {
  const provider = await fakeProvider()
  let asked = 0
  provider.discover((document, response) => {
    asked += 1
    return change?.(document, response)
  })
  const world = await worldWith(provider, options)
  await vi.waitFor(() => expect(asked).toBeGreaterThan(1), { timeout: 10_000 })
  return shown(world)
}

test('discovery that names another issuer is not taken', async () => {
  expect(await shownAfter((document) => ({ ...document, issuer: 'https://evil.example' }))).toEqual(down)
})

test('discovery that names the issuer with a slash more is not taken', async () => {
  expect(await shownAfter((document) => ({ ...document, issuer: `${String(document['issuer'])}/` }))).toEqual(down)
})

test('discovery that is too large is not taken', async () => {
  expect(await shownAfter((document) => ({ ...document, padding: 'x'.repeat(2_000_000) }))).toEqual(down)
})

test('discovery that redirects is not followed', async () => {
  expect(await shownAfter((_, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end())).toEqual(down)
})

test('discovery that never ends is given up', async () => {
  expect(await shownAfter(() => undefined, { patience: { outgoingMs: 150 } })).toEqual(down)
})

test('discovery without PKCE by S256 is not taken', async () => {
  expect(await shownAfter((document) => ({ ...document, code_challenge_methods_supported: ['plain'] }))).toEqual(down)
})

test('discovery that signs with nothing that is accepted here is not taken', async () => {
  expect(await shownAfter((document) => ({ ...document, id_token_signing_alg_values_supported: ['none', 'HS256', 'RS1'] }))).toEqual(down)
})

test('discovery that is no JSON, or lacks its endpoints, is not taken', async () => {
  expect(await shownAfter((_, response) => void response.setHeader('content-type', 'text/html').end('<p>hello'))).toEqual(down)
  expect(await shownAfter((document) => ({ ...document, jwks_uri: undefined }))).toEqual(down)
})

test('a provider on an address that is not public, and not named by the operator, is not called', async () => {
  const provider = await fakeProvider()
  let asked = 0
  provider.discover((document) => {
    asked += 1
    return document
  })
  expect(() => readConfig({ PLUMBLINE_OIDC: JSON.stringify([provider.settings]) })).toThrow('PLUMBLINE_OUTGOING_ALLOW')
  const inside = { ...provider, settings: { ...provider.settings, issuer: provider.issuer.replace('http:', 'https:') } }
  const world = await worldWith(inside, { allow: 'another.example' })
  expect(await shown(world)).toEqual(down)
  expect(asked).toBe(0)
})

test('a provider is looked for again after 1, 2, 4 … seconds and at most five minutes, and daily once it answered', () => {
  expect([0, 1, 2, 3, 9, 10, 1000].map(patience)).toEqual([86_400_000, 1000, 2000, 4000, 256_000, 300_000, 300_000])
})

test('settings of providers that are wrong are told by place in words, without their values', () => {
  const right = { id: 'corp', name: 'Corp', issuer: 'https://secret.example', clientId: 'secret', clientSecret: 'secret' }
  const told = (value: unknown, more: Record<string, string> = {}) => {
    try {
      readConfig({ PLUMBLINE_OIDC: typeof value === 'string' ? value : JSON.stringify(value), ...more })
      return ''
    } catch (error) {
      return error instanceof Error ? error.message : ''
    }
  }
  expect(told([right])).toBe('')
  expect(told('{secret')).toBe('PLUMBLINE_OIDC: this is not valid JSON')
  expect(told([{ ...right, id: 'Corp Secret' }])).toMatch(/^PLUMBLINE_OIDC\.0\.id: use up to 30 lower case/)
  expect(told([right, { ...right, issuer: 'https://other.example' }])).toContain('an id of its own')
  expect(told([right, { ...right, id: 'two' }])).toContain('name each issuer once')
  for (const issuer of [
    'http://secret.example',
    'https://secret@host',
    'https://host/?secret',
    'https://host/#secret',
    'ftp://secret',
    'secret',
  ])
    expect(told([{ ...right, issuer }]), issuer).toMatch(/issuer/)
  expect(told([{ ...right, unknown: 'secret' }])).toContain('PLUMBLINE_OIDC.0')
  expect(told([right], { HOST: '0.0.0.0' })).toContain('PLUMBLINE_URL: set it')
  for (const wrong of ['{secret', [{ ...right, id: 'A secret' }], [{ ...right, clientSecret: 7 }], [{ ...right, unknown: 1 }]])
    expect(told(wrong)).not.toContain('secret.example')
})

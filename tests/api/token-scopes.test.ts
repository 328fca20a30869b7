import { expect, test } from 'vitest'
import { allScopes, scopes } from '@plumbline/shared/access/token-scopes.ts'
import type { Scope } from '@plumbline/shared/access/token-scopes.ts'
import { features } from '@plumbline/server/features.ts'
import { pathOf } from '@plumbline/shared/http/route.ts'
import { tokenOf } from '../support/token.ts'
import { startedWorld } from '../support/world.ts'

const missing = '01980000-0000-7000-8000-000000000000'
const routes = features.flatMap((feature) => feature.routes.map(({ route, access }) => ({ route, access })))
const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`
const members = routes.filter(({ access }) => access === 'member').map(({ route }) => route)

/** Why no token may, by the beginning of what it is about. A route that is in none of these names its scope in its contract. */
const forPeopleAlone: Record<string, readonly string[]> = {
  'Sign-in and sessions are a person’s own, and give access.': [
    'get /sessions',
    'put /sessions/current/purpose',
    'delete /sessions/{sessionId}',
    'delete /sessions',
    'put /me/password',
    'get /me/email',
    'post /me/email',
    'get /me/providers',
    'delete /me/providers/{linkId}',
    'get /me/second-factor',
    'put /me/proof',
    'post /me/proof/passkey-challenge',
    'post /me/authenticator-app',
    'put /me/authenticator-app',
    'delete /me/authenticator-app',
    'post /me/passkeys/challenge',
    'post /me/passkeys',
    'patch /me/passkeys/{passkeyId}',
    'delete /me/passkeys/{passkeyId}',
    'post /me/recovery-codes',
  ],
  'Whom an organisation lets in, as what and with what, is said by an admin who is there.': [
    'post /people/{personId}/invitation',
    'post /people/{personId}/password-reset',
    'delete /people/{personId}/second-factor',
    'put /people/{personId}/access',
    'post /people/{personId}/departure',
    'delete /people/{personId}/departure',
    'get /organisation/sign-in-rule',
    'put /organisation/sign-in-rule',
  ],
  'A token that makes or ends tokens would outlive its own end.': [
    'get /tokens',
    'post /tokens',
    'delete /tokens/{tokenId}',
    'get /organisation/tokens',
    'post /organisation/tokens',
    'get /organisation/personal-tokens',
    'delete /organisation/tokens/{tokenId}',
  ],
  'A person rates themselves, and a lead a person, with their own eyes; a draft is its author’s alone.': [
    'get /people/{personId}/assessment',
    'patch /people/{personId}/assessment/draft',
    'post /people/{personId}/assessments',
    'put /people/{personId}/ratings/{skillId}',
    'put /people/{personId}/lead-ratings/{skillId}',
    'get /people/{personId}/lead-ratings',
    'post /people/{personId}/lead-ratings/{skillId}/reply',
  ],
  'What is held on someone, who read it, and whether it is erased, is theirs alone.': [
    'get /me/held',
    'get /me/held.json',
    'get /me/held.csv',
    'post /me/erasure',
    'get /people/{personId}/reads',
  ],
  'How long things are kept, and what people are told of it, is between an organisation and its people.': [
    'get /retention',
    'put /retention',
    'get /retention/preview',
    'get /notice',
    'put /notice',
    'post /me/notice',
  ],
  'What everyone is measured with, and how the organisation is set up, is decided by an admin who is there.': [
    'patch /organisation',
    'put /organisation/practice-areas',
    'post /framework/draft',
    'get /framework/draft',
    'patch /framework/draft',
    'delete /framework/draft',
    'put /framework/draft/file',
    'get /framework/draft/effect',
    'post /framework/draft/publication',
  ],
  'A file of the trail is for people; a program reads its pages.': ['post /audit/exports/csv', 'post /audit/exports/jsonl'],
}

test('each route names one scope or stands in the list of those that no token may, with its reason', () => {
  const listed = Object.values(forPeopleAlone).flat()
  const without = members.filter(({ scope }) => scope === null).map(nameOf)
  expect(without.toSorted()).toEqual(listed.toSorted())
})

test('each scope is needed by some route, and a route before sign-in by none', () => {
  const used = new Set(members.map(({ scope }) => scope))
  expect(allScopes.filter((scope) => !used.has(scope))).toEqual([])
  expect(routes.filter(({ route, access }) => access === 'public' && route.scope !== null).map(({ route }) => nameOf(route))).toEqual([])
})

test('a scope that only reads is on no route that changes anything, and the other way round', () => {
  for (const route of members.filter(({ scope }) => scope !== null))
    expect([nameOf(route), route.scope?.endsWith(':read')]).toEqual([nameOf(route), route.method === 'get'])
})

test('a token passes a route if and only if it has the route’s scope: every route with every scope', async () => {
  const world = await startedWorld()
  const outcomes = new Map<string, boolean>()
  const ask = async (scope: Scope, kind: '/tokens' | '/organisation/tokens') => {
    const token = await tokenOf(world, world.admin, [scope], kind)
    for (const route of members) {
      const ids = Object.fromEntries([...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, missing]))
      const path = pathOf(route, ids).replace('/api/v1', '')
      const answer = await token.raw(path, { method: route.method.toUpperCase() })
      expect(answer.status).not.toBe(401)
      const passed = !answer.headers.get('www-authenticate')?.includes('insufficient_scope')
      outcomes.set(`${kind} ${scope} ${nameOf(route)}`, passed)
      expect([kind, scope, nameOf(route), passed]).toEqual([kind, scope, nameOf(route), route.scope === scope])
    }
  }
  for (const scope of allScopes) await ask(scope, '/tokens')
  for (const scope of allScopes.filter((name) => !scopes[name].ofPeople)) await ask(scope, '/organisation/tokens')
  expect(outcomes.size).toBeGreaterThan(members.length * allScopes.length)
}, 120_000)

interface Documented {
  security?: Record<string, string[]>[]
}

test('the documentation says of each route which scope a token needs, and how it is sent', async () => {
  const { app } = await startedWorld()
  const document = (await (await app.request('http://localhost/api/openapi.json')).json()) as {
    components: { securitySchemes: Record<string, unknown> }
    paths: Record<string, Record<string, Documented>>
  }
  expect(document.components.securitySchemes).toMatchObject({ token: { type: 'http', scheme: 'bearer' }, session: { in: 'cookie' } })
  for (const { route, access } of routes) {
    const { security } = document.paths[`/api/v1${route.path}`]?.[route.method] ?? {}
    const expected = access === 'public' ? [] : [{ session: [] }, ...(route.scope === null ? [] : [{ token: [route.scope] }])]
    expect([nameOf(route), security]).toEqual([nameOf(route), expected])
  }
})

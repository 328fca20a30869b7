import { expect, onTestFinished, test } from 'vitest'
import { openOidc, signInThere } from '../support/oidc.ts'
import { begin, comeBack, problemOf, providerWorld } from '../support/provider-world.ts'
import type { World } from '../support/world.ts'

const back = ['http://localhost/sign-in/corp/callback']
const untrusted = { problem: 'untrusted', session: '' }

async function ready() {
  const oidc = await openOidc(() => back, {
    clients: [{ client_id: 'another', client_secret: 'another secret of some length', redirect_uris: back, response_types: ['code'] }],
  })
  onTestFinished(oidc.stop)
  const world = await providerWorld([oidc.settings])
  return { oidc, world }
}

async function joined(world: World, user = 'pia') {
  const { id } = (await world.admin.post('/people', { name: 'Pia Provider', email: 'pia@example.org' })).body
  const { secret } = (await world.admin.post(`/people/${id}/invitation`)).body
  const { location, cookie } = await begin(world, { invitation: secret })
  return comeBack(world, (await signInThere(location, user)).searchParams, { cookie })
}

test('with a certified provider someone accepts an invitation and signs in again', async () => {
  const { world } = await ready()
  expect(await joined(world)).toMatchObject({ status: 303, to: '/' })
  const { location, cookie } = await begin(world, { next: '/people' })
  const landed = await comeBack(world, (await signInThere(location, 'pia')).searchParams, { cookie })
  expect(landed.to).toBe('/people')
  expect((await world.caller(landed.session).get('/me')).body.person.name).toBe('Pia Provider')
})

test('a code that was used is refused by the provider, and nobody is signed in', async () => {
  const { world } = await ready()
  await joined(world)
  const first = await begin(world)
  const returned = await signInThere(first.location, 'pia')
  expect((await comeBack(world, returned.searchParams, { cookie: first.cookie })).session).not.toBe('')
  const second = await begin(world)
  const replayed = new URLSearchParams(returned.searchParams)
  replayed.set('state', second.state)
  expect(problemOf(await comeBack(world, replayed, { cookie: second.cookie }))).toEqual(untrusted)
})

test('a code that was stolen from another browser is refused: its challenge has another verifier (PKCE)', async () => {
  const { world } = await ready()
  await joined(world)
  const [victim, thief] = [await begin(world), await begin(world)]
  const stolen = (await signInThere(victim.location, 'pia')).searchParams
  stolen.set('state', thief.state)
  expect(problemOf(await comeBack(world, stolen, { cookie: thief.cookie }))).toEqual(untrusted)
})

test('a code of another client is refused', async () => {
  const { world } = await ready()
  await joined(world)
  const { location, state, cookie } = await begin(world)
  const foreign = new URL(location)
  foreign.searchParams.set('client_id', 'another')
  const returned = (await signInThere(foreign, 'pia')).searchParams
  expect(returned.get('state')).toBe(state)
  expect(problemOf(await comeBack(world, returned, { cookie }))).toEqual(untrusted)
})

test('a challenge that was taken away or weakened on the way is refused (PKCE downgrade)', async () => {
  const { world } = await ready()
  await joined(world)
  const without = await begin(world)
  without.location.searchParams.delete('code_challenge')
  without.location.searchParams.delete('code_challenge_method')
  const plain = await begin(world)
  plain.location.searchParams.set('code_challenge_method', 'plain')
  for (const { location, cookie } of [without, plain]) {
    const returned = (await signInThere(location, 'pia')).searchParams
    expect(returned.get('error')).toBe('invalid_request')
    expect(problemOf(await comeBack(world, returned, { cookie }))).toEqual({ problem: 'refused', session: '' })
  }
})

test('an answer for another nonce is refused, though the provider signed it', async () => {
  const { world } = await ready()
  await joined(world)
  const { location, cookie } = await begin(world)
  location.searchParams.set('nonce', 'chosen by someone else')
  expect(problemOf(await comeBack(world, (await signInThere(location, 'pia')).searchParams, { cookie }))).toEqual(untrusted)
})

import { scrypt } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { emptyWorld, startedWorld, testPassword } from '../support/world.ts'
import type { Caller, World } from '../support/world.ts'

const ada = 'ada@example.org'
const wrong = 'not the right password'
const signIn = (caller: Caller, email: string, password: string, headers: Record<string, string> = {}) =>
  caller.post('/sessions', { email, password }, headers)

async function fail(caller: Caller, email: string, times: number): Promise<number[]> {
  const found: number[] = []
  for (let count = 0; count < times; count++) found.push((await signIn(caller, email, wrong)).status)
  return found
}

/** Lets time pass for every remembered try. */
const wait = (world: World, minutes: number) =>
  world.ownerSql`update sign_in_tries set window_start = window_start - make_interval(mins => ${minutes}),
    last_at = last_at - make_interval(mins => ${minutes}), locked_until = locked_until - make_interval(mins => ${minutes})`

/** Uses up an address's failures but `left`, as others at the same place would. */
const exhaust = (world: World, address: string, left = 0) =>
  world.ownerSql`insert into sign_in_tries values (${`address ${address}`}, ${50 - left}, now(), now(), ${left > 0 ? null : new Date(Date.now() + 600_000)})
    on conflict (subject) do update set failures = excluded.failures, locked_until = excluded.locked_until`

test('a wrong password is refused and opens no session', async () => {
  const { nobody } = await startedWorld()
  const answer = await signIn(nobody, ada, wrong)
  expect(answer.body).toMatchObject({ status: 401, code: 'unauthenticated', detail: 'E-mail address or password is not right.' })
  expect(answer.headers.getSetCookie()).toEqual([])
})

test('an unknown account is answered as a wrong password is, locked and not', async () => {
  const world = await startedWorld()
  const [known, unknown] = [world.caller('', '198.51.100.1'), world.caller('', '198.51.100.2')]
  for (let count = 0; count < 6; count++) {
    const [one, other] = [await signIn(known, ada, wrong), await signIn(unknown, 'nobody@example.org', wrong)]
    expect(other.body).toEqual(one.body)
    expect([...other.headers.keys()].toSorted()).toEqual([...one.headers.keys()].toSorted())
  }
})

test('a password is hashed once for a wrong password and once for an unknown account', async () => {
  const slow = (password: string) =>
    new Promise<string>((resolve, reject) =>
      scrypt(password, 'salt', 32, (error, key) => (error ? reject(error) : resolve(key.toString('hex')))),
    )
  const work = vi.fn<typeof slow>(slow)
  const world = await startedWorld('Acme', {
    passwords: { hash: work, verify: async ({ hash, password }) => (await work(password)) === hash },
  })
  for (const email of [ada, 'nobody@example.org']) {
    work.mockClear()
    expect((await signIn(world.nobody, email, wrong)).status).toBe(401)
    expect(work.mock.calls).toEqual([[wrong]])
  }
})

test('a locked account is refused with the right password as well, and is told how long', async () => {
  const world = await startedWorld()
  expect(await fail(world.nobody, ada, 5)).toEqual([401, 401, 401, 401, 401])
  const locked = await signIn(world.nobody, ada, testPassword)
  expect(locked.body).toMatchObject({ status: 429, code: 'too_many', detail: 'There were too many tries. Wait 1 minute, then try again.' })
  const seconds = Number(locked.headers.get('retry-after'))
  expect(seconds).toBeGreaterThan(50)
  expect(seconds).toBeLessThanOrEqual(60)
  expect((await world.admin.get('/me')).status).toBe(200)
})

test('a locked account is locked from every address, in any case of its e-mail', async () => {
  const world = await startedWorld()
  await fail(world.nobody, ada, 5)
  expect((await signIn(world.caller('', '198.51.100.9'), 'ADA@example.org', testPassword)).status).toBe(429)
})

test('the wait grows with each further failure, and a refused try does not lengthen it', async () => {
  const world = await startedWorld()
  await fail(world.nobody, ada, 5)
  expect(await fail(world.nobody, ada, 3)).toEqual([429, 429, 429])
  await wait(world, 1)
  expect(await fail(world.nobody, ada, 1)).toEqual([401])
  expect((await signIn(world.nobody, ada, wrong)).body.detail).toBe('There were too many tries. Wait 2 minutes, then try again.')
})

test('after the wait the right password works and forgets the failures', async () => {
  const world = await startedWorld()
  await fail(world.nobody, ada, 5)
  await wait(world, 1)
  expect((await signIn(world.nobody, ada, testPassword)).status).toBe(201)
  expect(await fail(world.nobody, ada, 5)).toEqual([401, 401, 401, 401, 401])
})

test('a locked address is refused for any account; another address is not', async () => {
  const world = await startedWorld()
  await exhaust(world, '198.51.100.3')
  expect((await signIn(world.caller('', '198.51.100.3'), ada, testPassword)).status).toBe(429)
  expect((await signIn(world.caller('', '198.51.100.4'), ada, testPassword)).status).toBe(201)
})

test('fifty failures for fifty accounts lock an address', async () => {
  const world = await startedWorld()
  const place = world.caller('', '198.51.100.3')
  await exhaust(world, '198.51.100.3', 2)
  expect(await fail(place, 'a@example.org', 1)).toEqual([401])
  expect(await fail(place, 'b@example.org', 1)).toEqual([401])
  expect(await fail(place, 'c@example.org', 1)).toEqual([429])
})

test('a success gives an address no failures back for free', async () => {
  const world = await startedWorld()
  const place = world.caller('', '198.51.100.3')
  await exhaust(world, '198.51.100.3', 2)
  await fail(place, 'a@example.org', 1)
  expect((await signIn(place, ada, testPassword)).status).toBe(201)
  expect(await fail(place, 'b@example.org', 1)).toEqual([401])
  expect((await signIn(place, ada, testPassword)).status).toBe(429)
})

test('addresses of one IPv6 network are locked together', async () => {
  const world = await startedWorld()
  await exhaust(world, '2001:db8:0:0::/64')
  expect((await signIn(world.caller('', '2001:db8::1234'), ada, testPassword)).status).toBe(429)
  expect((await signIn(world.caller('', '2001:db8:0:1::1'), ada, testPassword)).status).toBe(201)
})

test('of thirty guesses at once no more than five are looked at', async () => {
  const world = await startedWorld()
  const answers = await Promise.all(Array.from({ length: 30 }, () => signIn(world.nobody, ada, wrong)))
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(25)
})

test('X-Forwarded-For from an untrusted peer is ignored: inventing addresses does not help', async () => {
  const world = await startedWorld()
  await exhaust(world, '203.0.113.1')
  for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'x-plumbline-address'])
    expect((await signIn(world.nobody, ada, testPassword, { [header]: '198.51.100.77' })).status).toBe(429)
})

test('X-Forwarded-For from a trusted proxy names the client, and what the client put before it counts for nothing', async () => {
  const world = await startedWorld('Acme', { settings: { PLUMBLINE_TRUSTED_PROXIES: '203.0.113.0/24' } })
  await exhaust(world, '198.51.100.5')
  const via = (chain: string) => signIn(world.nobody, ada, testPassword, { 'x-forwarded-for': chain })
  expect((await via('198.51.100.5')).status).toBe(429)
  expect((await via('192.0.2.1, 198.51.100.5')).status).toBe(429)
  expect((await via('198.51.100.5, 192.0.2.1')).status).toBe(201)
})

test('a wrong setting for trusted proxies is named at the start', async () => {
  await expect(emptyWorld({ settings: { PLUMBLINE_TRUSTED_PROXIES: '10.0.0.0/64' } })).rejects.toThrow(
    /PLUMBLINE_TRUSTED_PROXIES: give addresses/,
  )
})

test('a locked address cannot try invitation links, nor an account’s password through one', async () => {
  const world = await startedWorld()
  const { body: person } = await world.admin.post('/people', { name: 'Ben', email: 'ben@example.org' })
  const { body: link } = await world.admin.post(`/people/${person.id}/invitation`)
  await exhaust(world, '198.51.100.6')
  const place = world.caller('', '198.51.100.6')
  expect((await place.get(`/invitations/${link.secret}`)).status).toBe(429)
  expect((await place.post(`/invitations/${link.secret}`, { password: testPassword })).status).toBe(429)
  expect((await world.nobody.post(`/invitations/${link.secret}`, { password: testPassword })).status).toBe(201)
})

test('invented invitation secrets count as failures of the address', async () => {
  const world = await startedWorld()
  const place = world.caller('', '198.51.100.7')
  await exhaust(world, '198.51.100.7', 1)
  expect((await place.get(`/invitations/${'A'.repeat(43)}`)).status).toBe(404)
  expect((await place.get(`/invitations/${'B'.repeat(43)}`)).status).toBe(429)
})

test('guessing an account’s password through an invitation locks the account', async () => {
  const world = await startedWorld()
  const other = await world.otherOrganisation()
  const { body: person } = await other.post('/people', { name: 'Ada', email: ada })
  const { body: link } = await other.post(`/people/${person.id}/invitation`)
  for (let count = 0; count < 5; count++)
    expect((await world.nobody.post(`/invitations/${link.secret}`, { password: wrong })).status).toBe(401)
  expect((await world.nobody.post(`/invitations/${link.secret}`, { password: testPassword })).status).toBe(429)
})

test('guesses at an invited e-mail address do not keep the invited person out', async () => {
  const world = await startedWorld()
  const { body: person } = await world.admin.post('/people', { name: 'Ben', email: 'ben@example.org' })
  const { body: link } = await world.admin.post(`/people/${person.id}/invitation`)
  await fail(world.nobody, 'ben@example.org', 5)
  expect((await world.nobody.post(`/invitations/${link.secret}`, { password: testPassword })).status).toBe(201)
})

test('a locked address cannot try first-run links, and wrong ones count', async () => {
  const world = await emptyWorld()
  await world.firstRun()
  const place = world.caller('', '198.51.100.8')
  await world.ownerSql`insert into sign_in_tries values ('address 198.51.100.8', 49, now(), now(), null)`
  const body = { token: 'x'.repeat(43), organisation: 'Eve’s', name: 'Eve', email: 'eve@example.org', password: testPassword }
  expect((await place.post('/setup/organisation', body)).status).toBe(403)
  expect((await place.post('/setup/organisation', body)).status).toBe(429)
  expect((await place.post('/demo', { token: body.token })).status).toBe(429)
})

test('what was typed as an e-mail address is not kept in words, and rows are pruned after a day', async () => {
  const world = await startedWorld()
  await fail(world.nobody, 'secret@example.org', 1)
  const rows = () => world.ownerSql`select subject from sign_in_tries where subject like 'account %'`
  expect(JSON.stringify(await rows())).not.toContain('secret')
  expect(await rows()).toHaveLength(1)
  await wait(world, 24 * 60 + 1)
  await signIn(world.nobody, ada, testPassword)
  expect(await rows()).toHaveLength(0)
})

import { connectAsOwner } from '@plumbline/server/db/client.ts'
import { expect, onTestFinished, test } from 'vitest'
import { emptyWorld, testPassword } from '../support/world.ts'

const body = (token: string, email = 'ada@example.org') => ({
  token,
  organisation: 'Acme',
  name: 'Ada Admin',
  email,
  password: testPassword,
})

const counted = (world: Awaited<ReturnType<typeof emptyWorld>>) => {
  const owner = connectAsOwner(world.connection)
  onTestFinished(() => owner.end())
  return async () =>
    (await owner`select (select count(*)::int from organisations) as organisations, (select count(*)::int from accounts) as accounts`)[0]
}

test('the link of the log starts the organisation and signs its admin in', async () => {
  const world = await emptyWorld()
  expect((await world.nobody.get('/setup')).body).toEqual({ started: false, demo: false, visits: false })
  const start = await world.nobody.post('/setup/organisation', body(String(await world.firstRun())))
  expect(start.status).toBe(201)
  expect((await world.caller(world.cookieOf(start)).get('/me')).body).toMatchObject({
    role: 'admin',
    organisation: { name: 'Acme', isDemo: false },
  })
  expect((await world.nobody.get('/setup')).body.started).toBe(true)
})

test('a wrong token and one that a newer start replaced are refused, and nothing is made', async () => {
  const world = await emptyWorld()
  const count = counted(world)
  const old = String(await world.firstRun())
  await world.firstRun()
  for (const token of ['x'.repeat(43), old]) {
    const refused = await world.nobody.post('/setup/organisation', body(token))
    expect(refused.body).toMatchObject({ status: 403, detail: 'This link is not the newest one. Open the link that the log printed last.' })
  }
  expect((await world.nobody.post('/setup/organisation', body('short'))).status).toBe(400)
  expect(await count()).toEqual({ organisations: 0, accounts: 0 })
})

test('the link works once; a second start is refused', async () => {
  const world = await emptyWorld()
  const count = counted(world)
  const token = String(await world.firstRun())
  await world.nobody.post('/setup/organisation', body(token))
  const again = await world.nobody.post('/setup/organisation', body(token, 'eve@example.org'))
  expect(again.body).toMatchObject({
    status: 409,
    detail: 'An organisation was started here already. Sign in, or ask its admin for an invitation.',
  })
  expect(await world.firstRun()).toBeNull()
  expect(await count()).toEqual({ organisations: 1, accounts: 1 })
})

test('of two starts at once exactly one makes an organisation', async () => {
  const world = await emptyWorld()
  const count = counted(world)
  const token = String(await world.firstRun())
  const answers = await Promise.all(
    ['ada@example.org', 'eve@example.org', 'mia@example.org'].map((email) => world.nobody.post('/setup/organisation', body(token, email))),
  )
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409])
  expect(await count()).toEqual({ organisations: 1, accounts: 1 })
})

test('what is missing is said at its field', async () => {
  const world = await emptyWorld()
  const refused = await world.nobody.post('/setup/organisation', {
    ...body(String(await world.firstRun())),
    organisation: ' ',
    email: 'ada',
    password: 'short',
  })
  expect(refused.status).toBe(400)
  expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/organisation', '/email', '/password'])
})

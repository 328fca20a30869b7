import { expect, test } from 'vitest'
import { actionsIn } from '../support/second-factors.ts'
import { startedWorld } from '../support/world.ts'
import type { Caller, World } from '../support/world.ts'

const versionOf = async (admin: Pick<Caller, 'get'>, id: string) => (await admin.get(`/people/${id}`)).body.version as number
const become = async (admin: Caller, id: string, role: string, version?: number) =>
  admin.put(`/people/${id}/access`, { role }, { 'if-match': `"${version ?? (await versionOf(admin, id))}"` })
const ownId = async (caller: Pick<Caller, 'get'>) => (await caller.get('/me')).body.person.id as string
const admins = async (world: World) =>
  (
    await world.database.withTx({ orgId: world.organisationId }, {}, (tx) =>
      tx.execute(`select count(*)::int as n from memberships where role = 'admin'`),
    )
  ).rows[0]?.['n']

test('what someone may do is shown beside them, and is null for whoever has no account', async () => {
  const { admin, join } = await startedWorld()
  await join({ name: 'Mia Member' })
  await admin.post('/people', { name: 'Zoe New', email: 'zoe@example.org' })
  const { people } = (await admin.get('/people')).body
  expect(people.map(({ name, access }: { name: string; access: string }) => [name, access])).toEqual([
    ['Ada Admin', 'admin'],
    ['Mia Member', 'member'],
    ['Zoe New', null],
  ])
})

test('a change holds from the next request on, both ways, and is audited with before and after', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  const add = () => mia.post('/people', { name: 'X', email: `${crypto.randomUUID()}@example.org` })
  expect((await add()).status).toBe(403)
  expect((await become(world.admin, mia.id, 'admin')).body).toMatchObject({ access: 'admin', version: 2 })
  expect((await add()).status).toBe(201)
  expect((await become(world.admin, mia.id, 'viewer')).body).toMatchObject({ access: 'viewer', version: 3 })
  expect((await add()).status).toBe(403)
  expect((await mia.get('/me')).body.role).toBe('viewer')
  const { rows } = await world.database.withTx({ orgId: world.organisationId }, {}, (tx) =>
    tx.execute(`select detail from audit_events where action = 'person.access-changed' order by id`),
  )
  expect(rows.map((row) => row['detail'])).toEqual([
    { before: 'member', after: 'admin' },
    { before: 'admin', after: 'viewer' },
  ])
})

test('only an admin changes it, with the version that was seen, for someone who has an account', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  expect((await become(mia, mia.id, 'admin')).status).toBe(403)
  expect((await become(world.admin, mia.id, 'admin', 99)).body).toMatchObject({ status: 412, version: 1 })
  expect((await world.admin.put(`/people/${mia.id}/access`, { role: 'admin' })).status).toBe(428)
  expect((await become(world.admin, mia.id, 'owner')).status).toBe(400)
  const { body: ben } = await world.admin.post('/people', { name: 'Ben', email: 'ben@example.org' })
  expect((await become(world.admin, ben.id, 'admin')).status).toBe(409)
  expect((await world.nobody.put(`/people/${mia.id}/access`, { role: 'admin' }, { 'if-match': '"1"' })).status).toBe(401)
  expect(await actionsIn(world)).not.toContain('person.access-changed')
})

test('a person of another organisation is like one who is not there', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  const other = await world.otherOrganisation()
  const foreign = await become(other, mia.id, 'admin', 1)
  const none = await become(other, '01980000-0000-7000-8000-000000000000', 'admin', 1)
  expect(foreign.status).toBe(404)
  expect(foreign.text).toBe(none.text)
})

test('the last admin cannot be taken away, by themselves neither, and cannot be removed', async () => {
  const world = await startedWorld()
  const id = await ownId(world.admin)
  expect((await become(world.admin, id, 'member')).body).toMatchObject({ status: 409, detail: expect.stringContaining('the only admin') })
  expect((await become(world.admin, id, 'admin')).status).toBe(200)
  const mia = await world.join({ name: 'Mia Member' })
  await become(world.admin, mia.id, 'admin')
  const removed = await mia.delete(`/people/${id}`, { 'if-match': `"${await versionOf(mia, id)}"` })
  expect(removed.body).toMatchObject({ status: 409, detail: expect.stringContaining('Make them a member first') })
  expect((await become(mia, id, 'member')).status).toBe(200)
  expect((await become(mia, mia.id, 'viewer')).status).toBe(409)
  expect(await admins(world)).toBe(1)
})

test('twenty times two admins take each other away at once: one is left each time', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  const adaId = await ownId(world.admin)
  await become(world.admin, mia.id, 'admin')
  for (let round = 0; round < 20; round++) {
    const [adas, mias] = [await versionOf(world.admin, adaId), await versionOf(world.admin, mia.id)]
    const answers = await Promise.all([become(world.admin, mia.id, 'member', mias), become(mia, adaId, 'member', adas)])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await admins(world)).toBe(1)
    const left = answers[0]?.status === 200 ? world.admin : mia
    expect((await become(left, left === mia ? adaId : mia.id, 'admin')).status).toBe(200)
  }
})

test('twenty times the only two admins step down at once: one is left each time', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  const adaId = await ownId(world.admin)
  await become(world.admin, mia.id, 'admin')
  for (let round = 0; round < 20; round++) {
    const [adas, mias] = [await versionOf(world.admin, adaId), await versionOf(world.admin, mia.id)]
    const answers = await Promise.all([become(world.admin, adaId, 'member', adas), become(mia, mia.id, 'member', mias)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(await admins(world)).toBe(1)
    const [left, gone] = answers[0]?.status === 200 ? [mia, adaId] : [world.admin, mia.id]
    expect((await become(left, gone, 'admin')).status).toBe(200)
  }
})

import { expect, test } from 'vitest'
import { startedWorld } from '../support/world.ts'

test('an admin adds a team below another and sees it in the list', async () => {
  const { admin } = await startedWorld()
  const top = await admin.post('/teams', { name: 'Engineering' })
  expect(top.status).toBe(201)
  const below = await admin.post('/teams', { name: 'Platform', parentId: top.body.id })
  expect(below.headers.get('etag')).toBe('"1"')
  const list = await admin.get('/teams')
  expect(list.body.teams.map((team: { name: string; parentId: string | null }) => [team.name, team.parentId])).toEqual([
    ['Engineering', null],
    ['Platform', top.body.id],
  ])
})

test('a member may not add a team', async () => {
  const { join } = await startedWorld()
  const mia = await join({ name: 'Mia Member' })
  const refused = await mia.post('/teams', { name: 'Mine' })
  expect(refused.status).toBe(403)
  expect(refused.body).toMatchObject({ code: 'forbidden', detail: 'Only an admin may change people, teams and settings.' })
})

test('a team cannot be moved below itself', async () => {
  const { admin, team } = await startedWorld()
  const top = await team('Engineering')
  const below = await team('Platform', top)
  const moved = await admin.patch(`/teams/${top}`, { parentId: below }, { 'if-match': '"1"' })
  expect(moved.status).toBe(400)
  expect(moved.body.errors).toEqual([{ in: 'body', pointer: '/parentId', detail: 'Choose a team that is not below this one.' }])
})

test('a change from a stale tab is refused with the version that stands now', async () => {
  const { admin, team } = await startedWorld()
  const id = await team('Platform')
  expect((await admin.patch(`/teams/${id}`, { name: 'Runtime' }, { 'if-match': '"1"' })).body.version).toBe(2)
  const late = await admin.patch(`/teams/${id}`, { name: 'Core' }, { 'if-match': '"1"' })
  expect(late.status).toBe(412)
  expect(late.body).toMatchObject({ code: 'stale', version: 2 })
  expect((await admin.patch(`/teams/${id}`, { name: 'Core' })).status).toBe(428)
})

test('two teams of one name are refused at the field', async () => {
  const { admin, team } = await startedWorld()
  await team('Platform')
  const twice = await admin.post('/teams', { name: 'platform' })
  expect(twice.status).toBe(409)
  expect(twice.body.errors[0].pointer).toBe('/name')
})

test('a retried creation answers the same team and makes no second one', async () => {
  const { admin } = await startedWorld()
  const key = { 'idempotency-key': 'one-key-for-this' }
  const first = await admin.post('/teams', { name: 'Platform' }, key)
  const again = await admin.post('/teams', { name: 'Platform' }, key)
  expect(again.body).toEqual(first.body)
  expect((await admin.get('/teams')).body.teams).toHaveLength(1)
  expect((await admin.post('/teams', { name: 'Another' }, key)).status).toBe(409)
})

test('a team with people or teams below it is not removed', async () => {
  const { admin, team } = await startedWorld()
  const top = await team('Engineering')
  const below = await team('Platform', top)
  expect((await admin.delete(`/teams/${top}`, { 'if-match': '"1"' })).status).toBe(409)
  expect((await admin.delete(`/teams/${below}`, { 'if-match': '"1"' })).status).toBe(200)
  expect((await admin.delete(`/teams/${top}`, { 'if-match': '"1"' })).status).toBe(200)
})

import { expect, test } from 'vitest'
import { startedWorld } from '../support/world.ts'

async function withLead() {
  const world = await startedWorld()
  const above = await world.team('Engineering')
  const below = await world.team('Platform', above)
  const lena = await world.join({ name: 'Lena Lead' })
  let version = 0
  const lead = (days: { from?: string | null; until?: string | null } | null) =>
    world.admin.patch(`/teams/${above}`, { leads: days === null ? [] : [{ id: lena.id, ...days }] }, { 'if-match': `"${++version}"` })
  const [today] = await world.ownerSql<{ day: string; before: string; after: string }[]>`
    select (now() at time zone 'UTC')::date::text as day, ((now() at time zone 'UTC')::date - 1)::text as before,
      ((now() at time zone 'UTC')::date + 1)::text as after`
  const sees = async () => (await lena.get(`/teams/${below}/heatmap`)).status === 200
  return { ...world, above, below, lena, lead, sees, ...(today ?? { day: '', before: '', after: '' }) }
}

test('a lead leads from the first day to the last, both included, and not a day before or after', async () => {
  const { lead, sees, day, before, after } = await withLead()
  for (const [from, until, expected] of [
    [null, null, true],
    [day, day, true],
    [before, after, true],
    [day, null, true],
    [null, day, true],
    [after, null, false],
    [null, before, false],
  ] as const) {
    expect((await lead({ from, until })).status).toBe(200)
    expect([from, until, await sees()]).toEqual([from, until, expected])
  }
})

test('whoever leads for a time sees the ratings of the subtree that long in the database too', async () => {
  const { lead, lena, below, join, before, ownerSql } = await withLead()
  const mia = await join({ name: 'Mia Member', teamId: below })
  await lead(null)
  await mia.put(`/people/${mia.id}/ratings/git`, { level: 3 })
  const { accountId } = (await lena.get('/me')).body
  const ratings = () =>
    ownerSql.begin(async (tx) => {
      await tx`set local role plumbline_app`
      await tx`select set_config('plumbline.account', ${accountId}, true)`
      await tx`select * from enter_organisation(${accountId})`
      return tx`select skill_id from ratings`
    })
  await lead({ until: null })
  expect((await lena.get(`/people/${mia.id}/skills/git`)).body.ratings).toHaveLength(1)
  expect(await ratings()).toEqual([{ skill_id: 'git' }])
  await lead({ until: before })
  expect((await lena.get(`/people/${mia.id}/skills/git`)).status).toBe(404)
  expect(await ratings()).toEqual([])
})

test('the team says whom it is led by and for how long', async () => {
  const { lead, lena, admin, above } = await withLead()
  await lead({ from: '2026-01-01', until: '2026-12-31' })
  const { teams } = (await admin.get('/teams')).body
  expect(teams.find(({ id }: { id: string }) => id === above).leads).toEqual([
    { id: lena.id, name: 'Lena Lead', from: '2026-01-01', until: '2026-12-31' },
  ])
})

test('an end before the beginning, a day that there is not, and a lead named twice are told at their field', async () => {
  const { lead, lena, admin, above } = await withLead()
  const reversed = await lead({ from: '2026-12-31', until: '2026-01-01' })
  expect([reversed.status, reversed.body.errors[0].pointer]).toEqual([400, '/leads/0/until'])
  const noDay = await lead({ until: '2026-02-30' })
  expect([noDay.status, noDay.body.errors[0].pointer]).toEqual([400, '/leads/0/until'])
  const twice = await admin.patch(`/teams/${above}`, { leads: [{ id: lena.id }, { id: lena.id }] }, { 'if-match': '"1"' })
  expect([twice.status, twice.body.errors[0].pointer]).toEqual([400, '/leads/1/id'])
})

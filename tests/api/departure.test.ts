import { expect, test } from 'vitest'
import { checkLevels } from '@plumbline/server/check-levels.ts'
import { startedWorld, testPassword } from '../support/world.ts'
import type { Caller, World } from '../support/world.ts'

const stranger = '01890000-0000-7000-8000-000000000000'
const seen = (version: number) => ({ 'if-match': `"${version}"` })

const versionOf = async (admin: Caller, id: string): Promise<number> => (await admin.get(`/people/${id}`)).body.version
const depart = async (admin: Caller, id: string) => admin.post(`/people/${id}/departure`, {}, seen(await versionOf(admin, id)))
const comeBack = async (admin: Caller, id: string) => admin.delete(`/people/${id}/departure`, seen(await versionOf(admin, id)))
const namesIn = async (caller: Caller, query = '') =>
  (await caller.get(`/people?limit=200${query}`)).body.people.map(({ name }: { name: string }) => name)

async function makeAdmin(world: World, personId: string): Promise<void> {
  await world.ownerSql.begin(async (sql) => {
    await sql`select set_config('plumbline.org', ${world.organisationId}, true)`
    await sql`update memberships set role = 'admin' where person_id = ${personId}`
  })
}

/** Lena leads a team in which Mia is, both with ratings. */
async function teamWithLead() {
  const world = await startedWorld()
  const teamId = await world.team('Platform')
  const lena = await world.join({ name: 'Lena Lead' })
  const mia = await world.join({ name: 'Mia Member', teamId, roleId: 'platform-engineer', seniority: 'mid' })
  const [team] = (await world.admin.get('/teams')).body.teams
  await world.admin.patch(`/teams/${teamId}`, { leads: [{ id: lena.id }] }, seen(team.version))
  await lena.put(`/people/${mia.id}/lead-ratings/kubernetes`, { level: 4, note: 'Runs the clusters.' })
  return { world, teamId, lena, mia }
}

const heatmapOf = async (caller: Caller, teamId: string) => (await caller.get(`/teams/${teamId}/heatmap`)).body

test('whoever left is signed out with the next request, and is in no heatmap, count, list or search any more', async () => {
  const { world, teamId, lena, mia } = await teamWithLead()
  expect((await heatmapOf(lena, teamId)).people).toHaveLength(1)
  const left = await depart(world.admin, mia.id)
  expect(left.status).toBe(201)
  expect(left.body).toMatchObject({ teamId: null, hasAccount: false, leftOn: new Date().toISOString().slice(0, 10) })
  expect((await mia.get('/me')).status).toBe(401)
  expect((await world.nobody.post('/sessions', { email: mia.email, password: testPassword })).status).toBe(401)
  const heatmap = await heatmapOf(lena, teamId)
  expect(heatmap.people).toEqual([])
  expect(heatmap.coverage.rated.every((count: number) => count === 0)).toBe(true)
  expect((await world.admin.get('/teams')).body.teams[0].people).toBe(0)
  expect(await namesIn(lena)).toEqual(['Ada Admin', 'Lena Lead'])
  expect(await namesIn(world.admin, '&search=mia')).toEqual([])
  expect(await checkLevels(world.connection)).toEqual([])
})

test('to members whoever left is like someone who never was; admins find them among those who left, and nobody opens their ratings', async () => {
  const { world, lena, mia } = await teamWithLead()
  await depart(world.admin, mia.id)
  for (const path of ['', '/skills/kubernetes', '/assessment', '/lead-ratings']) {
    const [gone, missing] = [await lena.get(`/people/${mia.id}${path}`), await lena.get(`/people/${stranger}${path}`)]
    expect([gone.status, gone.body.detail], path).toEqual([404, missing.body.detail])
  }
  expect((await lena.get('/people?left=true')).status).toBe(403)
  expect(await namesIn(world.admin, '&left=true')).toEqual(['Mia Member'])
  expect((await world.admin.get(`/people/${mia.id}/skills/kubernetes`)).status).toBe(404)
  expect((await world.admin.get(`/people/${mia.id}/lead-ratings`)).status).toBe(404)
  expect((await world.admin.get('/people?left=yes')).status).toBe(400)
})

test('someone who left is not invited, changed, made a lead, added again or imported, each in words', async () => {
  const { world, teamId, mia } = await teamWithLead()
  await depart(world.admin, mia.id)
  const version = await versionOf(world.admin, mia.id)
  const [team] = (await world.admin.get('/teams')).body.teams
  const csv = `name,email,team,role\nMia Member,${mia.email},Platform,platform-engineer`
  const tries = [
    await world.admin.post(`/people/${mia.id}/invitation`),
    await world.admin.post(`/people/${mia.id}/password-reset`),
    await world.admin.patch(`/people/${mia.id}`, { teamId }, seen(version)),
    await world.admin.patch(`/teams/${teamId}`, { leads: [{ id: mia.id }] }, seen(team.version)),
    await world.admin.post('/people', { name: 'Mia Again', email: mia.email }),
    await world.admin.post('/imports/people', { text: csv }),
  ]
  expect(tries.map(({ status }) => status)).toEqual([409, 409, 409, 400, 409, 400])
  expect(tries[4]?.body.errors[0].detail).toContain('Mia Member had this address and left')
  expect(tries[5]?.body.errors[0]).toMatchObject({
    pointer: '/rows/2/email',
    detail: expect.stringContaining('Whoever has this address left'),
  })
  expect((await world.admin.post('/imports/people/previews', { text: csv })).body.counts).toEqual({ add: 0, change: 0, same: 0, wrong: 1 })
})

test('the database itself lets nobody who left be in a team', async () => {
  const { world, teamId, mia } = await teamWithLead()
  await depart(world.admin, mia.id)
  const put = world.ownerSql.begin(async (sql) => {
    await sql`select set_config('plumbline.org', ${world.organisationId}, true)`
    await sql`update people set team_id = ${teamId} where id = ${mia.id}`
  })
  await expect(put).rejects.toThrow('people_left')
})

test('a lead who left leads nothing from the next request on, and their open link is no use', async () => {
  const { world, teamId, lena, mia } = await teamWithLead()
  const { body: guest } = await world.admin.post('/people', { name: 'Gus Guest', email: 'gus@example.org' })
  const { body: link } = await world.admin.post(`/people/${guest.id}/invitation`)
  await depart(world.admin, guest.id)
  expect((await world.nobody.get(`/invitations/${link.secret}`)).status).toBe(404)
  expect((await world.nobody.post(`/invitations/${link.secret}`, { password: testPassword })).status).toBe(404)
  await depart(world.admin, lena.id)
  expect((await world.admin.get('/teams')).body.teams[0].leads).toEqual([])
  expect((await lena.get(`/teams/${teamId}/heatmap`)).status).toBe(401)
  const mine = await mia.get(`/people/${mia.id}/lead-ratings`)
  expect(mine.body.skills[0].ratings[0]).toMatchObject({ level: 4, note: 'Runs the clusters.', by: 'Lena Lead' })
})

test('coming back needs a team and an invitation anew; the ratings that are still kept count again', async () => {
  const { world, teamId, lena, mia } = await teamWithLead()
  const before = await heatmapOf(lena, teamId)
  await depart(world.admin, mia.id)
  const back = await comeBack(world.admin, mia.id)
  expect(back.body).toMatchObject({ leftOn: null, teamId: null, hasAccount: false })
  await world.admin.patch(`/people/${mia.id}`, { teamId }, seen(back.body.version))
  expect(await heatmapOf(lena, teamId)).toEqual(before)
  const { body: link } = await world.admin.post(`/people/${mia.id}/invitation`)
  const accepted = await world.nobody.post(`/invitations/${link.secret}`, { password: testPassword })
  expect((await world.caller(world.cookieOf(accepted)).get('/me')).body.person.id).toBe(mia.id)
  expect(await checkLevels(world.connection)).toEqual([])
})

test('an account of two organisations keeps its sessions in the other one', async () => {
  const { world, mia } = await teamWithLead()
  const other = await world.otherOrganisation()
  const { body: theirs } = await other.post('/people', { name: 'Mia Member', email: mia.email })
  const { body: link } = await other.post(`/people/${theirs.id}/invitation`)
  expect((await world.nobody.post(`/invitations/${link.secret}`, { password: testPassword })).status).toBe(201)
  await depart(world.admin, mia.id)
  const again = await world.signIn(mia.email)
  expect((await again.get('/me')).body).toMatchObject({ organisation: { name: 'Other' }, person: { id: theirs.id } })
  expect((await mia.get('/me')).body.organisation.name).toBe('Other')
})

test('nobody notes their own leaving, and the last admin does not leave', async () => {
  const { world, lena } = await teamWithLead()
  const { body: me } = await world.admin.get('/me')
  const own = await world.admin.post(`/people/${me.person.id}/departure`, {}, seen(1))
  expect([own.status, own.body.detail]).toEqual([409, 'You cannot note your own leaving. Ask another admin.'])
  await makeAdmin(world, lena.id)
  expect((await depart(lena, me.person.id)).status).toBe(201)
  expect((await world.admin.get('/me')).status).toBe(401)
})

test('of two admins who note each other’s leaving at once one stays', async () => {
  for (let round = 0; round < 5; round++) {
    const { world, lena } = await teamWithLead()
    const { body: me } = await world.admin.get('/me')
    await makeAdmin(world, lena.id)
    const [adaVersion, lenaVersion] = [await versionOf(world.admin, me.person.id), await versionOf(world.admin, lena.id)]
    const both = await Promise.all([
      lena.post(`/people/${me.person.id}/departure`, {}, seen(adaVersion)),
      world.admin.post(`/people/${lena.id}/departure`, {}, seen(lenaVersion)),
    ])
    expect(both.filter(({ status }) => status === 201)).toHaveLength(1)
    expect([(await world.admin.get('/me')).status, (await lena.get('/me')).status].toSorted()).toEqual([200, 401])
  }
})

test('a departure needs the version that was seen, happens once, and is undone once', async () => {
  const { world, mia } = await teamWithLead()
  const version = await versionOf(world.admin, mia.id)
  expect((await world.admin.post(`/people/${mia.id}/departure`, {})).status).toBe(428)
  expect((await world.admin.post(`/people/${mia.id}/departure`, {}, seen(version + 1))).body).toMatchObject({ code: 'stale', version })
  expect((await world.admin.delete(`/people/${mia.id}/departure`, seen(version))).status).toBe(409)
  expect((await depart(world.admin, mia.id)).status).toBe(201)
  expect((await depart(world.admin, mia.id)).body.detail).toBe('Mia Member has left already.')
  expect((await world.admin.delete(`/people/${mia.id}/departure`, seen(version))).body).toMatchObject({
    code: 'stale',
    version: version + 1,
  })
  expect((await comeBack(world.admin, mia.id)).status).toBe(200)
})

test('members and leads note nobody’s leaving; a person of another organisation is like one who is not there', async () => {
  const { world, lena, mia } = await teamWithLead()
  expect((await lena.post(`/people/${mia.id}/departure`, {}, seen(1))).status).toBe(403)
  expect((await lena.delete(`/people/${mia.id}/departure`, seen(1))).status).toBe(403)
  const other = await world.otherOrganisation()
  const tries = async (id: string) => [
    await other.post(`/people/${id}/departure`, {}, seen(1)),
    await other.delete(`/people/${id}/departure`, seen(1)),
  ]
  const [foreign, missing] = [await tries(mia.id), await tries(stranger)]
  expect(foreign.map(({ status }) => status)).toEqual([404, 404])
  expect(foreign.map(({ text }) => text)).toEqual(missing.map(({ text }) => text))
})

test('the trail says that they left, what ended with it, and that they came back', async () => {
  const { world, teamId, lena, mia } = await teamWithLead()
  await depart(world.admin, mia.id)
  await depart(world.admin, lena.id)
  await comeBack(world.admin, mia.id)
  const { events } = (await world.admin.get('/audit?action=person.&limit=3')).body
  expect(events).toMatchObject([
    { action: 'person.came_back', subject: `person:${mia.id}` },
    { action: 'person.left', subject: `person:${lena.id}`, detail: { ended: { leads: [teamId], access: 'member', accountEnded: true } } },
    { action: 'person.left', subject: `person:${mia.id}`, detail: { ended: { teamId, leads: [], access: 'member', accountEnded: true } } },
  ])
})

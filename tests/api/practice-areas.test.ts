import { expect, test } from 'vitest'
import { auditEvents } from '@plumbline/server/db/schema.ts'
import { answerPractices } from '../support/rate.ts'
import { startedWorld } from '../support/world.ts'
import type { Caller } from '../support/world.ts'

const seen = (version: number) => ({ 'if-match': `"${version}"` })
const turnOn = (caller: Caller, areas: unknown, version = 1) => caller.put('/organisation/practice-areas', { areas }, seen(version))
const core = ['idp', 'gitops', 'devsecops', 'finops']

async function platform() {
  const world = await startedWorld()
  const teamId = await world.team('Platform')
  const mia = await world.join({ name: 'Mia Member', teamId, roleId: 'platform-engineer' })
  const checklist = async () => (await world.admin.get(`/teams/${teamId}/practices`)).body
  const areas = async (): Promise<string[]> => (await checklist()).areas.map(({ id }: { id: string }) => id)
  const inOverview = async () => Object.keys((await world.admin.get('/organisation/overview')).body.teams[0].areas)
  return { ...world, teamId, mia, checklist, areas, inOverview }
}

test('every team is asked about the four areas, and about further ones as soon as an admin turns them on', async () => {
  const { admin, mia, areas, inOverview } = await platform()
  expect([await areas(), await inOverview()]).toEqual([core, core])
  // In the order of the framework, each once.
  const done = await turnOn(admin, ['observability', 'ci-cd', 'ci-cd'])
  expect([done.status, done.headers.get('etag'), done.body.practiceAreas]).toEqual([200, '"2"', ['ci-cd', 'observability']])
  const now = [...core, 'ci-cd', 'observability']
  expect([await areas(), await inOverview()]).toEqual([now, now])
  expect((await mia.get('/me')).body.organisation.practiceAreas).toEqual(['ci-cd', 'observability'])
})

test('an area that is turned off counts nowhere and takes no answers; what was answered stands again when it is turned on', async () => {
  const world = await platform()
  const { admin, mia, teamId, checklist, areas } = world
  await answerPractices(world, teamId, [['ci-cd-01', 'all']])
  expect((await checklist()).answers).toEqual({})
  const hidden = (await checklist()).blocked.map(({ practice }: { practice: string }) => practice)
  expect(hidden.filter((id: string) => id.startsWith('ci-cd'))).toEqual([])
  const refused = await mia.put(`/teams/${teamId}/practices/ci-cd-02`, { answer: 'all' }, seen(0))
  expect([refused.status, refused.body.detail]).toEqual([
    409,
    'This checklist is turned off. Ask an admin to turn it on under “Further checklists”.',
  ])
  await turnOn(admin, ['ci-cd'])
  expect((await checklist()).answers).toMatchObject({ 'ci-cd-01': { answer: 'all', version: 1 } })
  expect((await mia.put(`/teams/${teamId}/practices/ci-cd-02`, { answer: 'all' }, seen(0))).status).toBe(200)
  await turnOn(admin, [], 2)
  expect(await areas()).toEqual(core)
})

test('only the further checklists of the framework can be turned on, and then all of them or none', async () => {
  const { admin, areas } = await platform()
  const refused = await turnOn(admin, ['ci-cd', 'gitops', 'no-such'])
  expect(refused.status).toBe(400)
  expect(refused.body.errors).toEqual([
    { in: 'body', pointer: '/areas/1', detail: 'This is no further checklist of the framework.' },
    { in: 'body', pointer: '/areas/2', detail: 'This is no further checklist of the framework.' },
  ])
  expect((await turnOn(admin, 'ci-cd')).status).toBe(400)
  expect(await areas()).toEqual(core)
})

test('only an admin may, from the present state, and it is audited', async () => {
  const { admin, mia, organisationId, database } = await platform()
  const refused = await turnOn(mia, ['ci-cd'])
  expect([refused.status, refused.body.detail]).toEqual([403, 'Only an admin may change people, teams and settings.'])
  expect((await turnOn(admin, ['ci-cd'], 7)).body).toMatchObject({ code: 'stale', version: 1 })
  expect((await admin.put('/organisation/practice-areas', { areas: [] })).status).toBe(428)
  await turnOn(admin, ['ci-cd'])
  const events = await database.withTx({ orgId: organisationId }, { readOnly: true }, (tx) => tx.select().from(auditEvents))
  expect(events.filter(({ action }) => action.startsWith('organisation.practice')).map(({ subject, detail }) => [subject, detail])).toEqual(
    [[`organisation:${organisationId}`, { before: [], after: ['ci-cd'] }]],
  )
})

test('what one organisation turns on, another is not asked about', async () => {
  const { admin, otherOrganisation } = await platform()
  await turnOn(admin, ['ci-cd'])
  const other = await otherOrganisation()
  expect((await other.get('/organisation')).body).toMatchObject({ practiceAreas: [], version: 1 })
})

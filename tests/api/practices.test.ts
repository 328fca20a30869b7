import { expect, test } from 'vitest'
import { speakFor } from '@plumbline/server/db/client.ts'
import { auditEvents } from '@plumbline/server/db/schema.ts'
import { answerPractice } from '@plumbline/server/practices/service.ts'
import { answerPractices, rate } from '../support/rate.ts'
import { startedWorld } from '../support/world.ts'
import type { Caller } from '../support/world.ts'

const seen = (version: number) => ({ 'if-match': `"${version}"` })
const missing = '01980000-0000-7000-8000-000000000000'
const areaOf = (answer: { body: { areas: { id: string }[] } }, id: string) => answer.body.areas.find((area) => area.id === id)
const answerAs = (caller: Caller, teamId: string, practiceId: string, answer: string, version = 0, more: object = {}) =>
  caller.put(`/teams/${teamId}/practices/${practiceId}`, { answer, ...more }, seen(version))

/** Platform with Runtime below it; Lea leads Platform, Mia is of Platform, Rui of Runtime, Olaf of a team beside it. */
async function platform() {
  const world = await startedWorld()
  const team = await world.team('Platform')
  const below = await world.team('Runtime', team)
  const beside = await world.team('Payments')
  const lea = await world.join({ name: 'Lea Lead', roleId: 'platform-engineer' })
  const mia = await world.join({ name: 'Mia Member', teamId: team, roleId: 'platform-engineer' })
  const rui = await world.join({ name: 'Rui Runtime', teamId: below, roleId: 'platform-engineer' })
  const olaf = await world.join({ name: 'Olaf Other', teamId: beside, roleId: 'platform-engineer' })
  await world.admin.patch(`/teams/${team}`, { leads: [{ id: lea.id }] }, seen(1))
  return { ...world, teamId: team, below, beside, lea, mia, rui, olaf }
}

// The five practices of level 1 in GitOps; the area has 28.
const levelOne = [
  ['gitops-02', 'all'],
  ['gitops-09', 'most'],
  ['gitops-13', 'all'],
  ['gitops-14', 'all'],
  ['gitops-15', 'most'],
] as const

test('worked example: GitOps level 1 holds; (3 + 2 + 3 + 3 + 2 + 1) of 27 × 3 thirds are 17.28 %; level 2 holds it back', async () => {
  const world = await platform()
  await answerPractices(world, world.teamId, [...levelOne, ['gitops-24', 'some'], ['gitops-26', 'not_applicable']])
  const list = await world.mia.get(`/teams/${world.teamId}/practices`)
  expect(list.status).toBe(200)
  expect(list.body.team).toEqual({ id: world.teamId, name: 'Platform' })
  const twelveOfLevelTwo = ['01', '03', '04', '05', '06', '07', '08', '10', '11', '12', '16', '17'].map((number) => `gitops-${number}`)
  expect(areaOf(list, 'gitops')).toEqual({
    id: 'gitops',
    level: 1,
    percentage: (100 * 14) / 81,
    answered: 6,
    applicable: 27,
    total: 28,
    holding: twelveOfLevelTwo,
  })
  expect(areaOf(list, 'idp')).toMatchObject({ level: 0, percentage: 0, answered: 0 })
})

test('worked example: who is at which level in the team and below it decides what is blocked', async () => {
  const world = await platform()
  await answerPractices(world, world.teamId, levelOne)
  const levels = { gitops: 4, kubernetes: 3, iac: 3, cicd: 3, networking: 3, 'immutable-drift': 3, 'release-strategies': 3, git: 3 }
  await rate(world, world.mia.id, { kind: 'self', levels })
  await rate(world, world.rui.id, { kind: 'self', levels: { gitops: 3 } }) // counts: Runtime is below Platform
  await rate(world, world.olaf.id, { kind: 'self', levels: { secrets: 5 } }) // does not: Payments is beside it
  const { body } = await world.lea.get(`/teams/${world.teamId}/practices`)
  const inGitops = (id: string) => id.startsWith('gitops-')
  expect(body.blocked.filter(({ practice }: { practice: string }) => inGitops(practice))).toEqual([
    { practice: 'gitops-01', shortages: [{ skill: 'gitops', level: 4, need: 2, have: 1 }] },
    { practice: 'gitops-03', shortages: [{ skill: 'iac-scanning', level: 3, need: 1, have: 0 }] },
    { practice: 'gitops-04', shortages: [{ skill: 'iam-least-privilege', level: 3, need: 1, have: 0 }] },
    { practice: 'gitops-06', shortages: [{ skill: 'iac', level: 3, need: 2, have: 1 }] },
    { practice: 'gitops-12', shortages: [{ skill: 'secrets', level: 3, need: 1, have: 0 }] },
    {
      practice: 'gitops-17',
      shortages: [
        { skill: 'secrets', level: 3, need: 1, have: 0 },
        { skill: 'iam-least-privilege', level: 3, need: 1, have: 0 },
      ],
    },
  ])
  const secrets = body.unblocking.find(({ skill }: { skill: string }) => skill === 'secrets')
  expect([secrets.unblocks.filter(inGitops), secrets.helps.filter(inGitops)]).toEqual([['gitops-12'], ['gitops-17']])
  expect(body.shortagesHiddenBecause).toBeNull()
})

test('a member reads the checklist without counts of people at a level, from which one could tell individual levels', async () => {
  const world = await platform()
  await rate(world, world.rui.id, { kind: 'self', levels: { gitops: 3 } })
  const { body } = await world.mia.get(`/teams/${world.teamId}/practices`)
  expect(body).toMatchObject({
    blocked: [],
    unblocking: [],
    shortagesHiddenBecause: 'The heatmap names people, so it is for the team’s leads and admins.',
  })
  expect((await world.admin.get(`/teams/${world.teamId}/practices`)).body.blocked.length).toBeGreaterThan(0)
})

test('an answer keeps its evidence, note, author and day, and the next one replaces it', async () => {
  const { teamId, mia, lea, olaf } = await platform()
  const first = await answerAs(mia, teamId, 'gitops-02', 'some', 0, { evidence: 'https://git.example.org/infra', note: 'Two of five' })
  expect(first.status).toBe(200)
  expect(first.headers.get('etag')).toBe('"1"')
  expect(first.body).toMatchObject({
    answer: 'some',
    evidence: 'https://git.example.org/infra',
    note: 'Two of five',
    answeredBy: 'Mia Member',
    version: 1,
  })
  expect(Math.abs(Date.parse(first.body.answeredAt) - Date.now())).toBeLessThan(60_000)
  const second = await answerAs(lea, teamId, 'gitops-02', 'most', 1)
  expect(second.body).toMatchObject({ answer: 'most', evidence: null, note: '', answeredBy: 'Lea Lead', version: 2 })
  const list = await olaf.get(`/teams/${teamId}/practices`)
  expect(list.body.answers).toEqual({ 'gitops-02': second.body })
})

test('a person of the team, its lead and an admin answer; others read and are told why', async () => {
  const { teamId, mia, lea, admin, olaf, rui } = await platform()
  const reason = 'A checklist is answered by the team’s members, its leads and admins.'
  for (const [version, caller] of [mia, lea, admin].entries()) {
    expect((await caller.get(`/teams/${teamId}/practices`)).body.readOnlyBecause).toBeNull()
    expect((await answerAs(caller, teamId, 'idp-01', 'some', version)).status).toBe(200)
  }
  for (const caller of [olaf, rui]) {
    const list = await caller.get(`/teams/${teamId}/practices`)
    expect([list.status, list.body.readOnlyBecause]).toEqual([200, reason])
    const refused = await answerAs(caller, teamId, 'idp-01', 'all', 3)
    expect(refused.status).toBe(403)
    expect(refused.body).toMatchObject({ code: 'forbidden', detail: reason })
  }
})

test('a lead of the team above answers for the teams below', async () => {
  const { below, lea, mia } = await platform()
  expect((await answerAs(lea, below, 'idp-01', 'some')).status).toBe(200)
  expect((await answerAs(mia, below, 'idp-01', 'all', 1)).status).toBe(403)
})

test('an answer from a stale tab is refused with the version that stands now, and without one at all', async () => {
  const { teamId, mia, lea } = await platform()
  await answerAs(mia, teamId, 'gitops-02', 'some')
  const late = await answerAs(lea, teamId, 'gitops-02', 'all')
  expect(late.status).toBe(412)
  expect(late.body).toMatchObject({ code: 'stale', version: 1 })
  expect((await answerAs(lea, teamId, 'gitops-02', 'all', 7)).body).toMatchObject({ code: 'stale', version: 1 })
  expect((await lea.put(`/teams/${teamId}/practices/gitops-02`, { answer: 'all' })).status).toBe(428)
  expect((await lea.get(`/teams/${teamId}/practices`)).body.answers['gitops-02']).toMatchObject({ answer: 'some', version: 1 })
})

test('of two answers at once one wins and the other is told so', async () => {
  const { teamId, mia, lea } = await platform()
  const both = await Promise.all([answerAs(mia, teamId, 'gitops-02', 'some'), answerAs(lea, teamId, 'gitops-02', 'all')])
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412])
  const won = both.find(({ status }) => status === 200)
  expect((await mia.get(`/teams/${teamId}/practices`)).body.answers).toEqual({ 'gitops-02': won?.body })
})

test('evidence is a link that no script hides behind', async () => {
  const { teamId, mia } = await platform()
  for (const evidence of ['javascript:alert(1)', 'http://git.example.org', 'data:text/html,x', ' JavaScript:alert(1)', 'https://']) {
    const refused = await answerAs(mia, teamId, 'gitops-02', 'all', 0, { evidence })
    expect([evidence, refused.status]).toEqual([evidence, 400])
    expect(refused.body.errors).toEqual([{ in: 'body', pointer: '/evidence', detail: 'Give a link that begins with https:// or mailto:.' }])
  }
  expect((await answerAs(mia, teamId, 'gitops-02', 'all', 0, { evidence: 'mailto:platform@example.org' })).status).toBe(200)
})

test('a practice that the framework does not have is not there, and an answer is one of five', async () => {
  const { teamId, mia } = await platform()
  expect((await answerAs(mia, teamId, 'gitops-99', 'all')).status).toBe(404)
  expect((await answerAs(mia, teamId, 'gitops-02', 'nearly')).status).toBe(400)
})

test('a team of another organisation answers exactly like one that is not there', async () => {
  const { teamId, mia, otherOrganisation } = await platform()
  await answerAs(mia, teamId, 'gitops-02', 'all')
  const otto = await otherOrganisation()
  const pairs = await Promise.all([
    Promise.all([teamId, missing].map((id) => otto.get(`/teams/${id}/practices`))),
    Promise.all([teamId, missing].map((id) => answerAs(otto, id, 'gitops-02', 'none', 1))),
  ])
  for (const [other, none] of pairs) {
    expect(other?.status).toBe(404)
    expect(other?.text.replaceAll(teamId, missing)).toBe(none?.text)
  }
  expect((await mia.get(`/teams/${teamId}/practices`)).body.answers['gitops-02'].answer).toBe('all')
})

interface Event {
  subject: string
  person: { id: string }
  detail: unknown
}

test('each answer is audited with what stood before it, its words sealed for whoever wrote them', async () => {
  const { teamId, mia, admin, organisationId, database } = await platform()
  await answerAs(mia, teamId, 'gitops-02', 'some', 0, { note: 'Two of five' })
  await answerAs(mia, teamId, 'gitops-02', 'all', 1)
  const after = { answer: 'all', evidence: null, note: '' }
  const some = { answer: 'some', evidence: null, note: 'Two of five' }
  const { events } = (await admin.get('/audit?action=practice.answered')).body
  expect((events as Event[]).map(({ subject, person, detail }) => ({ subject, person: person.id, detail }))).toEqual([
    { subject: `team:${teamId}`, person: mia.id, detail: { practice: 'gitops-02', before: some, after } },
    { subject: `team:${teamId}`, person: mia.id, detail: { practice: 'gitops-02', before: null, after: some } },
  ])
  const stored = await database.withTx({ orgId: organisationId }, { readOnly: true }, (tx) => tx.select().from(auditEvents))
  expect(JSON.stringify(stored)).not.toContain('Two of five')
})

test('an organisation that is made with its history can date an answer in the past', async () => {
  const { teamId, organisationId, database, mia } = await platform()
  const actor = {
    accountId: crypto.randomUUID(),
    orgId: organisationId,
    personId: mia.id,
    role: 'member',
    leads: new Set<string>(),
  } as const
  await database.withTx({ orgId: organisationId }, {}, async (tx) => {
    await speakFor(tx, { orgId: organisationId, personId: mia.id })
    const body = { answer: 'some', evidence: null, note: '' } as const
    await answerPractice({ tx, actor }, { teamId, practiceId: 'gitops-02' }, 0, body, new Date('2026-03-01T09:00:00Z'))
  })
  expect((await mia.get(`/teams/${teamId}/practices`)).body.answers['gitops-02'].answeredAt).toBe('2026-03-01T09:00:00.000Z')
})

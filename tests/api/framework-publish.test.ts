import { expect, test } from 'vitest'
import { checkLevels } from '@plumbline/server/check-levels.ts'
import { auditEvents } from '@plumbline/server/db/schema.ts'
import { expectLevel, newSkill, publishWith, remove, startDraft } from '../support/draft.ts'
import { answerPractices, rate } from '../support/rate.ts'
import { startedWorld } from '../support/world.ts'
import type { World } from '../support/world.ts'

/** Rows as their owner reads them, of the organisation. */
const rowsOf = (world: World, query: string): Promise<Record<string, unknown>[]> =>
  world.ownerSql.begin(async (tx) => {
    await tx`select set_config('plumbline.org', ${world.organisationId}, true), set_config('plumbline.reach', 'organisation', true)`
    return tx.unsafe(query)
  }) as Promise<Record<string, unknown>[]>

/** Mia was rated in Kubernetes by herself twice and by a lead once, and is not sure of IaC; Ned rated Git alone. */
async function platform() {
  const world = await startedWorld()
  const teamId = await world.team('Platform')
  const mia = await world.join({ name: 'Mia', teamId, roleId: 'platform-engineer' })
  const ned = await world.join({ name: 'Ned', teamId, roleId: 'finops-engineer' })
  await rate(world, mia.id, { kind: 'self', at: '2026-01-10T10:00:00Z', note: 'On call', levels: { kubernetes: 2, git: 3, iac: null } })
  await rate(world, mia.id, { kind: 'lead', by: ned.id, at: '2026-02-10T10:00:00Z', levels: { kubernetes: 4 } })
  await rate(world, mia.id, { kind: 'self', at: '2026-03-10T10:00:00Z', levels: { kubernetes: 3 } })
  await rate(world, ned.id, { kind: 'self', at: '2026-04-01T10:00:00Z', levels: { git: 5 } })
  return { ...world, teamId, mia, ned }
}

const split = [
  newSkill('k8s-run'),
  newSkill('k8s-build'),
  newSkill('terraform'),
  remove('skills', 'kubernetes', 'k8s-run', 'k8s-build'),
  remove('skills', 'iac', 'terraform'),
]

test('worked example: three ratings of a skill that is split and one of a renamed one become seven, and the levels stand under the heirs', async () => {
  const world = await platform()
  expect(await publishWith(world.admin, split)).toBe('2026.1-1')
  const { skills } = (await world.admin.get('/framework')).body
  const places = new Map(skills.map(({ id, position }: { id: string; position: number }) => [id, position]))
  expect(['git', 'k8s-run', 'k8s-build', 'terraform'].map((id) => places.get(id))).toEqual([4, 79, 80, 81])
  const kept = await rowsOf(world, `select to_json(p) as arrays from person_levels p where person_id = '${world.mia.id}'`)
  const [arrays] = kept.map((row) => row['arrays'] as Record<string, unknown[]>)
  const tail = (column: string) => arrays?.[column]?.slice(79)
  expect([tail('self'), tail('lead'), tail('agreed'), tail('current')]).toEqual([[3, 3, null], [4, 4], [], [4, 4, null]])
  expect(tail('rated_on')).toEqual(['2026-03-10', '2026-03-10', '2026-01-10'])
  const copies = await rowsOf(
    world,
    `select c.skill_id, c.carried_from, c.kind, c.level, c.note from ratings c
     join ratings o on o.assessment_id = c.assessment_id and o.skill_id = c.carried_from and o.rated_at = c.rated_at order by c.rated_at, c.skill_id`,
  )
  const self = { carried_from: 'kubernetes', kind: 'self' }
  expect(copies).toEqual([
    { ...self, skill_id: 'k8s-build', level: 2, note: 'On call' },
    { ...self, skill_id: 'k8s-run', level: 2, note: 'On call' },
    { skill_id: 'terraform', carried_from: 'iac', kind: 'self', level: null, note: 'On call' },
    { ...self, skill_id: 'k8s-build', kind: 'lead', level: 4, note: null },
    { ...self, skill_id: 'k8s-run', kind: 'lead', level: 4, note: null },
    { ...self, skill_id: 'k8s-build', level: 3, note: null },
    { ...self, skill_id: 'k8s-run', level: 3, note: null },
  ])
  expect(await checkLevels(world.connection)).toEqual([])
  const cell = await world.mia.get(`/people/${world.mia.id}/skills/k8s-run`)
  expect(cell.body).toMatchObject({ expected: { level: 4 }, current: { level: 4, kind: 'lead' }, gap: 0 })
  expect(cell.body.ratings.map(({ kind, level }: { kind: string; level: number }) => [kind, level])).toEqual([
    ['lead', 4],
    ['self', 3],
  ])
})

test('a skill that was split once can be split again: its copies are carried on, in their order', async () => {
  const world = await platform()
  const at = '2026-05-01T10:00:00Z'
  // Two of one instant: the one that was written later stands, and goes on to stand under the heirs.
  await rate(world, world.ned.id, { kind: 'self', at, levels: { kubernetes: 1 } })
  await rate(world, world.ned.id, { kind: 'self', at, levels: { kubernetes: 5 } })
  await publishWith(world.admin, split)
  await publishWith(
    world.admin,
    [newSkill('k8s-fix'), newSkill('k8s-watch'), remove('skills', 'k8s-run', 'k8s-fix', 'k8s-watch')],
    '2026.1-1',
  )
  expect(await checkLevels(world.connection)).toEqual([])
  for (const skill of ['k8s-fix', 'k8s-watch', 'k8s-build']) {
    const { current } = (await world.ned.get(`/people/${world.ned.id}/skills/${skill}`)).body
    expect([skill, current.level]).toEqual([skill, 5])
    const rows = await rowsOf(
      world,
      `select level from ratings where person_id = '${world.ned.id}' and skill_id = '${skill}' order by rated_at, id`,
    )
    expect(rows).toEqual([{ level: 1 }, { level: 5 }])
  }
})

test('an old version’s skill that comes back has its place and its ratings again', async () => {
  const world = await platform()
  await publishWith(world.admin, [newSkill('zig'), remove('skills', 'git')])
  expect((await world.mia.get(`/people/${world.mia.id}/skills/git`)).status).toBe(404)
  expect(await publishWith(world.admin, [newSkill('rust')], '2026.1')).toBe('2026.1-2')
  const { skills } = (await world.admin.get('/framework')).body
  const places = new Map(skills.map(({ id, position }: { id: string; position: number }) => [id, position]))
  expect([places.get('git'), places.get('zig'), places.get('rust')]).toEqual([4, undefined, 80])
  expect((await world.mia.get(`/people/${world.mia.id}/skills/git`)).body.current).toEqual({ level: 3, kind: 'self' })
  expect(await checkLevels(world.connection)).toEqual([])
})

test('answers of a practice go to its heirs with all their revisions, those of a dropped one to none', async () => {
  const world = await platform()
  await answerPractices(world, world.teamId, [
    ['gitops-02', 'none'],
    ['gitops-02', 'all'],
    ['gitops-09', 'most'],
  ])
  const practice = (await world.admin.get('/framework')).body.practices.find(({ id }: { id: string }) => id === 'gitops-02')
  const heir = (id: string) => ({ change: 'put-practice', entry: { ...practice, id } })
  const carried = [heir('own-a'), heir('own-b'), remove('practices', 'gitops-02', 'own-a', 'own-b'), remove('practices', 'gitops-09')]
  await publishWith(world.admin, carried)
  const { answers } = (await world.mia.get(`/teams/${world.teamId}/practices`)).body
  expect(Object.entries(answers).map(([id, one]) => [id, (one as { answer: string }).answer])).toEqual([
    ['own-a', 'all'],
    ['own-b', 'all'],
  ])
  const rows = await rowsOf(
    world,
    'select practice_id, revision, answer, carried_from from practice_answers where carried_from is not null order by 1, 2',
  )
  expect(rows).toEqual(
    ['own-a', 'own-b'].flatMap((id) => [
      { practice_id: id, revision: 1, answer: 'none', carried_from: 'gitops-02' },
      { practice_id: id, revision: 2, answer: 'all', carried_from: 'gitops-02' },
    ]),
  )
  const next = await world.mia.put(`/teams/${world.teamId}/practices/own-a`, { answer: 'some' }, { 'if-match': '"2"' })
  expect(next.status).toBe(200)
})

test('people and demand follow a role’s heir; demands that meet add up; a dropped role leaves neither', async () => {
  const world = await platform()
  const { admin, teamId, mia, ned } = world
  const kim = await world.join({ name: 'Kim', teamId, roleId: 'k8s-security-engineer' })
  const other = await world.team('Other')
  const demand = [
    { roleId: 'finops-engineer', people: 2 },
    { roleId: 'platform-engineer', people: 3 },
    { roleId: 'k8s-security-engineer', people: 1 },
    { roleId: 'finops-engineer', seniority: 'senior', people: 1 },
  ]
  expect((await admin.put(`/teams/${teamId}/demand`, { demand })).status).toBe(200)
  await rowsOf(
    world,
    `insert into role_demands (team_id, role_id, people) values ('${other}', 'finops-engineer', 600), ('${other}', 'platform-engineer', 500)`,
  )
  await publishWith(admin, [remove('roles', 'finops-engineer', 'platform-engineer'), remove('roles', 'k8s-security-engineer')])
  const roles = await Promise.all([mia, ned, kim].map(async ({ id }) => (await admin.get(`/people/${id}`)).body))
  expect(roles.map(({ roleId, version }) => [roleId, version])).toEqual([
    ['platform-engineer', 1],
    ['platform-engineer', 2],
    [null, 2],
  ])
  const rows = await rowsOf(world, 'select role_id, seniority, people from role_demands order by people')
  expect(rows).toEqual([
    { role_id: 'platform-engineer', seniority: 'senior', people: 1 },
    { role_id: 'platform-engineer', seniority: 'mid', people: 5 },
    { role_id: 'platform-engineer', seniority: 'mid', people: 999 },
  ])
  expect(await checkLevels(world.connection)).toEqual([])
})

test('teams are counted anew by what the version expects', async () => {
  const world = await platform()
  const cell = async () => {
    const [kept] = await rowsOf(world, `select expected[20] as expected, met[20] as met from team_counts where team_id = '${world.teamId}'`)
    return kept
  }
  // Mia is to have 4 in Kubernetes and has it; Ned is to have 3 and is not rated.
  expect(await cell()).toEqual({ expected: 2, met: 1 })
  await publishWith(world.admin, [expectLevel('platform-engineer', 'kubernetes', 5), expectLevel('finops-engineer', 'kubernetes', null)])
  expect(await cell()).toEqual({ expected: 1, met: 0 })
})

test('what was made before stays as it was: reports with their names, assessments with their version', async () => {
  const world = await platform()
  const made = await world.admin.post('/hiring/reports', { teams: [world.teamId] })
  const before = await world.admin.get(`/hiring/reports/${made.body.id}`)
  const csv = await world.admin.get(`/hiring/reports/${made.body.id}/csv`)
  await publishWith(world.admin, [...split, remove('roles', 'finops-engineer'), remove('skills', 'git')])
  expect((await world.admin.get(`/hiring/reports/${made.body.id}`)).text).toBe(before.text)
  expect((await world.admin.get(`/hiring/reports/${made.body.id}/csv`)).text).toBe(csv.text)
  expect(before.body.roleNames['finops-engineer']).toBe('FinOps-responsible Engineer')
  expect(await rowsOf(world, 'select distinct framework_version from assessments')).toEqual([{ framework_version: '2026.1' }])
  await world.mia.put(`/people/${world.mia.id}/ratings/terraform`, { level: 4 })
  expect(await rowsOf(world, 'select distinct framework_version from assessments order by 1')).toEqual([
    { framework_version: '2026.1' },
    { framework_version: '2026.1-1' },
  ])
})

test('of two who publish at once one does, and the other finds no draft', async () => {
  const { admin } = await startedWorld()
  const draft = await startDraft(admin)
  const answers = await Promise.all([draft.publish(), draft.publish()])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 404])
  expect(answers.find(({ status }) => status === 404)?.body.detail).toContain('it was published or thrown away')
  expect((await admin.get('/frameworks')).body.versions).toHaveLength(2)
  expect((await admin.get('/framework/draft')).status).toBe(404)
})

test('a publication that is sent twice with one key answers the same twice', async () => {
  const { admin } = await startedWorld()
  await startDraft(admin)
  const headers = { 'if-match': '"1"', 'idempotency-key': 'publication-1' }
  const first = await admin.post('/framework/draft/publication', undefined, headers)
  expect([first.status, first.body]).toEqual([201, { framework: '2026.1-1' }])
  expect(await admin.post('/framework/draft/publication', undefined, headers)).toMatchObject({ status: 201, body: first.body })
})

test('a rating given while a version is published is either carried over or told that its skill is gone', async () => {
  const world = await platform()
  const draft = await startDraft(world.admin)
  await draft.change(...split)
  const rating = (level: number) => world.ned.put(`/people/${world.ned.id}/ratings/kubernetes`, { level })
  const [one, two, published, three] = await Promise.all([rating(1), rating(2), draft.publish(), rating(3)])
  expect(published.status).toBe(201)
  const given = [one, two, three].filter(({ status }) => status === 200).length
  expect([one, two, three].every(({ status }) => status === 200 || status === 404)).toBe(true)
  const counted = await rowsOf(
    world,
    `select skill_id, count(*)::integer as ratings from ratings where person_id = '${world.ned.id}' group by 1 order by 1`,
  )
  const expected = ['git', 'k8s-build', 'k8s-run', 'kubernetes'].map((skill) => ({ skill_id: skill, ratings: skill === 'git' ? 1 : given }))
  expect(counted).toEqual(expected.filter(({ ratings }) => ratings > 0))
  expect(await checkLevels(world.connection)).toEqual([])
})

test('a draft whose heir came into use in the meantime is not published, and says so', async () => {
  const world = await platform()
  const draft = await startDraft(world.admin)
  await draft.change(...split)
  await rowsOf(world, `insert into skills (id, position) values ('terraform', 79)`)
  const refused = await draft.publish()
  expect([refused.status, refused.body.detail]).toEqual([
    409,
    'The draft is not sound, so it cannot be measured with. Mend what is told first.',
  ])
  expect(refused.body.errors[0].detail).toContain('"terraform" was used before')
  expect((await world.admin.get('/framework')).body.version).toBe('2026.1')
})

test('a publication is audited with both versions and its numbers', async () => {
  const world = await platform()
  await answerPractices(world, world.teamId, [['gitops-02', 'all']])
  const practice = (await world.admin.get('/framework')).body.practices.find(({ id }: { id: string }) => id === 'gitops-02')
  await publishWith(world.admin, [
    { change: 'put-practice', entry: { ...practice, id: 'own-a' } },
    remove('practices', 'gitops-02', 'own-a'),
    ...split,
    remove('roles', 'finops-engineer'),
  ])
  const events = await world.database.withTx({ orgId: world.organisationId }, { readOnly: true }, (tx) => tx.select().from(auditEvents))
  expect(events.find(({ action }) => action === 'framework.published')).toMatchObject({
    subject: 'framework:2026.1-1',
    detail: { before: '2026.1', after: '2026.1-1', ratings: 7, answers: 1, people: 1, demands: 0, teams: 1 },
  })
})

import { expect, test } from 'vitest'
import { changeRating, saveDraft, submitAssessment } from '@plumbline/server/assessments/service.ts'
import { startedWorld } from '../support/world.ts'
import type { Caller, World } from '../support/world.ts'

const v = (version: number) => ({ 'if-match': `"${version}"` })
const rated = (level: number | null, interest: number | null = null, note = '') => ({ level, interest, note })

/** A mid platform engineer: git 4 must, cicd 4 must, kubernetes 4 must, automated-testing 3 should; python is not expected. */
async function engineerWorld() {
  const world = await startedWorld()
  const teamId = await world.team('Platform')
  const mia = await world.join({ name: 'Mia Member', teamId, roleId: 'platform-engineer' })
  return { ...world, teamId, mia, at: `/people/${mia.id}` }
}

const save = (who: Caller, at: string, version: number, answers: Record<string, unknown>) =>
  who.patch(`${at}/assessment/draft`, { answers }, v(version))
const submit = (who: Caller, at: string, draftVersion: number, headers?: Record<string, string>) =>
  who.post(`${at}/assessments`, { draftVersion }, headers)

/** What the database itself gives to whoever speaks for this person. */
const rowsFor = (world: World, personId: string | null, query: string) =>
  world.database.withTx({ orgId: world.organisationId, personId }, {}, async (tx) => (await tx.execute(query)).rows)

async function positions(who: Caller): Promise<(skill: string) => number> {
  const { body } = await who.get('/framework')
  return (skill) => body.skills.find((one: { id: string }) => one.id === skill).position
}

async function keptLevels(world: World, personId: string) {
  const [row] = await rowsFor(
    world,
    personId,
    `select to_jsonb(current) as current, to_jsonb(self) as self, to_jsonb(lead) as lead from person_levels where person_id = '${personId}'`,
  )
  return row as Record<'current' | 'self' | 'lead', (number | null)[]>
}

test('a draft begins at version 0, keeps what was saved, and is there again later', async () => {
  const { mia, at, signIn } = await engineerWorld()
  expect((await mia.get(`${at}/assessment`)).body).toEqual({ draft: { answers: {}, version: 0 }, submitted: {}, submittedAt: null })
  const first = await save(mia, at, 0, { git: rated(3, 2, 'daily') })
  expect(first.status).toBe(200)
  expect(first.headers.get('etag')).toBe('"1"')
  await save(mia, at, 1, { cicd: { level: null } })
  const elsewhere = await signIn(mia.email)
  expect((await elsewhere.get(`${at}/assessment`)).body.draft).toEqual({
    answers: { git: rated(3, 2, 'daily'), cicd: rated(null) },
    version: 2,
  })
})

test('two tabs that answer different skills keep both answers; null takes one out', async () => {
  const { mia, at } = await engineerWorld()
  await save(mia, at, 0, { git: rated(3) })
  const late = await save(mia, at, 0, { cicd: rated(2) })
  expect(late.status).toBe(412)
  expect(late.body).toMatchObject({ code: 'stale', version: 1 })
  expect((await save(mia, at, 1, { cicd: rated(2) })).body).toEqual({ answers: { git: rated(3), cicd: rated(2) }, version: 2 })
  expect((await save(mia, at, 2, { git: null })).body).toEqual({ answers: { cicd: rated(2) }, version: 3 })
  expect((await mia.patch(`${at}/assessment/draft`, { answers: {} })).status).toBe(428)
})

test('of saves at once from one version exactly one wins', async () => {
  const { mia, at } = await engineerWorld()
  for (const version of [0, 1]) {
    const levels = [0, 1, 2, 3, 4]
    const saves = await Promise.all(levels.map((level) => save(mia, at, version, { git: rated(level) })))
    expect(saves.map((answer) => answer.status).toSorted()).toEqual([200, 412, 412, 412, 412])
    const won = saves.findIndex((answer) => answer.status === 200)
    expect((await mia.get(`${at}/assessment`)).body.draft).toEqual({ answers: { git: rated(won) }, version: version + 1 })
  }
})

test('a draft is seen and changed by its author alone, not even by an admin', async () => {
  const { admin, mia, at, join, teamId } = await engineerWorld()
  const lena = await join({ name: 'Lena Lead' })
  await admin.patch(`/teams/${teamId}`, { leads: [{ id: lena.id }] }, v(1))
  await save(mia, at, 0, { git: rated(3, null, 'secret words') })
  for (const other of [admin, lena]) {
    const answers = [
      await other.get(`${at}/assessment`),
      await save(other, at, 1, { git: rated(0) }),
      await submit(other, at, 1),
      await other.put(`${at}/ratings/git`, rated(0)),
    ]
    // The ratings are seen by both and theirs to look at; the draft and its sheet are not there for them.
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 403])
    for (const answer of answers) {
      expect(answer.text).not.toContain('secret words')
    }
  }
  expect((await mia.get(`${at}/assessment`)).body).toMatchObject({ draft: { version: 1 }, submitted: {} })
})

test('at the database an admin who selects from drafts finds nothing, and the audit holds nothing of it', async () => {
  const world = await engineerWorld()
  const { admin, mia, at } = world
  await save(mia, at, 0, { git: rated(3, null, 'secret words') })
  const adminId: string = (await admin.get('/me')).body.person.id
  expect(await rowsFor(world, adminId, 'select * from drafts')).toEqual([])
  expect(await rowsFor(world, mia.id, 'select version from drafts')).toEqual([{ version: 1 }])
  expect(JSON.stringify(await rowsFor(world, adminId, 'select * from audit_events'))).not.toContain('secret words')
})

test('an unknown skill is refused at its field and leaves nothing half-written', async () => {
  const { mia, at } = await engineerWorld()
  const refused = await save(mia, at, 0, { git: rated(3), 'no/such': rated(2) })
  expect(refused.status).toBe(400)
  expect(refused.body.errors).toEqual([{ in: 'body', pointer: '/answers/no~1such', detail: 'Choose a skill of your framework.' }])
  expect((await mia.get(`${at}/assessment`)).body.draft).toEqual({ answers: {}, version: 0 })
  expect((await save(mia, at, 0, { git: { level: 6 } })).status).toBe(400)
  expect((await mia.put(`${at}/ratings/no-such`, rated(3))).status).toBe(404)
})

test('an empty draft is not submitted', async () => {
  const { mia, at } = await engineerWorld()
  expect((await submit(mia, at, 1)).body).toMatchObject({ code: 'stale', version: 0 })
  await save(mia, at, 0, { git: rated(3) })
  await save(mia, at, 1, { git: null })
  const empty = await submit(mia, at, 2)
  expect(empty.status).toBe(400)
  expect(empty.body.detail).toBe('There is no answer to submit. Rate at least one skill first.')
})

test('submitting makes ratings, empties the draft, and keeps levels and counts as worked by hand', async () => {
  const world = await engineerWorld()
  const { mia, at, teamId } = world
  const at4 = await positions(mia)
  await save(mia, at, 0, {
    git: rated(4, 2, 'daily'),
    cicd: rated(2),
    kubernetes: rated(null),
    'automated-testing': rated(3),
    python: rated(5),
  })
  const done = await submit(mia, at, 1)
  expect(done.status).toBe(201)
  expect(done.body.ratings).toBe(5)

  const after = (await mia.get(`${at}/assessment`)).body
  expect(after.draft).toEqual({ answers: {}, version: 0 })
  expect(after.submittedAt).toBe(done.body.submittedAt)
  expect(after.submitted.git).toEqual({ ...rated(4, 2, 'daily'), ratedAt: done.body.submittedAt })
  expect(after.submitted.kubernetes.level).toBeNull()

  const { current } = await keptLevels(world, mia.id)
  expect(['git', 'cicd', 'kubernetes', 'automated-testing', 'python'].map((skill) => current[at4(skill)] ?? null)).toEqual([
    4,
    2,
    null,
    3,
    5,
  ])
  const [counts] = (await rowsFor(
    world,
    mia.id,
    `select expected, rated, met, holders, level_sum from team_counts where team_id = '${teamId}'`,
  )) as [Record<string, number[]>]
  const of = (skill: string) => ['expected', 'rated', 'met', 'holders', 'level_sum'].map((column) => counts[column]?.[at4(skill)])
  expect(of('git')).toEqual([1, 1, 1, 1, 4])
  expect(of('cicd')).toEqual([1, 1, 0, 0, 2])
  // "Not sure" is an answer but no level: expected, and not rated.
  expect(of('kubernetes')).toEqual([1, 0, 0, 0, 0])
  expect(of('automated-testing')).toEqual([1, 1, 1, 1, 3])
  // Held, though the role does not expect it.
  expect(of('python')).toEqual([0, 0, 0, 1, 0])
})

test('submitted twice with one key it is one assessment; without a key the second is refused', async () => {
  const world = await engineerWorld()
  const { mia, at } = world
  const key = { 'idempotency-key': 'press-submit-once' }
  await save(mia, at, 0, { git: rated(4), cicd: rated(2) })
  const [one, two] = await Promise.all([submit(mia, at, 1, key), submit(mia, at, 1, key)])
  expect([one.status, two.status]).toEqual([201, 201])
  expect(two.body).toEqual(one.body)
  await save(mia, at, 0, { git: rated(3) })
  const [left, right] = await Promise.all([submit(mia, at, 1), submit(mia, at, 1)])
  expect([left.status, right.status].toSorted()).toEqual([201, 412])
  expect(await rowsFor(world, mia.id, 'select count(*)::int from ratings')).toEqual([{ count: 3 }])
  expect(await rowsFor(world, mia.id, 'select count(*)::int from assessments')).toEqual([{ count: 2 }])
})

test('a draft that another tab went on with is not submitted as it was', async () => {
  const { mia, at } = await engineerWorld()
  await save(mia, at, 0, { git: rated(4) })
  await save(mia, at, 1, { cicd: rated(1) })
  expect((await submit(mia, at, 1)).body).toMatchObject({ code: 'stale', version: 2 })
  expect((await mia.get(`${at}/assessment`)).body).toMatchObject({ draft: { version: 2 }, submitted: {} })
})

test('a rating can be changed later; the one before stays in the history', async () => {
  const world = await engineerWorld()
  const { mia, at } = world
  const at4 = await positions(mia)
  await save(mia, at, 0, { git: rated(4), cicd: rated(2) })
  await submit(mia, at, 1)
  expect((await mia.put(`${at}/ratings/cicd`, rated(4, 1))).status).toBe(200)
  const { current } = await keptLevels(world, mia.id)
  expect([current[at4('git')], current[at4('cicd')]]).toEqual([4, 4])
  expect((await mia.get(`${at}/assessment`)).body.submitted.cicd).toMatchObject(rated(4, 1))
  expect(await rowsFor(world, mia.id, `select level from ratings where skill_id = 'cicd' order by rated_at, id`)).toEqual([
    { level: 2 },
    { level: 4 },
  ])
  await mia.put(`${at}/ratings/cicd`, rated(null))
  expect((await keptLevels(world, mia.id)).current[at4('cicd')] ?? null).toBeNull()
})

test('history can be written with its own days, and the newest day counts whatever the order of writing', async () => {
  const world = await engineerWorld()
  const { mia, at } = world
  const at4 = await positions(mia)
  const accountId: string = (await mia.get('/me')).body.accountId
  const actor = { accountId, orgId: world.organisationId, personId: mia.id, role: 'member', leads: new Set<string>() } as const
  await world.database.withTx({ accountId, orgId: world.organisationId, personId: mia.id }, {}, async (tx) => {
    const ctx = { tx, actor }
    await changeRating(ctx, mia.id, 'git', { level: 4, interest: null, note: '' }, new Date('2025-06-30T12:00:00Z'))
    await saveDraft(ctx, mia.id, 0, { git: { level: 1, interest: null, note: '' } })
    await submitAssessment(ctx, mia.id, { draftVersion: 1 }, new Date('2025-01-31T12:00:00Z'))
  })
  expect((await keptLevels(world, mia.id)).current[at4('git')]).toBe(4)
  const { submitted, submittedAt } = (await mia.get(`${at}/assessment`)).body
  expect([submitted.git.ratedAt, submittedAt]).toEqual(['2025-06-30T12:00:00.000Z', '2025-06-30T12:00:00.000Z'])
})

test('the history cannot be changed by the app', async () => {
  const world = await engineerWorld()
  const { mia, at } = world
  await mia.put(`${at}/ratings/git`, rated(4))
  for (const table of ['ratings', 'assessments']) {
    await expect(rowsFor(world, mia.id, `update ${table} set kind = 'lead'`)).rejects.toThrow('42501')
    await expect(rowsFor(world, mia.id, `delete from ${table}`)).rejects.toThrow('42501')
  }
})

test("a lead's rating counts before one's own, an agreed one before both", async () => {
  const world = await engineerWorld()
  const { admin, mia, at, join, team, teamId } = world
  const at4 = await positions(mia)
  const above = await team('Engineering')
  await admin.patch(`/teams/${teamId}`, { parentId: above }, v(1))
  const lena = await join({ name: 'Lena Lead' })
  await admin.patch(`/teams/${above}`, { leads: [{ id: lena.id }] }, v(1))
  await mia.put(`${at}/ratings/git`, rated(5))
  const lead = { level: 3, note: 'seen in reviews' }
  expect((await lena.put(`${at}/lead-ratings/git`, lead)).status).toBe(200)
  const kept = await keptLevels(world, mia.id)
  expect([kept.current, kept.self, kept.lead].map((levels) => levels[at4('git')])).toEqual([3, 5, 3])
  expect((await mia.get(`${at}/assessment`)).body.submitted.git).toMatchObject(rated(5))

  const id = crypto.randomUUID()
  await rowsFor(
    world,
    mia.id,
    `with a as (insert into assessments (id, person_id, kind, framework_version) select '${id}', '${mia.id}', 'agreed', framework_version from organisations)
     insert into ratings (id, assessment_id, person_id, skill_id, kind, level) values (gen_random_uuid(), '${id}', '${mia.id}', 'git', 'agreed', 4)`,
  )
  await mia.put(`${at}/ratings/git`, rated(2))
  expect((await keptLevels(world, mia.id)).current[at4('git')]).toBe(4)
})

test('only a lead of the team may rate as lead, and nobody themselves', async () => {
  const { admin, mia, at, join, team, teamId } = await engineerWorld()
  const elsewhere = await join({ name: 'Leo Elsewhere' })
  const away = await team('Away')
  await admin.patch(`/teams/${away}`, { leads: [{ id: elsewhere.id }] }, v(1))
  await admin.patch(`/teams/${teamId}`, { leads: [{ id: mia.id }] }, v(1))
  const missing = await elsewhere.put(`/people/${crypto.randomUUID()}/lead-ratings/git`, { level: 3 })
  for (const who of [admin, mia]) {
    const refused = await who.put(`${at}/lead-ratings/git`, { level: 3 })
    expect([refused.status, refused.body.detail]).toEqual([403, 'Only a lead of the person’s team may rate them.'])
  }
  const hidden = await elsewhere.put(`${at}/lead-ratings/git`, { level: 3 })
  expect([hidden.status, hidden.text]).toEqual([404, missing.text])
})

test('a person of another organisation is as missing as one that never was', async () => {
  const { mia, at, otherOrganisation } = await engineerWorld()
  await save(mia, at, 0, { git: rated(3) })
  const other = await otherOrganisation()
  for (const place of [at, `/people/${crypto.randomUUID()}`]) {
    const answers = [
      await other.get(`${place}/assessment`),
      await save(other, place, 1, { git: rated(0) }),
      await submit(other, place, 1),
      await other.put(`${place}/ratings/git`, rated(0)),
      await other.put(`${place}/lead-ratings/git`, { level: 0 }),
    ]
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404, 404])
  }
})

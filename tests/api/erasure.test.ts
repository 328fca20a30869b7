import { expect, test, vi } from 'vitest'
import { sealAll } from '@plumbline/server/audit/sealer.ts'
import { verifyAudit } from '@plumbline/server/audit-verify.ts'
import { checkLevels } from '@plumbline/server/check-levels.ts'
import { placesOf } from '../support/database-words.ts'
import { startedWorld, testPassword } from '../support/world.ts'
import type { World } from '../support/world.ts'

const zoraName = 'Zora Quillfeather'
const missing = '01980000-0000-7000-8000-000000000000'

/** Zora is rated by herself and by Lea, leads Mia and rates her, answers a checklist, makes a report, publishes nothing and keeps a draft. */
async function withZora() {
  const world = await startedWorld()
  const teamId = await world.team('Core')
  const below = await world.team('Below', teamId)
  const lea = await world.join({ name: 'Lea Lead' })
  const added = await world.admin.post(
    '/people',
    { name: zoraName, email: 'zora.quillfeather@example.org', teamId, roleId: 'platform-engineer' },
    { 'idempotency-key': 'adding-zora-once' },
  )
  const invitation = await world.admin.post(`/people/${added.body.id}/invitation`)
  const accepted = await world.nobody.post(
    `/invitations/${invitation.body.secret}`,
    { password: testPassword },
    { 'user-agent': 'QuillBrowser/1' },
  )
  const zora = { id: added.body.id as string, cookie: world.cookieOf(accepted), ...world.caller(world.cookieOf(accepted)) }
  const mia = await world.join({ name: 'Mia Member', teamId: below, roleId: 'platform-engineer' })
  await world.admin.patch(`/teams/${teamId}`, { leads: [{ id: lea.id }] }, { 'if-match': '"1"' })
  await world.admin.patch(`/teams/${below}`, { leads: [{ id: zora.id }] }, { 'if-match': '"1"' })
  await world.admin.patch(`/people/${zora.id}`, { seniority: 'senior' }, { 'if-match': '"1"' })
  const done = await Promise.all([
    zora.put(`/people/${zora.id}/ratings/git`, { level: 4, note: 'quillnote of herself' }),
    zora.patch(
      `/people/${zora.id}/assessment/draft`,
      { answers: { kubernetes: { level: 2, note: 'quillnote in a draft' } } },
      { 'if-match': '"0"' },
    ),
    zora.put(`/people/${mia.id}/lead-ratings/git`, { level: 2, note: 'a word on Mia' }),
    zora.put(`/teams/${teamId}/practices/gitops-02`, { answer: 'some', note: 'the team says' }, { 'if-match': '"0"' }),
    zora.post('/hiring/reports', { teams: [below] }, { 'idempotency-key': 'report-of-zora' }),
  ])
  for (const answer of done) expect(answer.status, answer.text).toBeLessThan(300)
  expect((await lea.put(`/people/${zora.id}/lead-ratings/git`, { level: 3, note: 'quillnote of the lead' })).status).toBe(200)
  expect((await world.admin.post(`/people/${zora.id}/password-reset`)).status).toBe(201)
  await world.ownerSql`insert into verifications (id, identifier, value, expires_at) values (gen_random_uuid(), 'change zora.quillfeather@example.org', 'x', now())`
  return { ...world, teamId, below, lea, zora, mia }
}

const erase = (zora: { post: World['admin']['post'] }, confirm = zoraName) => zora.post('/me/erasure', { confirm })

const seal = (world: World) =>
  vi.waitFor(
    async () => {
      await sealAll(world.database)
      expect((await verifyAudit(world.connection, new Map())).lines.join()).toContain(' 0 not yet')
    },
    { timeout: 30_000, interval: 20 },
  )

const words = [zoraName, 'zora.quillfeather', 'quillnote', 'QuillBrowser']

test('nothing in the whole database says any more who was erased, and the trail is whole', async () => {
  const world = await withZora()
  await seal(world)
  const before = await placesOf(world, words)
  expect(before[zoraName]).toEqual(['accounts.name', 'idempotency_keys.body', 'people.name'])
  expect(before['zora.quillfeather']).toEqual(['accounts.email', 'idempotency_keys.body', 'people.email', 'verifications.identifier'])
  expect(before['quillnote']).toEqual(['drafts.answers', 'ratings.note'])
  expect(before['QuillBrowser']).toEqual(['sessions.user_agent'])

  expect((await erase(world.zora)).status).toBe(201)
  expect(await placesOf(world, words)).toEqual(Object.fromEntries(words.map((word) => [word, []])))
  await seal(world)
  expect((await verifyAudit(world.connection, new Map())).whole).toBe(true)
  expect(await checkLevels(world.connection)).toEqual([])
})

test('the id of who was erased is left in audit events alone, where it leads to nobody', async () => {
  const world = await withZora()
  await erase(world.zora)
  const { [world.zora.id]: places } = await placesOf(world, [world.zora.id])
  expect(places).toEqual(['audit_events.detail', 'audit_events.person_id', 'audit_events.subject'])
})

test('what is left of their work stands without them: the rating they gave, the team’s answer, the report', async () => {
  const { zora, mia, admin, below, teamId } = await withZora()
  await erase(zora)
  const heatmap = (await admin.get(`/teams/${below}/heatmap`)).text
  expect(heatmap).toContain(mia.id)
  const cell = await mia.get(`/people/${mia.id}/skills/git`)
  expect(cell.text).toContain('a word on Mia')
  expect(cell.text).not.toContain('Zora')
  const { answers } = (await admin.get(`/teams/${teamId}/practices`)).body
  expect(answers['gitops-02']).toMatchObject({ answer: 'some', note: 'the team says', answeredBy: null })
  expect((await admin.get('/hiring/reports')).body.reports).toMatchObject([{ createdBy: null }])
})

test('the proof counts what went and what stays, says nothing of the person, and can be held against the server by anyone', async () => {
  const world = await withZora()
  await world.zora.post('/tokens', { name: 'quillnote', scopes: ['teams:read'], days: 30, purpose: 'staffing' })
  const { body: proof, text } = await erase(world.zora)
  expect(proof.removed).toMatchObject({
    people: 1,
    accounts: 1,
    sessions: 1,
    credentials: 1,
    memberships: 1,
    leads: 1,
    drafts: 1,
    tokens: 1,
  })
  expect(proof.removed).toMatchObject({ ratings: 2, assessments: 2, person_levels: 1, invitations: 1, idempotency_keys: 2 })
  const kept = Object.fromEntries(proof.kept.map(({ what, rows }: { what: string; rows: number }) => [what, rows]))
  expect(kept).toMatchObject({ 'Ratings you gave as a lead': 1, 'Answers to checklists': 1, 'Hiring reports you made': 1 })
  expect(proof.keyFingerprint).toMatch(/^[0-9a-f]{64}$/)
  for (const word of [...words, world.zora.id]) expect(text.toLowerCase()).not.toContain(word.toLowerCase())
  expect((await world.nobody.get(`/erasures/${proof.id}`)).body).toEqual(proof)
  const none = await world.nobody.get(`/erasures/${missing}`)
  expect([none.status, none.body.code]).toEqual([404, 'not_found'])
  const { events } = (await world.admin.get('/audit?action=person.removed')).body
  expect(events).toMatchObject([
    { id: proof.auditEventId, person: { name: null }, detail: { by: 'self', erasure: proof.id, keyFingerprint: proof.keyFingerprint } },
  ])
})

test('who was erased is signed out everywhere at once and cannot sign in again', async () => {
  const world = await withZora()
  const again = await world.signIn('zora.quillfeather@example.org')
  expect((await again.get('/me')).status).toBe(200)
  await erase(world.zora)
  for (const caller of [world.zora, again]) expect((await caller.get('/me')).status).toBe(401)
  expect((await world.nobody.post('/sessions', { email: 'zora.quillfeather@example.org', password: testPassword })).status).toBe(401)
  expect((await world.admin.get(`/people/${world.zora.id}`)).status).toBe(404)
})

test('an admin who removes someone erases them by the same rules and gets the proof', async () => {
  const world = await withZora()
  const removed = await world.admin.delete(`/people/${world.zora.id}`, { 'if-match': '"2"' })
  expect([removed.status, removed.body.done]).toEqual([200, true])
  expect(removed.body.proof.removed).toMatchObject({ people: 1, accounts: 1, drafts: 1, ratings: 2 })
  expect(await placesOf(world, words)).toEqual(Object.fromEntries(words.map((word) => [word, []])))
  expect((await world.nobody.get(`/erasures/${removed.body.proof.id}`)).status).toBe(200)
  expect(await checkLevels(world.connection)).toEqual([])
})

test('the numbers of everyone else are the same afterwards', async () => {
  const world = await withZora()
  const sums = () =>
    world.ownerSql.begin(async (sql) => {
      await sql`select set_config('plumbline.org', ${world.organisationId}, true), set_config('plumbline.reach', 'organisation', true)`
      return sql`select (select to_jsonb(c) from team_counts c where team_id = ${world.below}) as counts,
        (select jsonb_agg(l) from person_levels l where person_id = ${world.mia.id}) as levels,
        (select jsonb_agg(r order by r.id) from ratings r where person_id = ${world.mia.id}) as ratings`
    })
  const before = await sums()
  await erase(world.zora)
  expect(await sums()).toEqual(before)
})

test('refused: another name than one’s own, with what to type; nothing is erased by half', async () => {
  const { zora, admin } = await withZora()
  const refused = await erase(zora, 'zora')
  expect([refused.status, refused.body.errors[0]]).toEqual([400, { in: 'body', pointer: '/confirm', detail: `Type “${zoraName}”.` }])
  expect((await zora.post('/me/erasure', {})).status).toBe(400)
  expect((await admin.get(`/people/${zora.id}`)).status).toBe(200)
})

test('refused: a sign-in of more than ten minutes ago; signing in again is enough', async () => {
  const world = await withZora()
  await world.ownerSql`update sessions set created_at = created_at - interval '11 minutes'`
  const refused = await erase(world.zora)
  expect([refused.status, refused.body.detail]).toEqual([
    403,
    'This cannot be undone, so sign out and in again first: it has to be within 10 minutes.',
  ])
  expect((await world.zora.get('/me/held')).body).toMatchObject({ signInAgain: true, erasureRefused: refused.body.detail })
  const fresh = await world.signIn('zora.quillfeather@example.org')
  expect((await fresh.get('/me/held')).body).toMatchObject({ signInAgain: false, erasureRefused: null })
  expect((await erase(fresh)).status).toBe(201)
})

test('refused: the last admin; of two admins at once one stays', async () => {
  const world = await startedWorld()
  const eve = await world.join({ name: 'Eve Other' })
  const refused = await world.admin.post('/me/erasure', { confirm: 'Ada Admin' })
  expect([refused.status, refused.body.code]).toEqual([409, 'conflict'])
  await world.ownerSql.begin(async (sql) => {
    await sql`select set_config('plumbline.org', ${world.organisationId}, true)`
    await sql`update memberships set role = 'admin' where person_id = ${eve.id}`
  })
  const both = await Promise.all([
    world.admin.post('/me/erasure', { confirm: 'Ada Admin' }),
    eve.post('/me/erasure', { confirm: 'Eve Other' }),
  ])
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
})

test('refused: whoever is not signed in, and a visitor of an address that is no id', async () => {
  const { nobody } = await startedWorld()
  expect((await erase(nobody)).status).toBe(401)
  expect((await nobody.get('/erasures/x')).status).toBe(400)
})

test('erased twice at once, it happens once', async () => {
  const world = await withZora()
  const both = await Promise.all([erase(world.zora), world.admin.delete(`/people/${world.zora.id}`, { 'if-match': '"2"' })])
  const statuses = both.map(({ status }) => status)
  expect(statuses.filter((status) => status < 300)).toHaveLength(1)
  // 503: it waited too long for the other, and is told to try again.
  expect([401, 404, 503]).toContain(statuses.find((status) => status >= 300))
  expect((await world.admin.get('/audit?action=person.removed')).body.events).toHaveLength(1)
})

test('ratings that are given while someone is erased go with them or are refused, and nothing of them is left', async () => {
  const world = await withZora()
  const [erased, ...ratings] = await Promise.all([
    erase(world.zora),
    ...['git', 'kubernetes', 'terraform', 'python'].map((skill) =>
      world.lea.put(`/people/${world.zora.id}/lead-ratings/${skill}`, { level: 1, note: `quillnote while ${skill}` }),
    ),
  ])
  expect(erased?.status).toBe(201)
  for (const { status } of ratings) expect([200, 404, 409, 503]).toContain(status)
  expect((await placesOf(world, ['quillnote']))['quillnote']).toEqual([])
  expect(await checkLevels(world.connection)).toEqual([])
})

test('an account that belongs to another organisation as well keeps working there', async () => {
  const world = await withZora()
  const other = await world.otherOrganisation()
  const there = await other.post('/people', { name: zoraName, email: 'zora.quillfeather@example.org' })
  const invitation = await other.post(`/people/${there.body.id}/invitation`)
  const joined = await world.nobody.post(`/invitations/${invitation.body.secret}`, { password: testPassword })
  expect(joined.status, joined.text).toBe(201)
  const { body: proof } = await erase(world.zora)
  expect(proof.removed['accounts']).toBeUndefined()
  expect(proof.kept.map(({ what }: { what: string }) => what)).toContain('Account')
  const me = (await (await world.signIn('zora.quillfeather@example.org')).get('/me')).body
  expect([me.organisation.name, me.person.id]).toEqual(['Other', there.body.id])
  expect((await placesOf(world, ['quillnote']))['quillnote']).toEqual([])
})

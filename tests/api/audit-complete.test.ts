import { expect, test } from 'vitest'
import { features } from '@plumbline/server/features.ts'
import { demoWorld } from '../support/demo-world.ts'
import { publishWith, startDraft } from '../support/draft.ts'
import { authenticator } from '../support/authenticator.ts'
import { addApp, addPasskey, browserIn, codeOf, signedIn } from '../support/second-factors.ts'
import type { TestBrowser } from '../support/second-factors.ts'
import { newToken } from '../support/token.ts'
import { emptyWorld, startedWorld, testPassword } from '../support/world.ts'
import type { Answer, Caller, World } from '../support/world.ts'

interface Event {
  id: string
  action: string
  subject: string
  means: string
  accountId: string | null
  detail: Record<string, unknown>
}

const eventsOf = async (admin: Caller, query = ''): Promise<Event[]> => {
  const answer = await admin.get(`/audit?limit=200${query}`)
  expect(answer.status, answer.text).toBe(200)
  return answer.body.events
}

const seen = (version: number) => ({ 'if-match': `"${version}"` })
const csv = (...rows: string[]) => ['name,email,team,role,seniority,lead', ...rows].join('\n')

/** One organisation in which each call below succeeds, in the order that they stand in. */
async function busyWorld() {
  const world = await startedWorld()
  const [teamId, spareTeam] = [await world.team('Platform'), await world.team('Spare')]
  const place = { teamId, roleId: 'platform-engineer' }
  const [mia, lea] = [await world.join({ name: 'Mia Member', ...place }), await world.join({ name: 'Lea Lead', ...place })]
  await world.admin.patch(`/teams/${teamId}`, { leads: [{ id: lea.id }] }, seen(1))
  const add = async (name: string) =>
    (await world.admin.post('/people', { name, email: `${name.toLowerCase()}@example.net` })).body.id as string
  return { ...world, teamId, spareTeam, mia, lea, invited: await add('Ivo'), leaving: await add('Lou') }
}

type Busy = Awaited<ReturnType<typeof busyWorld>>

let made = 0
/** Nobody else's, in letters, of which an address is made. */
const newName = () => `Nemo ${[...String(++made)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`

interface Call {
  run: (world: Busy) => Promise<Answer>
  action: string
  /** Why there is nothing before and after. */
  without?: string
}

const noValues = 'secrets are in no trail'
const openOrClose = 'it begins or ends something and changes no value'

const calls: Record<string, Call> = {
  'post /sessions': {
    run: ({ nobody, mia }) => nobody.post('/sessions', { email: mia.email, password: testPassword }),
    action: 'session.opened',
    without: openOrClose,
  },
  'delete /sessions/current': {
    run: async ({ signIn, mia }) => (await signIn(mia.email)).delete('/sessions/current'),
    action: 'session.ended',
    without: openOrClose,
  },
  'put /sessions/current/purpose': {
    run: ({ mia }) => mia.put('/sessions/current/purpose', { purpose: 'hiring' }),
    action: 'session.purpose_chosen',
  },
  'delete /sessions/{sessionId}': {
    run: async ({ signIn, mia }) => {
      await signIn(mia.email)
      const { id } = (await mia.get('/sessions')).body.sessions.find(({ current }: { current: boolean }) => !current)
      return mia.delete(`/sessions/${id}`)
    },
    action: 'session.ended',
    without: openOrClose,
  },
  'delete /sessions': {
    run: async ({ signIn, mia }) => {
      await signIn(mia.email)
      return mia.delete('/sessions')
    },
    action: 'sessions.ended',
    without: openOrClose,
  },
  'put /me/password': {
    run: ({ mia }) => mia.put('/me/password', { oldPassword: testPassword, password: 'another long test password' }),
    action: 'password.changed',
    without: noValues,
  },
  'post /people/{personId}/invitation': {
    run: ({ admin, invited }) => admin.post(`/people/${invited}/invitation`),
    action: 'person.invited',
    without: noValues,
  },
  'post /invitations/{secret}': {
    run: async ({ admin, nobody, invited }) => {
      const { secret } = (await admin.post(`/people/${invited}/invitation`)).body
      return nobody.post(`/invitations/${secret}`, { password: testPassword })
    },
    action: 'person.joined',
  },
  'post /people/{personId}/password-reset': {
    run: ({ admin, mia }) => admin.post(`/people/${mia.id}/password-reset`),
    action: 'person.password_reset_offered',
    without: noValues,
  },
  'patch /organisation': {
    run: ({ admin }) => admin.patch('/organisation', { name: 'Acme Ltd' }, seen(1)),
    action: 'organisation.renamed',
  },
  'put /organisation/practice-areas': {
    run: ({ admin }) => admin.put('/organisation/practice-areas', { areas: ['mlops'] }, seen(2)),
    action: 'organisation.practice-areas-changed',
  },
  'post /teams': { run: ({ admin }) => admin.post('/teams', { name: 'Runtime' }), action: 'team.added' },
  'patch /teams/{teamId}': {
    run: ({ admin, spareTeam }) => admin.patch(`/teams/${spareTeam}`, { name: 'Reserve' }, seen(1)),
    action: 'team.changed',
  },
  'delete /teams/{teamId}': { run: ({ admin, spareTeam }) => admin.delete(`/teams/${spareTeam}`, seen(2)), action: 'team.removed' },
  'post /people': { run: ({ admin }) => admin.post('/people', { name: 'Nia', email: 'nia@example.net' }), action: 'person.added' },
  'patch /people/{personId}': {
    run: ({ admin, leaving }) => admin.patch(`/people/${leaving}`, { seniority: 'senior' }, seen(1)),
    action: 'person.changed',
  },
  'delete /people/{personId}': {
    run: ({ admin, leaving }) => admin.delete(`/people/${leaving}`, seen(2)),
    action: 'person.removed',
    without: 'what was known of them is erased, so the event holds numbers alone',
  },
  'post /tokens': {
    run: ({ mia }) => mia.post('/tokens', newToken(['teams:read'])),
    action: 'token.made',
    without: noValues,
  },
  'delete /tokens/{tokenId}': {
    run: async ({ mia }) => mia.delete(`/tokens/${(await mia.get('/tokens')).body.tokens[0].id}`),
    action: 'token.revoked',
    without: noValues,
  },
  'post /organisation/tokens': {
    run: ({ admin }) => admin.post('/organisation/tokens', newToken(['teams:read'])),
    action: 'token.made',
    without: noValues,
  },
  'delete /organisation/tokens/{tokenId}': {
    run: async ({ admin }) => admin.delete(`/organisation/tokens/${(await admin.get('/organisation/tokens')).body.tokens[0].id}`),
    action: 'token.revoked',
    without: noValues,
  },
  'post /imports/people': {
    run: ({ admin }) => admin.post('/imports/people', { text: csv('Oz,oz@example.net,Operations,DevOps Engineer,mid,yes') }),
    action: 'person.added',
  },
  'post /people/{personId}/assessments': {
    run: async ({ mia }) => {
      await mia.patch(`/people/${mia.id}/assessment/draft`, { answers: { git: { level: 3 } } }, seen(0))
      return mia.post(`/people/${mia.id}/assessments`, { draftVersion: 1 })
    },
    action: 'assessment.submitted',
  },
  'put /people/{personId}/ratings/{skillId}': {
    run: ({ mia }) => mia.put(`/people/${mia.id}/ratings/git`, { level: 4 }),
    action: 'rating.changed',
  },
  'put /people/{personId}/lead-ratings/{skillId}': {
    run: ({ lea, mia }) => lea.put(`/people/${mia.id}/lead-ratings/git`, { level: 4 }),
    action: 'rating.given_as_lead',
  },
  'put /teams/{teamId}/practices/{practiceId}': {
    run: ({ mia, teamId }) => mia.put(`/teams/${teamId}/practices/idp-01`, { answer: 'all' }, seen(0)),
    action: 'practice.answered',
  },
  'put /teams/{teamId}/demand': {
    run: ({ lea, teamId }) => lea.put(`/teams/${teamId}/demand`, { demand: [{ roleId: 'platform-engineer', people: 3 }] }),
    action: 'demand.set',
  },
  'post /hiring/reports': {
    run: ({ lea, teamId }) => lea.post('/hiring/reports', { teams: [teamId] }),
    action: 'hiring.exported',
    without: 'an export changes nothing',
  },
  'post /framework/draft': {
    run: ({ admin }) => admin.post('/framework/draft', { from: '2026.1', name: 'Ours' }),
    action: 'framework.draft_started',
  },
  'patch /framework/draft': {
    run: ({ admin }) => admin.patch('/framework/draft', { changes: [{ change: 'rename', name: 'Mine' }] }, seen(1)),
    action: 'framework.draft_changed',
  },
  'put /framework/draft/file': {
    run: ({ admin }) => admin.put('/framework/draft/file', { format: 'csv', text: 'skill,platform-engineer\ngit,5!\n' }, seen(2)),
    action: 'framework.draft_imported',
  },
  'delete /framework/draft': { run: ({ admin }) => admin.delete('/framework/draft', seen(3)), action: 'framework.draft_discarded' },
  'post /framework/draft/publication': {
    run: async ({ admin }) => (await startDraft(admin)).publish(),
    action: 'framework.published',
  },
  'post /me/erasure': {
    run: async ({ join }) => (await join({ name: 'Zoe Zealous' })).post('/me/erasure', { confirm: 'Zoe Zealous' }),
    action: 'person.removed',
    without: 'what was known of them is erased, so the event holds numbers alone',
  },
  'put /me/proof': {
    run: async (world) => (await newcomer(world)).put('/me/proof', { password: testPassword }),
    action: 'session.opened',
    without: 'it opens ten minutes in one’s own session and changes no value',
  },
  'put /me/authenticator-app': {
    run: async (world) => {
      const browser = await newcomer(world)
      const { secret } = (await browser.post('/me/authenticator-app')).body
      return browser.put('/me/authenticator-app', { code: codeOf(secret) })
    },
    action: 'factor.added',
    without: noValues,
  },
  'delete /me/authenticator-app': {
    run: async (world) => {
      const browser = await newcomer(world)
      await addApp(browser)
      return browser.delete('/me/authenticator-app')
    },
    action: 'factor.removed',
    without: noValues,
  },
  'post /me/recovery-codes': {
    run: async (world) => {
      const browser = await newcomer(world)
      await addApp(browser)
      return browser.post('/me/recovery-codes')
    },
    action: 'recovery-codes.renewed',
    without: noValues,
  },
  'post /sessions/second-factor': {
    run: async (world) => {
      const { email, browser } = await withApp(world)
      const again = browserIn(world)
      await again.password(email)
      return again.code(browser.recoveryCodes[0] ?? '', 'recovery')
    },
    action: 'session.opened',
    without: openOrClose,
  },
  'delete /people/{personId}/second-factor': {
    run: async (world) => world.admin.delete(`/people/${(await withApp(world)).id}/second-factor`),
    action: 'person.second-factor-removed',
    without: noValues,
  },
  'post /me/passkeys': {
    run: async (world) => {
      const browser = await newcomer(world)
      const options = await browser.post('/me/passkeys/challenge')
      return browser.post('/me/passkeys', { name: 'My phone', response: authenticator().create(options.body) })
    },
    action: 'factor.added',
    without: noValues,
  },
  'patch /me/passkeys/{passkeyId}': {
    run: async (world) => {
      const browser = await newcomer(world)
      await addPasskey(browser)
      return browser.patch(`/me/passkeys/${await passkeyOf(browser)}`, { name: 'My other phone' })
    },
    action: 'passkey.renamed',
    without: 'what a device is called is its owner’s, and sealed',
  },
  'delete /me/passkeys/{passkeyId}': {
    run: async (world) => {
      const browser = await newcomer(world)
      await addPasskey(browser)
      return browser.delete(`/me/passkeys/${await passkeyOf(browser)}`)
    },
    action: 'factor.removed',
    without: noValues,
  },
  'post /sessions/passkey': {
    run: async (world) => {
      const key = await addPasskey(await newcomer(world))
      const browser = browserIn(world)
      const options = await browser.post('/sessions/passkey-challenge', {})
      return browser.post('/sessions/passkey', { response: key.get(options.body) })
    },
    action: 'session.opened',
    without: openOrClose,
  },
  'post /me/email': {
    run: async (world) =>
      (await newcomer(world)).post('/me/email', { email: `${crypto.randomUUID()}@example.net`, password: testPassword }),
    action: 'email.changed',
    without: 'addresses of accounts are in no trail',
  },
  'put /organisation/sign-in-rule': {
    run: async (world) => {
      const { id, email } = await world.join({ name: newName() })
      await world.admin.put(`/people/${id}/access`, { role: 'admin' }, seen((await world.admin.get(`/people/${id}`)).body.version))
      const browser = await signedIn(world, email)
      await addApp(browser)
      // Asked of everyone, it would shut out the admin who reads the trail here: so it is taken back.
      await world.ownerSql.begin(async (sql) => {
        await sql`select set_config('plumbline.org', ${world.organisationId}, true)`
        await sql`update organisations set sign_in_rule = 'second_factor'`
      })
      return browser.put(
        '/organisation/sign-in-rule',
        { rule: 'any' },
        seen((await browser.get('/organisation/sign-in-rule')).body.version),
      )
    },
    action: 'organisation.sign-in-rule-changed',
  },
  'put /people/{personId}/access': {
    run: async ({ admin, join }) => {
      const { id } = await join({ name: newName() })
      const { version } = (await admin.get(`/people/${id}`)).body
      return admin.put(`/people/${id}/access`, { role: 'viewer' }, seen(version))
    },
    action: 'person.access-changed',
  },
  'post /people/{personId}/departure': {
    run: async ({ admin, mia }) => admin.post(`/people/${mia.id}/departure`, {}, seen((await admin.get(`/people/${mia.id}`)).body.version)),
    action: 'person.left',
    without: openOrClose,
  },
  'delete /people/{personId}/departure': {
    run: async ({ admin, mia }) => admin.delete(`/people/${mia.id}/departure`, seen((await admin.get(`/people/${mia.id}`)).body.version)),
    action: 'person.came_back',
    without: openOrClose,
  },
  'post /people/{personId}/lead-ratings/{skillId}/reply': {
    run: async (world) => {
      const zed = await world.join({ name: newName(), teamId: world.teamId, roleId: 'platform-engineer' })
      await world.lea.put(`/people/${zed.id}/lead-ratings/git`, { level: 2 })
      return zed.post(`/people/${zed.id}/lead-ratings/git/reply`, { text: 'I see it in another way.' })
    },
    action: 'rating.replied',
    without: 'what the person says stands beside the rating, and is in no trail',
  },
  'put /retention': {
    run: ({ admin }) => admin.put('/retention', { leavers_ratings: 60, rating_history: 730, audit: 400, reads: 400 }, seen(1)),
    action: 'retention.changed',
  },
  'put /notice': { run: ({ admin }) => admin.put('/notice', { text: 'What is recorded.' }, seen(1)), action: 'notice.changed' },
  'post /me/notice': {
    run: async ({ lea }) => lea.post('/me/notice', { version: (await lea.get('/notice')).body.version }),
    action: 'notice.read',
    without: 'a version was read, nothing changed',
  },
  'post /audit/exports/csv': {
    run: ({ admin }) => admin.post('/audit/exports/csv', { action: 'team.' }),
    action: 'audit.exported',
    without: 'an export changes nothing',
  },
  'post /audit/exports/jsonl': {
    run: ({ admin }) => admin.post('/audit/exports/jsonl', { action: 'team.' }),
    action: 'audit.exported',
    without: 'an export changes nothing',
  },
}

const newcomer = async (world: Busy) => signedIn(world, (await world.join({ name: newName() })).email)

/** Someone new who has an authenticator app. */
async function withApp(world: Busy) {
  const { id, email } = await world.join({ name: newName() })
  return { id, email, browser: await addApp(await signedIn(world, email)) }
}

const passkeyOf = async (browser: TestBrowser): Promise<string> => (await browser.get('/me/second-factor')).body.passkeys[0].id

/** Why these write no event here. What they do write has a test of its own below, where there is something. */
const notHere: Record<string, string> = {
  'post /imports/people/previews': 'changes nothing',
  'patch /people/{personId}/assessment/draft': 'a draft is its author’s alone, so nobody is told of it',
  'post /sessions/passkey-challenge': 'a question, of which nothing comes until it is answered',
  'post /me/proof/passkey-challenge': 'a question, of which nothing comes until it is answered',
  'post /me/passkeys/challenge': 'a question, of which nothing comes until it is answered',
  'post /me/authenticator-app': 'a secret that counts for nothing until a code of it is given',
  'post /providers/{providerId}/sign-in': 'leads to the provider; what comes back from there writes its own events',
  'delete /me/providers/{linkId}': 'takes a provider that answers: its tests walk it',
  'post /password-resets': 'answers alike whether there is such an account, so it writes nothing; setting the password does',
  'post /password-resets/{secret}': 'takes a server that sends mail: its tests walk it',
  'post /email-confirmations/{secret}': 'takes a server that sends mail: its tests walk it',
  'post /setup/organisation': 'begins the organisation: see below',
  'post /demo': 'begins the demo: see below',
  'post /demo/visits': 'belongs to the demo: see below',
  'delete /demo': 'takes the demo with its trail',
}

const unsafe = features.flatMap(({ routes }) => routes).filter(({ route }) => route.method !== 'get')

test('every route that changes something is called below, or has a reason why it writes no event', () => {
  const names = unsafe.map(({ route }) => `${route.method} ${route.path}`)
  expect(names.filter((name) => !(name in calls) && !(name in notHere))).toEqual([])
  expect([...Object.keys(calls), ...Object.keys(notHere)].filter((name) => !names.includes(name))).toEqual([])
})

test('each change writes an event of its organisation: who, by what, and what was before and after', { timeout: 180_000 }, async () => {
  const world = await busyWorld()
  const other = await world.otherOrganisation()
  const theirs = await eventsOf(other)
  const flaws: string[] = []
  for (const [name, { run, action, without }] of Object.entries(calls)) {
    const old = new Set((await eventsOf(world.admin)).map(({ id }) => id))
    const answer = await run(world)
    expect([name, answer.status, answer.status < 300 ? '' : answer.text]).toEqual([name, answer.status, ''])
    const fresh = (await eventsOf(world.admin)).filter(({ id }) => !old.has(id))
    const event = fresh.find((one) => one.action === action)
    if (event === undefined) flaws.push(`${name} writes ${fresh.map((one) => one.action).join(', ') || 'nothing'}`)
    else if (event.accountId === null || event.means === 'server') flaws.push(`${name} does not say who and by what`)
    else if (without === undefined && !('before' in event.detail && 'after' in event.detail)) flaws.push(`${name}: no before and after`)
    else if (JSON.stringify(event.detail['before']) === JSON.stringify(event.detail['after']) && without === undefined)
      flaws.push(`${name}: before is after`)
  }
  expect(flaws).toEqual([])
  expect(await eventsOf(other)).toEqual(theirs)
})

test('names and addresses stand in the before and after of a person’s events alone, and levels in none', async () => {
  const world = await busyWorld()
  for (const { run } of Object.values(calls)) await run(world)
  const events = await eventsOf(world.admin)
  expect(events.length).toBeGreaterThan(40)
  const personal = /Mia|Lea |Lou|Ivo|Nia|@example/
  const outside = events.map(({ action, subject, detail: { before, after, ...rest } }) =>
    action.startsWith('person.') ? { action, subject, rest } : { action, subject, rest, before, after },
  )
  expect(outside.filter((event) => personal.test(JSON.stringify(event)))).toEqual([])
  const rated = events.filter(({ action }) => /^(rating|assessment)\./.test(action))
  expect(rated.length).toBe(3)
  expect(JSON.stringify(rated)).not.toContain('level')
})

test('an import writes each team and person that it added or changed', async () => {
  const { admin, team } = await startedWorld()
  await team('Platform')
  const before = csv('Oz,oz@example.net,Platform,DevOps Engineer,mid,')
  expect((await admin.post('/imports/people', { text: before })).status).toBe(201)
  const text = csv('Oz,oz@example.net,Platform,DevOps Engineer,senior,yes', 'Pia,pia@example.net,New team,DevOps Engineer,mid,')
  expect((await admin.post('/imports/people', { text })).status).toBe(201)
  const events = await eventsOf(admin, '&action=person.')
  const told = events.filter(({ action }) => action !== 'person.joined').map(({ action, detail }) => [action, detail])
  const oz = { name: 'Oz', email: 'oz@example.net', roleId: 'devops-engineer' }
  expect(told).toEqual(
    expect.arrayContaining([
      [
        'person.changed',
        {
          by: 'import',
          before: expect.objectContaining({ ...oz, seniority: 'mid', lead: false }),
          after: expect.objectContaining({ ...oz, seniority: 'senior', lead: true }),
        },
      ],
      ['person.added', { by: 'import', before: null, after: expect.objectContaining({ name: 'Pia' }) }],
    ]),
  )
  expect((await eventsOf(admin, '&action=team.added')).map(({ detail }) => detail)).toContainEqual({
    before: null,
    after: { name: 'New team', parentId: null, leads: [] },
  })
})

test('the first run, and accepting an invitation, say who by which link', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  const events = await eventsOf(world.admin)
  const { accountId } = (await world.admin.get('/me')).body
  expect(events.find(({ action }) => action === 'organisation.started')).toMatchObject({
    means: 'link',
    accountId,
    subject: `organisation:${world.organisationId}`,
    detail: { before: null, after: { name: 'Acme', frameworkVersion: '2026.1' } },
  })
  const joined = events.filter(({ subject }) => subject === `person:${mia.id}`).map(({ action, means }) => [action, means])
  expect(joined).toEqual([
    ['person.joined', 'link'],
    ['person.invited', 'session'],
    ['person.added', 'session'],
  ])
})

test('building the demo and visiting it stand in its own trail', { timeout: 180_000 }, async () => {
  const world = await demoWorld()
  await world.build()
  const admin = await world.visit('admin')
  const events = [...(await eventsOf(admin, '&action=demo.')), ...(await eventsOf(admin, '&action=session.opened'))]
  expect(events.map(({ action, means, detail }) => [action, means, detail])).toEqual([
    ['demo.built', 'link', { before: null, after: { name: 'Meridian Freight (demo)', frameworkVersion: '2026.1' } }],
    ['session.opened', 'sign-in', { method: 'visit', secondFactor: false }],
  ])
})

/** Once what is written after an answer is written. */
const signInEvents = async (world: World) => {
  await world.auth.settled()
  const events = [...(await eventsOf(world.admin, '&action=sign_in.')), ...(await eventsOf(world.admin, '&action=session.opened'))]
  return events.map(({ action, means, detail }) => [action, means, detail] as const)
}

test('wrong passwords for an account and its lock-out are written, without an address; unknown accounts leave nothing', async () => {
  const world = await startedWorld()
  const fail = (email: string) => world.nobody.post('/sessions', { email, password: 'not the right one' })
  expect((await fail('nobody@example.org')).status).toBe(401)
  for (let count = 0; count < 6; count++) await fail('ada@example.org')
  const told = await signInEvents(world)
  const failed = ['sign_in.failed', 'sign-in', { method: 'password' }]
  const locked = ['sign_in.locked_out', 'sign-in', { method: 'password', until: expect.any(String) }]
  expect(told.filter(([action]) => action.startsWith('sign_in.'))).toEqual([locked, failed, failed, failed, failed])
  expect(told.filter(([action]) => action === 'session.opened')).toEqual([
    ['session.opened', 'sign-in', { method: 'password', secondFactor: false }],
  ])
  const { events } = (await world.admin.get('/audit?action=sign_in.')).body
  expect(JSON.stringify(events)).not.toMatch(/example\.org|203\.0\.113/)
  const { accountId } = (await world.admin.get('/me')).body
  expect(new Set(events.map(({ subject }: Event) => subject))).toEqual(new Set([`account:${accountId}`]))
  expect(events.every(({ person }: { person: unknown }) => person === null)).toBe(true)
})

test('a session is noted in each organisation that its account belongs to, and in no other', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  const other = await world.otherOrganisation()
  const { body: twin } = await other.post('/people', { name: 'Mia Member', email: mia.email })
  const { secret } = (await other.post(`/people/${twin.id}/invitation`)).body
  expect((await world.nobody.post(`/invitations/${secret}`, { password: testPassword })).status).toBe(201)
  const opened = async (admin: Caller) => (await eventsOf(admin, '&action=session.opened')).length
  const [ours, theirs] = [await opened(world.admin), await opened(other)]
  await world.signIn(mia.email)
  expect([await opened(world.admin), await opened(other)]).toEqual([ours + 1, theirs + 1])
  await world.signIn('ada@example.org')
  expect([await opened(world.admin), await opened(other)]).toEqual([ours + 2, theirs + 1])
})

test('a change that fails after its event leaves none', async () => {
  const world = await startedWorld()
  await world.team('Platform')
  const before = await eventsOf(world.admin)
  expect((await world.admin.post('/teams', { name: 'platform' })).status).toBe(409)
  expect((await world.admin.patch('/organisation', { name: 'Late' }, seen(9))).status).toBe(412)
  expect(await eventsOf(world.admin)).toEqual(before)
})

test('a hiring report taken as a file is an event with its filter and rows', async () => {
  const { lea, admin, teamId } = await busyWorld()
  const { id } = (await lea.post('/hiring/reports', { teams: [teamId] })).body
  const file = await lea.get(`/hiring/reports/${id}/csv`)
  expect(file.status).toBe(200)
  const [event] = await eventsOf(admin, '&action=hiring.report_exported')
  expect(event).toMatchObject({
    subject: `report:${id}`,
    detail: { format: 'csv', filter: { teams: [teamId] }, rows: file.text.trimEnd().split('\r\n').length - 1 },
  })
})

test('a reset password says that it was by link', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  const { secret } = (await world.admin.post(`/people/${mia.id}/password-reset`)).body
  await world.nobody.post(`/invitations/${secret}`, { password: 'another long test password' })
  expect(await eventsOf(world.admin, '&action=password.reset')).toMatchObject([{ means: 'link', detail: { link: 'reset' } }])
})

test('publishing says which version was before and after', async () => {
  const { admin } = await startedWorld()
  const version = await publishWith(admin, [{ change: 'rename', name: 'Mine' }])
  expect(await eventsOf(admin, '&action=framework.published')).toMatchObject([{ detail: { before: '2026.1', after: version } }])
})

test('an empty server has no trail to fill', async () => {
  const world = await emptyWorld()
  expect((await world.nobody.post('/sessions', { email: 'ada@example.org', password: 'not the right one' })).status).toBe(401)
  await world.auth.settled()
  expect(await world.ownerSql`select count(*)::int as rows from sign_in_tries`).toEqual([{ rows: 2 }])
})

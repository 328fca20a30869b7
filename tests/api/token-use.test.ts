import { expect, test, vi } from 'vitest'
import { actorOfToken } from '@plumbline/server/access/token-holder.ts'
import { newTokenSecret } from '@plumbline/server/access/token-secret.ts'
import { checkLevels } from '@plumbline/server/check-levels.ts'
import { allScopes } from '@plumbline/shared/access/token-scopes.ts'
import { newToken, tokenOf, withToken } from '../support/token.ts'
import { startedWorld, testPassword } from '../support/world.ts'
import type { Answer, Caller, World } from '../support/world.ts'

const missing = '01980000-0000-7000-8000-000000000000'

const asOrganisation = (world: World, sql: string) =>
  world.ownerSql.begin(async (tx) => {
    await tx`select set_config('plumbline.org', ${world.organisationId}, true)`
    return tx.unsafe(sql)
  })

/** The one answer of all tokens that do not work. */
const doesNotWork = {
  challenge: 'Bearer error="invalid_token"',
  body: {
    type: '/api/docs#unauthenticated',
    title: 'Not signed in',
    status: 401,
    code: 'unauthenticated',
    detail: 'This token does not work: it is mistyped, expired or revoked. Make a new one under Tokens.',
  },
}
const saidOf = ({ body, headers }: Answer) => ({ challenge: headers.get('www-authenticate'), body: body as unknown })

const lead = (world: World, teamId: string, leads: string[], version: number) =>
  world.admin.patch(`/teams/${teamId}`, { leads: leads.map((id) => ({ id })) }, { 'if-match': `"${version}"` })

async function rate(person: Caller & { id: string }): Promise<void> {
  await person.patch(`/people/${person.id}/assessment/draft`, { answers: { git: { level: 3 } } }, { 'if-match': '"0"' })
  const submitted = await person.post(`/people/${person.id}/assessments`, { draftVersion: 1 })
  if (submitted.status !== 201) throw new Error(submitted.text)
}

async function ratedTeam() {
  const world = await startedWorld()
  const teamId = await world.team('Platform')
  const mia = await world.join({ name: 'Mia Member', teamId, roleId: 'platform-engineer' })
  const lea = await world.join({ name: 'Lea Lead' })
  await lead(world, teamId, [lea.id], 1)
  await rate(mia)
  return { world, teamId, mia, lea, cell: `/people/${mia.id}/skills/git` }
}

test('an expired token is refused', async () => {
  const world = await startedWorld()
  const token = await tokenOf(world, world.admin, ['teams:read'])
  expect((await token.get('/teams')).status).toBe(200)
  await asOrganisation(world, `update tokens set created_at = now() - interval '2 days', expires_at = now()`)
  expect(saidOf(await token.get('/teams'))).toEqual(doesNotWork)
})

test('a token that is revoked between two requests is refused at the second', async () => {
  const world = await startedWorld()
  const token = await tokenOf(world, world.admin, ['teams:read'])
  expect((await token.get('/teams')).status).toBe(200)
  expect((await world.admin.delete(`/tokens/${token.id}`)).status).toBe(200)
  expect(saidOf(await token.get('/teams'))).toEqual(doesNotWork)
  expect((await world.admin.delete(`/tokens/${token.id}`)).status).toBe(404)
})

test('a mistyped, shortened or doubled token is refused without asking the database', async () => {
  const world = await startedWorld()
  const { secret } = await tokenOf(world, world.admin, ['teams:read'])
  const asked = vi.spyOn(world.database, 'withTx')
  const swapped = secret.slice(0, -1) + (secret.endsWith('a') ? 'b' : 'a')
  for (const wrong of [swapped, secret.slice(0, -1), `${secret}x`, `${secret}, Bearer ${secret}`, secret.toLowerCase(), 'plumb_pat_'])
    expect(saidOf(await withToken(world, wrong).get('/teams'))).toEqual(doesNotWork)
  expect(asked).not.toHaveBeenCalled()
})

test('an unknown token with a right checksum is refused in the same words', async () => {
  const world = await startedWorld()
  for (const kind of ['personal', 'organisation'] as const)
    expect(saidOf(await withToken(world, newTokenSecret(kind)).get('/teams'))).toEqual(doesNotWork)
})

test('guessing tokens makes the address wait, but neither tokens that work nor sign-in', async () => {
  const world = await startedWorld()
  const token = await tokenOf(world, world.admin, ['teams:read'])
  const guess = (peer?: string) => withToken(world, newTokenSecret('personal'), peer === undefined ? {} : { peer }).get('/teams')
  const first = await Promise.all(Array.from({ length: 50 }, () => guess()))
  expect(new Set(first.map(({ status }) => status))).toEqual(new Set([401]))
  const refused = await guess()
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '900'])
  expect(saidOf(await guess('203.0.113.77'))).toEqual(doesNotWork)
  expect((await token.get('/teams')).status).toBe(200)
  expect((await world.nobody.post('/sessions', { email: 'ada@example.org', password: testPassword })).status).toBe(201)
})

test('an expired or revoked token that goes on asking is no guess', async () => {
  const world = await startedWorld()
  const token = await tokenOf(world, world.admin, ['teams:read'])
  await world.admin.delete(`/tokens/${token.id}`)
  await token.get('/teams')
  expect(await world.ownerSql`select subject from sign_in_tries where subject like 'token %'`).toHaveLength(0)
})

test('a route outside its scopes is refused with the scope by name, and that is in the trail with the token as means', async () => {
  const world = await startedWorld()
  const token = await tokenOf(world, world.admin, ['teams:read'])
  const refused = await token.get(`/people/${missing}`)
  expect(refused.status).toBe(403)
  expect(refused.body.detail).toBe('This token may not do that: it needs the scope people:read. Make one that has it.')
  expect(refused.headers.get('www-authenticate')).toBe('Bearer error="insufficient_scope", scope="people:read"')
  const [event] = (await world.admin.get('/audit?action=refused')).body.events
  expect(event).toMatchObject({
    means: `token:${token.id}`,
    subject: 'route:GET /people/{personId}',
    person: { name: 'Ada Admin' },
    detail: { reason: refused.body.detail },
  })
})

test('the scope is looked at before what was sent', async () => {
  const world = await startedWorld()
  const token = await tokenOf(world, world.admin, ['teams:read'])
  expect((await token.post('/people', { nonsense: true })).status).toBe(403)
  expect((await token.post('/people', { name: 'x'.repeat(400_000) })).status).toBe(403)
})

test('a refusal by its owner’s rights is in the trail with the token as means', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  const leo = await world.join({ name: 'Leo Other' })
  const token = await tokenOf(world, mia, ['ratings:read'])
  expect((await token.get(`/people/${leo.id}/skills/git`)).status).toBe(404)
  const [event] = (await world.admin.get('/audit?action=refused')).body.events
  expect(event).toMatchObject({ means: `token:${token.id}`, person: { name: 'Mia Member' } })
})

test('a token of the organisation whose maker has left works on, and its refusals are in the trail, too', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  await asOrganisation(world, `update memberships set role = 'admin' where person_id = '${mia.id}'`)
  const token = await tokenOf(world, mia, ['teams:write'], '/organisation/tokens')
  await asOrganisation(world, `delete from memberships where person_id = '${mia.id}'`)
  expect((await token.post('/teams', { name: 'Platform' }, { 'idempotency-key': 'one-key-for-this' })).status).toBe(201)
  expect((await token.get('/people')).status).toBe(403)
  const [event] = (await world.admin.get('/audit?action=refused')).body.events
  expect(event).toMatchObject({ means: `token:${token.id}`, person: null })
})

test('a token cannot make, see or revoke tokens, whatever its scopes', async () => {
  const world = await startedWorld()
  const token = await tokenOf(world, world.admin, allScopes)
  const answers = [
    await token.post('/tokens', newToken(['teams:read'])),
    await token.post('/organisation/tokens', newToken(['teams:read'])),
    await token.get('/tokens'),
    await token.get('/organisation/tokens'),
    await token.get('/organisation/personal-tokens'),
    await token.delete(`/tokens/${token.id}`),
    await token.delete(`/organisation/tokens/${token.id}`),
  ]
  expect(answers.map(({ status, body }) => [status, body.detail])).toEqual(
    answers.map(() => [403, 'This is for people who are signed in: no token may do it.']),
  )
})

test('a token cannot touch sign-in: sessions, passwords, invitations', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  const added = await world.admin.post('/people', { name: 'Nora New', email: 'nora@example.org' })
  const token = await tokenOf(world, world.admin, allScopes)
  const answers = [
    await token.get('/sessions'),
    await token.delete('/sessions'),
    await token.delete(`/sessions/${missing}`),
    await token.put('/me/password', { oldPassword: testPassword, password: 'another long password' }),
    await token.post(`/people/${added.body.id}/invitation`),
    await token.post(`/people/${mia.id}/password-reset`),
  ]
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403))
  expect((await world.admin.get('/sessions')).body.sessions).toHaveLength(1)
})

test('a token does not name leads: that gives people the ratings of others', async () => {
  const world = await startedWorld()
  const teamId = await world.team('Platform')
  const mia = await world.join({ name: 'Mia Member' })
  const token = await tokenOf(world, world.admin, ['teams:write'])
  const refused = await token.patch(`/teams/${teamId}`, { leads: [{ id: mia.id }] }, { 'if-match': '"1"' })
  expect([refused.status, refused.body.detail]).toEqual([
    403,
    'Leads see the ratings of their people, so they are named by someone who is signed in, not by a token.',
  ])
  expect((await token.patch(`/teams/${teamId}`, { name: 'Runtime' }, { 'if-match': '"1"' })).status).toBe(200)
})

test('with a token and another’s cookie the token counts', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  const { secret } = await tokenOf(world, mia, ['organisation:read', 'people:read'])
  const cookie = world.cookieOf(await world.nobody.post('/sessions', { email: 'ada@example.org', password: testPassword }))
  expect((await world.caller(cookie).get('/me')).body.role).toBe('admin')
  const both = withToken(world, secret, { cookie })
  expect((await both.get('/me')).body).toMatchObject({ role: 'member', person: { name: 'Mia Member' } })
  expect((await both.post('/teams', { name: 'Mine' })).status).toBe(403)
  expect((await both.get('/sessions')).status).toBe(403)
})

test('with a token that does not work a cookie is no way in', async () => {
  const world = await startedWorld()
  const cookie = world.cookieOf(await world.nobody.post('/sessions', { email: 'ada@example.org', password: testPassword }))
  expect(saidOf(await withToken(world, newTokenSecret('personal'), { cookie }).get('/me'))).toEqual(doesNotWork)
})

test('a header of a proxy’s own leaves the cookie as it is', async () => {
  const world = await startedWorld()
  expect((await world.admin.get('/me', { authorization: 'Basic cHJveHk6c2VjcmV0' })).status).toBe(200)
})

test('a token in the address, in a cookie or in a body is never read', async () => {
  const world = await startedWorld()
  const { secret } = await tokenOf(world, world.admin, ['people:read', 'people:write'])
  const answers = [
    await world.nobody.get(`/people?access_token=${secret}`),
    await world.nobody.get(`/people?token=${secret}`),
    await world.caller(`plumbline.session_token=${secret}`).get('/people'),
    await world.nobody.post('/people', { name: 'Nora', email: 'nora@example.org', token: secret }),
    await world.nobody.get('/people', { 'x-api-key': secret }),
    await world.nobody.get('/people', { authorization: secret }),
    await world.nobody.get('/people', { authorization: `Basic ${btoa(`token:${secret}`)}` }),
  ]
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 401))
})

test('a token opens no session: no answer to it sets a cookie, and it fixes none that is sent along', async () => {
  const world = await startedWorld()
  const { secret } = await tokenOf(world, world.admin, ['organisation:read', 'teams:write'])
  const caller = withToken(world, secret, { cookie: 'plumbline.session_token=chosen-by-someone' })
  for (const answer of [await caller.get('/me'), await caller.post('/teams', { name: 'Platform' }), await caller.get('/people')])
    expect(answer.headers.getSetCookie()).toEqual([])
  expect((await world.caller('plumbline.session_token=chosen-by-someone').get('/me')).status).toBe(401)
})

test('another site’s page is refused with a token as well', async () => {
  const world = await startedWorld()
  const token = await tokenOf(world, world.admin, ['teams:write'])
  const refused = await token.post('/teams', { name: 'Platform' }, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })
  expect(refused.status).toBe(403)
  expect((await world.admin.get('/teams')).body.teams).toEqual([])
})

test('a token of another organisation finds nothing here, as if it were not there', async () => {
  const { world, mia, cell, teamId } = await ratedTeam()
  const other = await world.otherOrganisation()
  const token = await tokenOf(world, other, allScopes)
  const missingCell = cell.replace(mia.id, missing)
  for (const [here, nowhere] of [
    [`/people/${mia.id}`, `/people/${missing}`],
    [cell, missingCell],
    [`/teams/${teamId}/heatmap`, `/teams/${missing}/heatmap`],
  ] as const) {
    const refused = await token.get(here)
    expect([refused.status, refused.text]).toEqual([404, (await token.get(nowhere)).text])
  }
  const theirs = await tokenOf(world, world.admin, ['teams:read'])
  for (const path of [`/tokens/${theirs.id}`, `/organisation/tokens/${theirs.id}`]) expect((await other.delete(path)).status).toBe(404)
  expect((await theirs.get('/teams')).status).toBe(200)
})

test('a token acts in the organisation that it was made in, whichever its owner joined first', async () => {
  const world = await startedWorld()
  const token = await tokenOf(world, world.admin, ['organisation:read'])
  const other = await world.otherOrganisation()
  const otherId = (await other.get('/me')).body.organisation.id as string
  const me = (await token.get('/me')).body
  await world.ownerSql.begin(async (tx) => {
    await tx`select set_config('plumbline.org', ${otherId}, true)`
    await tx`insert into memberships (account_id, role, created_at) values (${me.accountId}, 'viewer', now() - interval '1 year')`
  })
  expect((await world.admin.get('/me')).body.organisation.id).toBe(otherId)
  expect((await token.get('/me')).body).toMatchObject({ role: 'admin', organisation: { id: world.organisationId } })
})

test('a token whose owner lost the lead of a team reads its people no more, from the next request on', async () => {
  const { world, teamId, lea, cell } = await ratedTeam()
  const token = await tokenOf(world, lea, ['ratings:read', 'heatmap:read'])
  expect((await token.get(cell)).body.ratings[0].level).toBe(3)
  expect((await token.get(`/teams/${teamId}/heatmap`)).body.people).toHaveLength(1)
  await lead(world, teamId, [], 2)
  expect((await token.get(cell)).status).toBe(404)
  expect((await token.get(`/teams/${teamId}/heatmap`)).status).toBe(404)
})

test('a token whose owner is no admin any more does no admin’s work, from the next request on', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  await asOrganisation(world, `update memberships set role = 'admin' where person_id = '${mia.id}'`)
  const token = await tokenOf(world, mia, ['teams:write', 'audit:read'])
  expect((await token.post('/teams', { name: 'Platform' })).status).toBe(201)
  await asOrganisation(world, `update memberships set role = 'viewer' where person_id = '${mia.id}'`)
  const refused = await token.post('/teams', { name: 'Another' })
  expect([refused.status, refused.body.detail]).toEqual([403, 'Only an admin may change people, teams and settings.'])
  expect((await token.get('/audit')).status).toBe(403)
})

test('a token whose owner moved to another team answers that team’s checklist and no longer the one before', async () => {
  const world = await startedWorld()
  const [platform, security] = [await world.team('Platform'), await world.team('Security')]
  const mia = await world.join({ name: 'Mia Member', teamId: platform })
  const token = await tokenOf(world, mia, ['evidence:write'])
  const answer = (teamId: string, version: number) =>
    token.put(`/teams/${teamId}/practices/idp-01`, { answer: 'all' }, { 'if-match': `"${version}"` })
  expect([(await answer(platform, 0)).status, (await answer(security, 0)).status]).toEqual([200, 403])
  const { version } = (await world.admin.get(`/people/${mia.id}`)).body
  await world.admin.patch(`/people/${mia.id}`, { teamId: security }, { 'if-match': `"${version}"` })
  expect([(await answer(platform, 1)).status, (await answer(security, 0)).status]).toEqual([403, 200])
})

test('a token ends with its owner’s membership, and does not come back with them', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  const token = await tokenOf(world, mia, ['teams:read'])
  const { version } = (await world.admin.get(`/people/${mia.id}`)).body
  expect((await world.admin.delete(`/people/${mia.id}`, { 'if-match': `"${version}"` })).status).toBe(200)
  expect(saidOf(await token.get('/teams'))).toEqual(doesNotWork)
  await world.join({ name: 'Mia Member' })
  expect(saidOf(await token.get('/teams'))).toEqual(doesNotWork)
})

test('a member’s token with the scope reads their own ratings and nobody else’s', async () => {
  const { world, mia, cell } = await ratedTeam()
  const leo = await world.join({ name: 'Leo Other' })
  expect((await (await tokenOf(world, mia, ['ratings:read'])).get(cell)).body.ratings[0].level).toBe(3)
  expect((await (await tokenOf(world, leo, ['ratings:read'])).get(cell)).status).toBe(404)
})

test('an admin’s token without the scope reads no rating, neither by name nor through a checklist', async () => {
  const { world, teamId, cell } = await ratedTeam()
  const token = await tokenOf(
    world,
    world.admin,
    allScopes.filter((scope) => scope !== 'ratings:read'),
  )
  expect((await token.get(cell)).status).toBe(403)
  const checklist = await token.get(`/teams/${teamId}/practices`)
  expect(checklist.body).toMatchObject({
    blocked: [],
    unblocking: [],
    shortagesHiddenBecause: 'The heatmap names people, so it is for the team’s leads and admins.',
  })
})

test('a token of the organisation reads neither a heatmap nor anything else of single people’s levels', async () => {
  const { world, teamId, cell } = await ratedTeam()
  const harmless = allScopes.filter((scope) => !/^(ratings|heatmap|overview|hiring|audit):/.test(scope))
  const token = await tokenOf(world, world.admin, harmless, '/organisation/tokens')
  const paths = [
    cell,
    `/teams/${teamId}/heatmap`,
    `/teams/${teamId}/trend`,
    '/organisation/overview',
    `/hiring/gaps?team=${teamId}`,
    '/audit',
  ]
  for (const path of paths) expect([path, (await token.get(path)).status]).toEqual([path, 403])
  expect((await token.get(`/teams/${teamId}/practices`)).body.shortagesHiddenBecause).not.toBeNull()
  expect((await token.get('/me')).body).toMatchObject({ role: 'admin', person: null })
})

test('the database itself shows no rating to a token whose route says nothing of single people’s levels, nor to any of the organisation', async () => {
  const { world } = await ratedTeam()
  const accountId = (await world.admin.get('/me')).body.accountId as string
  const holder = { id: missing, orgId: world.organisationId, accountId, scopes: allScopes, purpose: 'staffing' } as const
  const seen = (kind: 'personal' | 'organisation', scope: 'people:read' | 'heatmap:read') =>
    world.database.withTx({ accountId }, { readOnly: true }, async (tx) => {
      await actorOfToken(tx, { ...holder, kind }, scope)
      const { rows } = await tx.execute<{ all: number }>(
        'select ((select count(*) from ratings) + (select count(*) from person_levels) + (select count(*) from team_counts))::int as all',
      )
      return rows[0]?.all
    })
  expect(await seen('personal', 'heatmap:read')).toBeGreaterThan(1)
  expect(await seen('personal', 'people:read')).toBe(0)
  expect(await seen('organisation', 'people:read')).toBe(0)
  expect(await seen('organisation', 'heatmap:read')).toBe(0)
})

test('people that a token adds, moves, imports and removes leave every kept number right', async () => {
  const { world, mia, teamId } = await ratedTeam()
  const token = await tokenOf(world, world.admin, ['people:write', 'people:remove', 'people:read', 'teams:write'], '/organisation/tokens')
  const security = (await token.post('/teams', { name: 'Security' })).body.id as string
  const added = await token.post('/people', { name: 'Nora', email: 'nora@example.org', teamId, roleId: 'platform-engineer' })
  expect(added.status).toBe(201)
  const { version } = (await token.get(`/people/${mia.id}`)).body
  const moved = await token.patch(`/people/${mia.id}`, { teamId: security }, { 'if-match': `"${version}"` })
  expect(moved.status).toBe(200)
  const text = 'name,email,team,role\nIda,ida@example.org,Security,DevOps Engineer'
  expect((await token.post('/imports/people', { text })).status).toBe(201)
  expect(await checkLevels(world.connection)).toEqual([])
  expect((await token.delete(`/people/${mia.id}`, { 'if-match': `"${moved.body.version}"` })).status).toBe(200)
  expect(await checkLevels(world.connection)).toEqual([])
  const left = await asOrganisation(
    world,
    `select set_config('plumbline.reach', 'organisation', true); select count(*)::int as n from ratings`,
  )
  expect(JSON.stringify(left)).toContain('{"n":0}')
})

test('before anyone is signed in a token is not looked at', async () => {
  const world = await startedWorld()
  const { secret } = await tokenOf(world, world.admin, allScopes)
  const signIn = await withToken(world, secret).post('/sessions', { email: 'ada@example.org', password: 'not the right one' })
  expect([signIn.status, signIn.body.detail]).toEqual([401, 'E-mail address or password is not right.'])
  expect((await withToken(world, newTokenSecret('personal')).get('/setup')).status).toBe(200)
})

test('a password that is reset by link ends the tokens of the account; one that its owner changes does not', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  const token = await tokenOf(world, mia, ['teams:read'])
  const other = await tokenOf(world, world.admin, ['teams:read'])
  const changed = await mia.put('/me/password', { oldPassword: testPassword, password: 'another long password' })
  expect([changed.status, (await token.get('/teams')).status]).toEqual([200, 200])
  const { secret } = (await world.admin.post(`/people/${mia.id}/password-reset`)).body
  expect((await token.get('/teams')).status).toBe(200)
  expect((await world.nobody.post(`/invitations/${secret}`, { password: 'a third long password' })).status).toBe(201)
  expect(saidOf(await token.get('/teams'))).toEqual(doesNotWork)
  expect((await other.get('/teams')).status).toBe(200)
  const [event] = (await world.admin.get('/audit?action=password.reset')).body.events
  expect(event.detail).toMatchObject({ revoked: 1 })
})

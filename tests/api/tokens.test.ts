import { expect, test } from 'vitest'
import { newToken, tokenOf, withToken } from '../support/token.ts'
import { startedWorld } from '../support/world.ts'
import type { World } from '../support/world.ts'

const asOrganisation = (world: World, sql: string) =>
  world.ownerSql.begin(async (tx) => {
    await tx`select set_config('plumbline.org', ${world.organisationId}, true)`
    return tx.unsafe(sql)
  })

test('a token is answered once, listed without its secret, and kept as a hash alone', async () => {
  const world = await startedWorld()
  const made = await world.admin.post('/tokens', newToken(['teams:read', 'teams:read', 'people:read']))
  expect(made.status).toBe(201)
  const { secret, token } = made.body
  expect(secret).toMatch(/^plumb_pat_[0-9A-Za-z]{49}$/)
  expect(token).toMatchObject({
    name: 'Nightly',
    scopes: ['teams:read', 'people:read'],
    purpose: 'staffing',
    lastUsedAt: null,
    expiry: 'later',
  })
  expect(Date.parse(token.expiresAt) - Date.parse(token.createdAt)).toBe(30 * 86_400_000)
  const list = await world.admin.get('/tokens')
  expect(list.body).toEqual({ tokens: [token] })
  const held = await asOrganisation(world, 'select t::text as row from tokens t')
  expect(JSON.stringify(held)).not.toContain(secret.slice(10, 30))
  expect(list.text).not.toContain('plumb_pat')
})

test('that a token was made and revoked is in the trail, with its scopes and without its secret', async () => {
  const world = await startedWorld()
  const token = await tokenOf(world, world.admin, ['teams:read'], '/organisation/tokens')
  expect((await world.admin.delete(`/organisation/tokens/${token.id}`)).body).toEqual({ done: true })
  const trail = await world.admin.get('/audit?action=token.')
  expect(trail.body.events).toMatchObject([
    { action: 'token.revoked', subject: `token:${token.id}`, detail: { kind: 'organisation', name: 'Nightly' } },
    { action: 'token.made', subject: `token:${token.id}`, detail: { kind: 'organisation', scopes: ['teams:read'], purpose: 'staffing' } },
  ])
  expect(trail.text).not.toContain(token.secret.slice(10, 30))
})

test('a retried creation makes another token: no secret is kept to be given again', async () => {
  const { admin } = await startedWorld()
  const key = { 'idempotency-key': 'one-key-for-this' }
  const [first, again] = [
    await admin.post('/tokens', newToken(['teams:read']), key),
    await admin.post('/tokens', newToken(['teams:read']), key),
  ]
  expect(again.status).toBe(201)
  expect(again.body.secret).not.toBe(first.body.secret)
})

test('a token needs a name, a scope, a purpose and an end within 366 days', async () => {
  const { admin } = await startedWorld()
  const bad: [Record<string, unknown>, string][] = [
    [newToken([]), '/scopes'],
    [newToken(['teams:read'], { scopes: ['teams:all'] }), '/scopes/0'],
    [newToken(['teams:read'], { name: ' ' }), '/name'],
    [newToken(['teams:read'], { days: 0 }), '/days'],
    [newToken(['teams:read'], { days: 367 }), '/days'],
    [newToken(['teams:read'], { days: undefined }), '/days'],
    [newToken(['teams:read'], { purpose: 'curiosity' }), '/purpose'],
    [newToken(['teams:read'], { expiresAt: '2036-01-01T00:00:00Z' }), ''],
  ]
  for (const path of ['/tokens', '/organisation/tokens'])
    for (const [body, pointer] of bad) {
      const refused = await admin.post(path, body)
      expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([400, pointer])
    }
  expect((await admin.get('/tokens')).body.tokens).toEqual([])
  expect((await admin.post('/tokens', newToken(['teams:read'], { days: 366 }))).status).toBe(201)
})

test('a member makes tokens for what their role may do, and is told at the scope what it may not', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  expect((await mia.post('/tokens', newToken(['people:read', 'ratings:read', 'evidence:write']))).status).toBe(201)
  const refused = await mia.post('/tokens', newToken(['people:read', 'people:write', 'heatmap:read']))
  expect(refused.status).toBe(403)
  expect(refused.body.detail).toBe('A token can do no more than you. Leave out what your role may not do.')
  expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/scopes/1', '/scopes/2'])
})

test('a member neither sees nor makes nor revokes tokens of the organisation', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  const { id } = await tokenOf(world, world.admin, ['teams:read'], '/organisation/tokens')
  const detail = 'Only an admin may see everyone’s tokens and make those of the organisation.'
  const answers = [
    await mia.get('/organisation/tokens'),
    await mia.get('/organisation/personal-tokens'),
    await mia.post('/organisation/tokens', newToken(['teams:read'])),
    await mia.delete(`/organisation/tokens/${id}`),
  ]
  expect(answers.map(({ status, body }) => [status, body.detail])).toEqual(answers.map(() => [403, detail]))
})

test('a token of the organisation is made for nothing that says something of single people’s levels', async () => {
  const world = await startedWorld()
  for (const scope of ['ratings:read', 'heatmap:read', 'overview:read', 'hiring:read', 'hiring:write', 'audit:read'] as const) {
    const refused = await world.admin.post('/organisation/tokens', newToken(['teams:read', scope]))
    expect([scope, refused.status, refused.body.errors]).toEqual([
      scope,
      400,
      [{ in: 'body', pointer: '/scopes/1', detail: 'Only a personal token may do this.' }],
    ])
    const past = asOrganisation(
      world,
      `insert into tokens (id, made_by, name, token_hash, scopes, purpose, expires_at) select '01980000-0000-7000-8000-000000000000', account_id, 'Past',
        repeat('a', 64), '{${scope}}', 'staffing', now() + interval '1 day' from memberships`,
    )
    await expect(past).rejects.toThrow('tokens_of_organisations_read_no_levels')
  }
})

test('someone else’s personal token is not found, neither by another member nor by an admin among their own', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  const leo = await world.join({ name: 'Leo Other' })
  const { id } = await tokenOf(world, mia, ['teams:read'])
  for (const other of [leo, world.admin]) {
    const refused = await other.delete(`/tokens/${id}`)
    expect(refused.status).toBe(404)
    expect(refused.text).toBe((await other.delete('/tokens/01980000-0000-7000-8000-000000000000')).text)
  }
  expect((await mia.get('/tokens')).body.tokens).toHaveLength(1)
})

test('an admin sees whose tokens there are, a page at a time, and revokes any of them', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  const made = []
  for (const scope of ['teams:read', 'people:read', 'framework:read'] as const) made.push(await tokenOf(world, mia, [scope]))
  const first = await world.admin.get('/organisation/personal-tokens?limit=2')
  expect(first.body.tokens.map(({ scopes, owner }: { scopes: string[]; owner: unknown }) => [scopes[0], owner])).toEqual([
    ['framework:read', { name: 'Mia Member' }],
    ['people:read', { name: 'Mia Member' }],
  ])
  const second = await world.admin.get(`/organisation/personal-tokens?limit=2&after=${first.body.next}`)
  expect([second.body.tokens.length, second.body.next]).toEqual([1, null])
  expect(first.text + second.text).not.toContain('plumb_')
  expect((await world.admin.delete(`/organisation/tokens/${made[0]?.id}`)).status).toBe(200)
  expect((await made[0]?.get('/teams'))?.status).toBe(401)
  expect((await made[1]?.get('/people'))?.status).toBe(200)
})

test('the list of the organisation’s tokens says who made each, and whether they are an admin still', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  await asOrganisation(world, `update memberships set role = 'admin' where person_id = '${mia.id}'`)
  const token = await tokenOf(world, mia, ['teams:read'], '/organisation/tokens')
  const makerNow = async () => (await world.admin.get('/organisation/tokens')).body.tokens[0].madeBy
  expect(await makerNow()).toEqual({ name: 'Mia Member', member: true, admin: true })
  await asOrganisation(world, `update memberships set role = 'member' where person_id = '${mia.id}'`)
  expect(await makerNow()).toEqual({ name: 'Mia Member', member: true, admin: false })
  expect((await token.get('/teams')).status).toBe(200)
  const { version } = (await world.admin.get(`/people/${mia.id}`)).body
  expect((await world.admin.delete(`/people/${mia.id}`, { 'if-match': `"${version}"` })).status).toBe(200)
  expect(await makerNow()).toEqual({ name: null, member: false, admin: false })
  expect((await token.get('/teams')).status).toBe(200)
})

test('there are at most 50 tokens at once, however many are made at the same time; revoking one makes room', async () => {
  const world = await startedWorld()
  await asOrganisation(
    world,
    `insert into tokens (id, owner_id, made_by, name, token_hash, scopes, purpose, expires_at)
     select gen_random_uuid(), account_id, account_id, 'Old ' || n, md5(n::text) || md5(n::text), '{teams:read}', 'staffing', now() + interval '1 day'
     from memberships, generate_series(1, 48) n`,
  )
  const answers = await Promise.all(Array.from({ length: 5 }, () => world.admin.post('/tokens', newToken(['teams:read']))))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 409, 409, 409])
  const mine = (await world.admin.get('/tokens')).body.tokens
  expect(mine).toHaveLength(50)
  expect((await world.admin.delete(`/tokens/${mine[0].id}`)).status).toBe(200)
  expect((await world.admin.post('/tokens', newToken(['teams:read']))).status).toBe(201)
  expect((await world.admin.post('/organisation/tokens', newToken(['teams:read']))).status).toBe(201)
})

test('an expired token is listed for a month and marked; one that ends within two weeks as well', async () => {
  const world = await startedWorld()
  for (const days of [1, 60, 61]) await world.admin.post('/tokens', newToken(['teams:read'], { days, name: `Days ${days}` }))
  await asOrganisation(
    world,
    `update tokens set created_at = now() - interval '40 days', expires_at = now() - interval '29 days' where name = 'Days 60';
     update tokens set created_at = now() - interval '40 days', expires_at = now() - interval '31 days' where name = 'Days 61'`,
  )
  const listed = (await world.admin.get('/tokens')).body.tokens
  expect(listed.map(({ name, expiry }: { name: string; expiry: string }) => [name, expiry])).toEqual([
    ['Days 60', 'over'],
    ['Days 1', 'soon'],
  ])
})

test('the use of a token is noted at once, then at most once a minute', async () => {
  const world = await startedWorld()
  const token = await tokenOf(world, world.admin, ['teams:read'])
  const lastUse = async () => (await world.admin.get('/tokens')).body.tokens[0].lastUsedAt as string
  await token.get('/teams')
  const first = await lastUse()
  expect(Date.parse(first)).toBeGreaterThan(0)
  await token.get('/teams')
  expect(await lastUse()).toBe(first)
  await asOrganisation(world, `update tokens set last_used_at = now() - interval '61 seconds'`)
  await Promise.all([token.get('/teams'), token.get('/teams'), token.get('/teams')])
  expect(Date.parse(await lastUse())).toBeGreaterThanOrEqual(Date.parse(first))
})

test('what a token does is in the trail with the token as its means', async () => {
  const world = await startedWorld()
  const token = await tokenOf(world, world.admin, ['teams:write'])
  expect((await token.post('/teams', { name: 'Platform' })).status).toBe(201)
  const [event] = (await world.admin.get('/audit?action=team.added')).body.events
  expect(event).toMatchObject({ means: `token:${token.id}`, person: { name: 'Ada Admin' } })
})

test('the secret stands neither in a list, nor in the trail, nor behind an idempotency key', async () => {
  const world = await startedWorld()
  const { secret } = (await world.admin.post('/tokens', newToken(['teams:write']), { 'idempotency-key': 'one-key-for-this' })).body
  await withToken(world, secret).post('/teams', { name: 'Platform' }, { 'idempotency-key': 'another-key-here' })
  const everything = await asOrganisation(
    world,
    `select (select json_agg(k)::text from idempotency_keys k) || (select json_agg(e)::text from audit_events e) || (select json_agg(t)::text from tokens t) as all`,
  )
  expect(JSON.stringify(everything)).not.toContain(secret.slice(10, 40))
})

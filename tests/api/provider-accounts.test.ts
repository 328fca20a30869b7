import { expect, test } from 'vitest'
import { fakeProvider } from '../support/fake-provider.ts'
import { auditOf, joinedBy, rightReturn, throughProvider } from '../support/linked.ts'
import { begin, comeBack, problemOf, providerWorld } from '../support/provider-world.ts'
import { testPassword } from '../support/world.ts'
import type { Caller, World } from '../support/world.ts'

const ada = 'ada@example.org'
const roles = { claim: 'groups', admin: ['owners'], viewer: ['auditors'] }

async function ready(more: object = {}) {
  const provider = await fakeProvider()
  const world = await providerWorld([{ ...provider.settings, ...more }])
  return { provider, world }
}

const cookieOf = async (world: World, email = ada) =>
  world.cookieOf(await world.nobody.post('/sessions', { email, password: testPassword }))
const invite = async (world: World, email: string, by: Caller = world.admin) => {
  const { id } = (await by.post('/people', { name: 'Nia New', email })).body
  return (await by.post(`/people/${id}/invitation`)).body.secret as string
}
const roleOf = async (caller: Caller) => (await caller.get('/me')).body.role

test('someone accepts their invitation with the provider and signs in with it from then on', async () => {
  const { provider, world } = await ready()
  const pia = await joinedBy(world, provider, 'pia')
  expect((await pia.get('/me')).body).toMatchObject({ role: 'member', person: { id: pia.id } })
  const { session } = await throughProvider(world, provider, 'pia')
  expect((await world.caller(session).get('/me')).body.person.id).toBe(pia.id)
  expect(await auditOf(world, 'provider.%')).toEqual([
    { action: 'provider.linked', means: 'provider:corp', detail: { provider: 'corp', invitation: true } },
  ])
})

test('an account that was made by a provider has no password to sign in with', async () => {
  const { provider, world } = await ready()
  const { email } = await joinedBy(world, provider, 'pia')
  for (const password of ['', ' ', testPassword, 'null'].filter((one) => one !== ''))
    expect((await world.nobody.post('/sessions', { email, password })).status).toBe(401)
})

test('an unknown subject is told what to do, and no account is made', async () => {
  const { provider, world } = await ready()
  expect(problemOf(await throughProvider(world, provider, 'stranger'))).toEqual({ problem: 'unknown_account', session: '' })
  const [row] = await world.ownerSql`select count(*)::int as accounts from accounts`
  expect(row).toEqual({ accounts: 1 })
})

test('the provider’s e-mail address lets nobody into another’s account, verified or not (takeover)', async () => {
  const { provider, world } = await ready()
  for (const email_verified of [true, false, 'true'])
    expect(problemOf(await throughProvider(world, provider, 'mallory', { wish: { claims: { email: ada, email_verified } } }))).toEqual({
      problem: 'unknown_account',
      session: '',
    })
})

test('an invitation to an address that has an account cannot be accepted by a provider (takeover by an admin elsewhere)', async () => {
  const { provider, world } = await ready()
  const other = await world.otherOrganisation()
  const secret = await invite(world, ada, other)
  const landed = await throughProvider(world, provider, 'mallory', { invitation: secret })
  expect(landed).toEqual({ status: 303, to: '/join?problem=has_account', session: '' })
  expect(problemOf(await throughProvider(world, provider, 'mallory'))).toMatchObject({ problem: 'unknown_account' })
  expect((await world.nobody.get(`/invitations/${secret}`)).status).toBe(200)
})

test('an e-mail address that changes at the provider keeps the account: it is known by issuer and subject', async () => {
  const { provider, world } = await ready()
  const pia = await joinedBy(world, provider, 'pia')
  const wish = { claims: { email: 'pia.married@example.org', email_verified: true } }
  const { session } = await throughProvider(world, provider, 'pia', { wish })
  expect((await world.caller(session).get('/me')).body.person.id).toBe(pia.id)
})

test('the same subject of another issuer is somebody else', async () => {
  const [corp, other] = [await fakeProvider('corp'), await fakeProvider('other')]
  const world = await providerWorld([corp.settings, other.settings])
  await joinedBy(world, corp, 'pia')
  expect(problemOf(await throughProvider(world, other, 'pia'))).toEqual({ problem: 'unknown_account', session: '' })
})

test('a subject that differs in upper and lower case is somebody else', async () => {
  const { provider, world } = await ready()
  await joinedBy(world, provider, 'pia')
  expect(problemOf(await throughProvider(world, provider, 'PIA'))).toMatchObject({ problem: 'unknown_account' })
})

test('someone who was removed is refused at the provider’s door, and their session ended before', async () => {
  const { provider, world } = await ready()
  const pia = await joinedBy(world, provider, 'pia')
  const { version } = (await world.admin.get(`/people/${pia.id}`)).body
  expect((await world.admin.delete(`/people/${pia.id}`, { 'if-match': `"${version}"` })).status).toBe(200)
  expect((await pia.get('/me')).status).toBe(401)
  expect(problemOf(await throughProvider(world, provider, 'pia'))).toEqual({ problem: 'unknown_account', session: '' })
})

test('an invitation is used once: a second subject with the same link is refused', async () => {
  const { provider, world } = await ready()
  const { secret } = await joinedBy(world, provider, 'pia')
  expect((await world.nobody.post('/providers/corp/sign-in', { invitation: secret })).status).toBe(404)
})

test('of two subjects that accept one invitation at once one gets in', async () => {
  const { provider, world } = await ready()
  const secret = await invite(world, 'nia@example.org')
  const [one, two] = [await begin(world, { invitation: secret }), await begin(world, { invitation: secret })]
  provider.say(one.location, 'first')
  const first = await comeBack(world, rightReturn(provider, one.state), { cookie: one.cookie })
  provider.say(two.location, 'second')
  const second = await comeBack(world, rightReturn(provider, two.state), { cookie: two.cookie })
  expect([first.to, second.to]).toEqual(['/', '/join?problem=invitation_ended'])
  const [row] = await world.ownerSql`select count(*)::int as links from credentials where provider_id like 'oidc:%'`
  expect(row).toEqual({ links: 1 })
})

test('an invitation that was replaced while its holder was at the provider is refused', async () => {
  const { provider, world } = await ready()
  const { id } = (await world.admin.post('/people', { name: 'Nia New', email: 'nia@example.org' })).body
  const { secret } = (await world.admin.post(`/people/${id}/invitation`)).body
  const { location, state, cookie } = await begin(world, { invitation: secret })
  await world.admin.post(`/people/${id}/invitation`)
  provider.say(location, 'nia')
  expect((await comeBack(world, rightReturn(provider, state), { cookie })).to).toBe('/join?problem=invitation_ended')
})

test('an invitation that is wrong, or a link to a new password, begins nothing', async () => {
  const { world } = await ready()
  const mia = await world.join({ name: 'Mia Member' })
  const { secret } = (await world.admin.post(`/people/${mia.id}/password-reset`)).body
  const start = async (invitation: string) => (await world.nobody.post('/providers/corp/sign-in', { invitation })).status
  expect([await start(secret), await start('a'.repeat(43)), await start('short')]).toEqual([409, 404, 400])
})

test('an invitation of another organisation joins the same account there, and nobody else’s', async () => {
  const { provider, world } = await ready()
  const pia = await joinedBy(world, provider, 'pia')
  const other = await world.otherOrganisation()
  const landed = await throughProvider(world, provider, 'pia', { invitation: await invite(world, 'nia@example.com', other) })
  expect(landed.to).toBe('/')
  const rows = await world.ownerSql`select distinct account_id from credentials where provider_id like 'oidc:%'`
  expect(rows).toHaveLength(1)
  expect((await pia.get('/me')).status).toBe(200)
})

test('a second invitation in the same organisation is refused to who is there already', async () => {
  const { provider, world } = await ready()
  await joinedBy(world, provider, 'pia')
  const landed = await throughProvider(world, provider, 'pia', { invitation: await invite(world, 'nia@example.org') })
  expect(landed.to).toBe('/join?problem=already_member')
})

test('someone who is signed in links the provider, signs in with it, and unlinks it', async () => {
  const { provider, world } = await ready()
  const cookie = await cookieOf(world)
  const linked = await throughProvider(world, provider, 'ada', { cookie, link: true })
  expect(linked).toEqual({ status: 303, to: '/settings/sign-in', session: '' })
  const { session } = await throughProvider(world, provider, 'ada')
  const mine = world.caller(session)
  expect(await roleOf(mine)).toBe('admin')
  const { body } = await mine.get('/me/providers')
  expect(body).toMatchObject({ linked: [{ name: 'Corp Login', providerId: 'corp', removable: true }], hasPassword: true, fresh: true })
  expect((await mine.delete(`/me/providers/${body.linked[0].id}`)).body).toEqual({ done: true })
  expect((await world.caller(cookie).get('/me')).status).toBe(401)
  expect(problemOf(await throughProvider(world, provider, 'ada'))).toMatchObject({ problem: 'unknown_account' })
  expect((await auditOf(world, 'provider.%')).map(({ action }) => action)).toEqual(['provider.linked', 'provider.unlinked'])
})

test('nobody who is signed out links anything', async () => {
  const { world } = await ready()
  expect((await world.nobody.post('/providers/corp/sign-in', { link: true })).status).toBe(401)
  expect((await world.nobody.get('/me/providers')).status).toBe(401)
  expect((await world.nobody.delete('/me/providers/01980000-0000-7000-8000-000000000000')).status).toBe(401)
})

test('a session older than ten minutes links with the password only, and a wrong one counts as a try', async () => {
  const { world } = await ready()
  const mine = world.caller(await cookieOf(world))
  await world.ownerSql`update sessions set created_at = now() - interval '11 minutes'`
  const start = (password?: string) => mine.post('/providers/corp/sign-in', { link: true, ...(password && { password }) })
  expect((await start()).body).toMatchObject({ status: 403, errors: [{ pointer: '/password' }] })
  for (let tries = 0; tries < 5; tries++) expect((await start('a wrong password')).status).toBe(403)
  expect((await start(testPassword)).status).toBe(429)
  await world.ownerSql`delete from sign_in_tries`
  expect((await start(testPassword)).status).toBe(201)
})

test('a link that was begun in one session links nothing in another, nor when that one was ended', async () => {
  const { provider, world } = await ready()
  const mia = await world.join({ name: 'Mia Member' })
  const { location, state, cookie } = await begin(world, { cookie: await cookieOf(world), link: true })
  provider.say(location, 'ada')
  const flow = cookie.split('; ').find((one) => one.startsWith('plumbline-flow')) ?? ''
  const theirs = `${await cookieOf(world, mia.email)}; ${flow}`
  expect((await comeBack(world, rightReturn(provider, state), { cookie: theirs })).to).toBe('/settings/sign-in?problem=signed_out')

  const again = await begin(world, { cookie: await cookieOf(world), link: true })
  provider.say(again.location, 'ada')
  await world.ownerSql`delete from sessions`
  expect(problemOf(await comeBack(world, rightReturn(provider, again.state), { cookie: again.cookie }))).toMatchObject({
    problem: 'expired',
  })
  expect(await world.ownerSql`select 1 from credentials where provider_id like 'oidc:%'`).toHaveLength(0)
})

test('one subject has one account, and one account one subject of an issuer', async () => {
  const { provider, world } = await ready()
  await joinedBy(world, provider, 'pia')
  const cookie = await cookieOf(world)
  const link = async (subject: string) => (await throughProvider(world, provider, subject, { cookie, link: true })).to
  expect(await link('pia')).toBe('/settings/sign-in?problem=linked_elsewhere')
  expect([await link('ada'), await link('ada'), await link('ada again')]).toEqual([
    '/settings/sign-in',
    '/settings/sign-in',
    '/settings/sign-in?problem=already_linked',
  ])
})

test('the only way to sign in is not taken away, and another’s link is not found', async () => {
  const { provider, world } = await ready()
  const pia = await joinedBy(world, provider, 'pia')
  const { linked } = (await pia.get('/me/providers')).body
  expect(linked).toMatchObject([{ removable: false }])
  expect((await pia.delete(`/me/providers/${linked[0].id}`)).status).toBe(409)
  const foreign = await world.admin.delete(`/me/providers/${linked[0].id}`)
  const none = await world.admin.delete('/me/providers/01980000-0000-7000-8000-000000000000')
  expect([foreign.status, foreign.text]).toEqual([404, none.text])
})

test('of two unlinkings at once of an account’s last two ways in one is refused', async () => {
  const [corp, other] = [await fakeProvider('corp'), await fakeProvider('other')]
  const world = await providerWorld([corp.settings, other.settings])
  const pia = await joinedBy(world, corp, 'pia')
  await throughProvider(world, other, 'pia', { cookie: pia.session, link: true })
  const { linked } = (await pia.get('/me/providers')).body
  const answers = await Promise.all(linked.map(({ id }: { id: string }) => pia.delete(`/me/providers/${id}`)))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
})

test('a visitor of the demo links nothing', async () => {
  const { world } = await ready()
  const cookie = await cookieOf(world)
  await world.ownerSql`update sessions set method = 'visit'`
  expect((await world.caller(cookie).post('/providers/corp/sign-in', { link: true })).status).toBe(409)
})

test('without roles in the setting, groups change nothing', async () => {
  const { provider, world } = await ready()
  await joinedBy(world, provider, 'pia')
  const { session } = await throughProvider(world, provider, 'pia', { wish: { claims: { groups: ['owners'] } } })
  expect(await roleOf(world.caller(session))).toBe('member')
})

test('at each sign-in the groups give the role, in effect from the next request on, and it is written down', async () => {
  const { provider, world } = await ready({ roles })
  const pia = await joinedBy(world, provider, 'pia')
  const as = async (groups: unknown) => {
    await throughProvider(world, provider, 'pia', { wish: { claims: { groups } } })
    return roleOf(pia)
  }
  expect([await as(['owners']), await as(['auditors']), await as([])]).toEqual(['admin', 'viewer', 'member'])
  expect((await auditOf(world, 'membership.%')).map(({ action, means, detail }) => [action, means, detail])).toEqual([
    ['membership.role_changed', 'provider:corp', { provider: 'corp', before: 'member', after: 'admin' }],
    ['membership.role_changed', 'provider:corp', { provider: 'corp', before: 'admin', after: 'viewer' }],
    ['membership.role_changed', 'provider:corp', { provider: 'corp', before: 'viewer', after: 'member' }],
  ])
})

test('groups that are missing, no list, or too many to be sent (Entra overage) leave the role alone', async () => {
  const { provider, world } = await ready({ roles })
  const pia = await joinedBy(world, provider, 'pia')
  await throughProvider(world, provider, 'pia', { wish: { claims: { groups: ['owners'] } } })
  for (const claims of [
    {},
    { groups: 'auditors' },
    { groups: [7] },
    { _claim_names: { groups: 'src1' } },
    { hasgroups: true, groups: [] },
  ]) {
    await throughProvider(world, provider, 'pia', { wish: { claims } })
    expect(await roleOf(pia)).toBe('admin')
  }
})

test('the last admin stays one, whatever the groups say', async () => {
  const { provider, world } = await ready({ roles })
  await throughProvider(world, provider, 'ada', { cookie: await cookieOf(world), link: true })
  await throughProvider(world, provider, 'ada', { wish: { claims: { groups: [] } } })
  const [row] = await world.ownerSql.begin(async (tx) => {
    await tx`select set_config('plumbline.org', ${world.organisationId}, true)`
    return tx`select count(*)::int as admins from memberships where role = 'admin'`
  })
  expect(row).toEqual({ admins: 1 })
  expect(await auditOf(world, 'membership.%')).toMatchObject([{ action: 'membership.role_kept' }])
})

test('an account of several organisations keeps its roles: a group does not say which it is about', async () => {
  const { provider, world } = await ready({ roles })
  const pia = await joinedBy(world, provider, 'pia')
  const other = await world.otherOrganisation()
  await throughProvider(world, provider, 'pia', { invitation: await invite(world, 'nia@example.com', other) })
  await throughProvider(world, provider, 'pia', { wish: { claims: { groups: ['owners'] } } })
  expect(await roleOf(pia)).toBe('member')
})

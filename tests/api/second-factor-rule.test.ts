import { expect, test } from 'vitest'
import { restoreAccess } from '@plumbline/server/identity/restore-access.ts'
import { actionsIn, addApp, addPasskey, browserIn, codeOf, forgetLastCode } from '../support/second-factors.ts'
import { startedWorld } from '../support/world.ts'
import type { Caller, World } from '../support/world.ts'

const ada = 'ada@example.org'
const path = '/organisation/sign-in-rule'
const version = async (admin: Pick<Caller, 'get'>) => (await admin.get(path)).body.version as number
const ask = async (admin: Caller, rule: string) => admin.put(path, { rule }, { 'if-match': `"${await version(admin)}"` })
const mustAdd = async (who: Pick<Caller, 'get'>) => (await who.get('/me')).body.mustAddSecondFactor as boolean
/** As the provider's own sign-in will open them. */
const throughProvider = (world: World) => world.ownerSql`update sessions set method = 'provider'`

async function required() {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  await addApp(world.admin)
  expect((await ask(world.admin, 'second_factor')).body).toMatchObject({ rule: 'second_factor', met: ['any', 'second_factor'] })
  return { world, mia }
}

test('a rule is set by an admin who meets it, with the version that was seen, and is audited', async () => {
  const world = await startedWorld()
  const { admin } = world
  const mia = await world.join({ name: 'Mia Member' })
  expect((await mia.get(path)).status).toBe(403)
  expect((await mia.put(path, { rule: 'any' }, { 'if-match': '"1"' })).status).toBe(403)
  expect((await world.nobody.get(path)).status).toBe(401)
  expect((await admin.get(path)).body).toMatchObject({ rule: 'any', met: ['any'] })
  expect((await ask(admin, 'second_factor')).body).toMatchObject({ status: 409, detail: expect.stringContaining('Add one first') })
  expect((await ask(admin, 'provider')).body).toMatchObject({ status: 409, detail: expect.stringContaining('Sign in with it first') })
  expect((await admin.put(path, { rule: 'anything' }, { 'if-match': '"1"' })).status).toBe(400)
  await addApp(admin)
  expect((await admin.put(path, { rule: 'second_factor' }, { 'if-match': '"99"' })).body).toMatchObject({ status: 412, version: 1 })
  expect((await admin.put(path, { rule: 'second_factor' })).status).toBe(428)
  expect((await ask(admin, 'second_factor')).status).toBe(200)
  expect(await actionsIn(world)).toContain('organisation.sign-in-rule-changed')
})

test('required, a second factor is missing from the very next request on, with a sentence that says what to do', async () => {
  const { mia } = await required()
  const answer = await mia.get('/people')
  expect(answer.body).toMatchObject({ status: 403, detail: expect.stringContaining('Add one under Sign-in and sessions') })
  expect((await mia.put('/me/password', { oldPassword: 'a', password: 'another long password' })).status).toBe(403)
  expect(await mustAdd(mia)).toBe(true)
})

test('until then one sees who one is, one’s sessions and the ways to add a factor, and signs out', async () => {
  const { mia } = await required()
  expect((await mia.get('/me/second-factor')).status).toBe(200)
  expect((await mia.get('/sessions')).status).toBe(200)
  await addApp(mia)
  expect([await mustAdd(mia), (await mia.get('/people')).status]).toEqual([false, 200])
  expect((await mia.delete('/sessions/current')).status).toBe(200)
})

test('a session that was opened with a code or a passkey meets the rule; without the last factor it does no more', async () => {
  const { world, mia } = await required()
  const { secret } = await addApp(mia)
  const browser = browserIn(world)
  await browser.password(mia.email)
  await forgetLastCode(world)
  await browser.code(codeOf(secret))
  expect((await browser.get('/people')).status).toBe(200)
  expect((await browser.delete('/me/authenticator-app')).status).toBe(200)
  expect((await browser.get('/people')).status).toBe(403)
  await addPasskey(browser)
  expect((await browser.get('/people')).status).toBe(200)
})

test('an invited person adds a factor before anything else', async () => {
  const { world } = await required()
  const ben = await world.join({ name: 'Ben New' })
  expect((await ben.get('/teams')).status).toBe(403)
  await addPasskey(ben)
  expect((await ben.get('/teams')).status).toBe(200)
})

test('the rule is one organisation’s: another one’s people are not asked', async () => {
  const { world } = await required()
  const other = await world.otherOrganisation()
  expect((await other.get('/people')).status).toBe(200)
})

test('taken back, the rule holds nobody up any more', async () => {
  const { world, mia } = await required()
  expect((await ask(world.admin, 'any')).status).toBe(200)
  expect((await mia.get('/people')).status).toBe(200)
})

test('where the provider is required, a second factor does not stand in for it, and an admin’s does not either', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  await throughProvider(world)
  expect((await ask(world.admin, 'provider')).status).toBe(200)
  expect((await mia.get('/people')).status).toBe(200)
  await world.ownerSql`update sessions set method = 'password', second_factor = true`
  for (const caller of [mia, world.admin]) {
    expect((await caller.get('/people')).body).toMatchObject({ status: 403, detail: expect.stringContaining('sign in with its provider') })
    expect((await caller.get('/me')).body).toMatchObject({ mustUseProvider: true, mustAddSecondFactor: false })
  }
})

test('the provider stands in for a second factor', async () => {
  const { world, mia } = await required()
  await throughProvider(world)
  expect((await mia.get('/people')).status).toBe(200)
})

test('when the provider is gone, a link made on the server lets an admin in to change the rule; a reset link lets nobody', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  await throughProvider(world)
  await ask(world.admin, 'provider')
  const reset = (await world.admin.post(`/people/${mia.id}/password-reset`)).body.secret
  const hers = browserIn(world)
  expect((await hers.post(`/invitations/${reset}`, { password: 'a fresh and long password' })).status).toBe(201)
  expect((await hers.get('/people')).status).toBe(403)
  const link = await restoreAccess(world.connection, ada)
  const browser = browserIn(world)
  await browser.post(`/invitations/${link}`, { password: 'a fresh and long password' })
  const seen = (await browser.get(path)).body.version as number
  expect((await browser.put(path, { rule: 'any' }, { 'if-match': `"${seen}"` })).status).toBe(200)
})

test('a link made on the server does not get past a second factor that is required: it can be added at once', async () => {
  const { world } = await required()
  const link = await restoreAccess(world.connection, ada)
  const browser = browserIn(world)
  await browser.post(`/invitations/${link}`, { password: 'a fresh and long password' })
  expect((await browser.get('/people')).status).toBe(403)
  await addApp(browser)
  expect((await browser.get('/people')).status).toBe(200)
})

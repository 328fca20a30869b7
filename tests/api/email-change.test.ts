import { expect, test } from 'vitest'
import { fakeProvider } from '../support/fake-provider.ts'
import { auditOf, joinedBy } from '../support/linked.ts'
import { openMailbox, secretIn } from '../support/mailbox.ts'
import { providerWorld } from '../support/provider-world.ts'
import { startedWorld, testPassword } from '../support/world.ts'
import type { Caller, World } from '../support/world.ts'

const ada = 'ada@example.org'
const next = 'ada.lovelace@example.org'

async function ready() {
  const mailbox = await openMailbox()
  const world = await startedWorld('Acme', { settings: mailbox.settings })
  const change = async (email = next, caller: Caller = world.admin) => {
    const answer = await caller.post('/me/email', { email, password: testPassword })
    await world.mail.settled()
    return answer
  }
  const mailTo = (address: string) => mailbox.received.findLast(({ to }) => to[0] === address)
  const secret = async (email = next) => {
    await change(email)
    const mail = mailTo(email)
    return mail === undefined ? '' : secretIn(mail)
  }
  return { mailbox, world, change, mailTo, secret }
}

const confirm = (world: World, secret: string) => world.nobody.post(`/email-confirmations/${secret}`)
const signIn = async (world: World, email: string) => (await world.nobody.post('/sessions', { email, password: testPassword })).status

test('a new address counts when the link that was mailed there is opened; the old one is told, and other sessions end', async () => {
  const { world, change, mailTo } = await ready()
  const other = await world.signIn(ada)
  expect((await change()).body).toEqual({ changed: false })
  expect((await world.admin.get('/me/email')).body).toEqual({ email: ada, byMail: true, hasPassword: true })
  expect(mailTo(ada)?.body).toContain('a…@example.org')
  expect(mailTo(ada)?.body).not.toContain('#')
  const mail = mailTo(next)
  expect((await confirm(world, mail === undefined ? '' : secretIn(mail))).body).toEqual({ email: next })
  expect([(await world.admin.get('/me')).status, (await other.get('/me')).status]).toEqual([200, 401])
  expect([await signIn(world, next), await signIn(world, ada)]).toEqual([201, 401])
  expect(await auditOf(world, 'email.%')).toMatchObject([{ detail: { before: ada, after: next, confirmed: true, ended: 1 } }])
})

test('the directory’s address of the person stays as the admin wrote it', async () => {
  const { world, secret } = await ready()
  await confirm(world, await secret())
  expect((await world.admin.get('/me')).body.person.email).toBe(ada)
})

test('an address that has an account is answered like any other; only its owner reads why nothing happens', async () => {
  const { world, change, mailTo } = await ready()
  const mia = await world.join({ name: 'Mia Member' })
  const [free, taken] = [await change(), await change(mia.email)]
  expect([taken.status, taken.text]).toEqual([free.status, free.text])
  expect(mailTo(mia.email)?.headers).toContain('Subject: This address is in use on Plumbline')
  expect(mailTo(mia.email)?.body).not.toContain('#')
  expect(await signIn(world, mia.email)).toBe(201)
})

test('an address that was taken in the meantime is not taken over', async () => {
  const { world, secret } = await ready()
  const link = await secret('mia.member@example.org')
  await world.join({ name: 'Mia Member' })
  expect((await confirm(world, link)).status).toBe(404)
  expect(await signIn(world, ada)).toBe(201)
})

test('of two accounts that confirm one address at once one gets it', async () => {
  const { world, mailbox, secret } = await ready()
  const mia = await world.join({ name: 'Mia Member' })
  const mine = await secret()
  await mia.post('/me/email', { email: next, password: testPassword })
  await world.mail.settled()
  const theirs = secretIn(mailbox.received.findLast(({ to }) => to[0] === next) ?? { to: [], headers: '', body: '', raw: '' })
  const answers = await Promise.all([confirm(world, mine), confirm(world, theirs)])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 404])
})

test('a link that is used, replaced, a day old or wrong is refused', async () => {
  const { world, secret } = await ready()
  const first = await secret()
  const second = await secret('other@example.org')
  expect((await confirm(world, first)).status).toBe(404)
  await world.ownerSql`update account_links set expires_at = now() where kind = 'email'`
  expect([(await confirm(world, second)).status, (await confirm(world, 'a'.repeat(43))).status]).toEqual([404, 404])
  const third = await secret()
  expect([(await confirm(world, third)).status, (await confirm(world, third)).status]).toEqual([201, 404])
})

test('a link to a new password confirms no address, and the other way round', async () => {
  const { world, mailbox, secret } = await ready()
  const email = await secret()
  expect((await world.nobody.post(`/password-resets/${email}`, { password: 'a fresh and long password' })).status).toBe(404)
  await world.nobody.post('/password-resets', { email: ada })
  await world.mail.settled()
  const reset = secretIn(mailbox.received.at(-1) ?? { to: [], headers: '', body: '', raw: '' })
  expect(reset).toHaveLength(43)
  expect((await confirm(world, reset)).status).toBe(404)
})

test('a new address ends the links that were mailed to the old one', async () => {
  const { world, mailTo, secret } = await ready()
  await world.nobody.post('/password-resets', { email: ada })
  await world.mail.settled()
  const reset = secretIn(mailTo(ada) ?? { to: [], headers: '', body: '', raw: '' })
  await confirm(world, await secret())
  expect((await world.nobody.get(`/password-resets/${reset}`)).status).toBe(404)
})

test('without the password, or with a wrong one, nothing is changed or mailed, and wrong ones lock the account', async () => {
  const { world, mailbox } = await ready()
  expect((await world.admin.post('/me/email', { email: next })).body).toMatchObject({ status: 403, errors: [{ pointer: '/password' }] })
  for (let tries = 0; tries < 5; tries++)
    expect((await world.admin.post('/me/email', { email: next, password: 'a wrong password' })).status).toBe(403)
  expect((await world.admin.post('/me/email', { email: next, password: testPassword })).status).toBe(429)
  await world.mail.settled()
  expect(mailbox.received).toEqual([])
})

test('at most three changes an hour are begun', async () => {
  const { change } = await ready()
  const statuses = []
  for (let times = 0; times < 4; times++) statuses.push((await change(`ada${times}@example.org`)).status)
  expect(statuses).toEqual([201, 201, 201, 429])
})

test('nobody who is signed out changes an address, and one’s own present one is refused at its field', async () => {
  const { world, change } = await ready()
  expect((await world.nobody.post('/me/email', { email: next, password: testPassword })).status).toBe(401)
  expect((await change(ada)).body).toMatchObject({ status: 400, errors: [{ pointer: '/email' }] })
  expect((await change('no address')).body).toMatchObject({ status: 400, errors: [{ pointer: '/email' }] })
})

test('without mail the address counts at once, other sessions end, and a taken one is refused at its field', async () => {
  const world = await startedWorld()
  const mia = await world.join({ name: 'Mia Member' })
  const other = await world.signIn(ada)
  const change = (email: string) => world.admin.post('/me/email', { email, password: testPassword })
  expect((await change(mia.email)).body).toMatchObject({ status: 409, errors: [{ pointer: '/email' }] })
  expect((await change(next)).body).toEqual({ changed: true })
  expect([(await other.get('/me')).status, await signIn(world, next), await signIn(world, ada)]).toEqual([401, 201, 401])
  expect(await auditOf(world, 'email.%')).toMatchObject([{ detail: { before: ada, after: next, confirmed: false } }])
})

test('an account without a password changes its address within ten minutes of signing in only', async () => {
  const [provider, mailbox] = [await fakeProvider(), await openMailbox()]
  const world = await providerWorld([provider.settings], { settings: mailbox.settings })
  const pia = await joinedBy(world, provider, 'pia')
  expect((await pia.post('/me/email', { email: next })).status).toBe(201)
  await world.ownerSql`update sessions set created_at = now() - interval '11 minutes'`
  expect((await pia.post('/me/email', { email: 'another@example.org' })).status).toBe(403)
})

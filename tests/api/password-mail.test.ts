import { expect, test } from 'vitest'
import { fakeProvider } from '../support/fake-provider.ts'
import { auditOf, joinedBy } from '../support/linked.ts'
import { openMailbox, secretIn } from '../support/mailbox.ts'
import { providerWorld } from '../support/provider-world.ts'
import { startedWorld, testPassword } from '../support/world.ts'
import type { World } from '../support/world.ts'

const ada = 'ada@example.org'
const fresh = 'a fresh and long password'
const gone = { status: 404, detail: 'This link was used, replaced or has ended. Ask for a new one on the sign-in page.' }

async function ready() {
  const mailbox = await openMailbox()
  const world = await startedWorld('Acme', { settings: mailbox.settings })
  const ask = async (email: string) => {
    const answer = await world.nobody.post('/password-resets', { email })
    await world.mail.settled()
    return answer
  }
  const secret = async (email = ada) => {
    await ask(email)
    const mail = mailbox.received.at(-1)
    return mail === undefined ? '' : secretIn(mail)
  }
  return { mailbox, world, ask, secret }
}

const use = (world: World, secret: string, password = fresh) => world.nobody.post(`/password-resets/${secret}`, { password })
const signIn = async (world: World, password: string) => (await world.nobody.post('/sessions', { email: ada, password })).status

test('a mailed link sets a new password once, ends every session and opens none', async () => {
  const { world, secret, mailbox } = await ready()
  const link = await secret()
  expect((await world.nobody.get(`/password-resets/${link}`)).body).toEqual({ email: ada })
  const answer = await use(world, link)
  expect([answer.status, answer.headers.getSetCookie()]).toEqual([201, []])
  expect([(await world.admin.get('/me')).status, await signIn(world, testPassword), await signIn(world, fresh)]).toEqual([401, 401, 201])
  expect((await use(world, link)).body).toMatchObject(gone)
  await world.mail.settled()
  expect(mailbox.received.at(-1)?.headers).toContain('Subject: Your Plumbline password was changed')
  expect(await auditOf(world, 'password.%')).toMatchObject([{ action: 'password.reset', detail: { link: 'mail', ended: 1 } }])
})

test('an unknown address is answered as a known one, and nobody is mailed', async () => {
  const { ask, mailbox } = await ready()
  const known = await ask(ada)
  const unknown = await ask('stranger@example.org')
  expect([unknown.status, unknown.text]).toEqual([known.status, known.text])
  expect(mailbox.received.map(({ to }) => to)).toEqual([[ada]])
})

test('the answer comes before anyone looks whether there is such an account', async () => {
  const { world, mailbox } = await ready()
  // With the accounts out of reach the answer is the same: nothing of them goes into it.
  await world.ownerSql.begin(async (tx) => {
    await tx`lock table accounts in access exclusive mode`
    expect((await world.nobody.post('/password-resets', { email: ada })).status).toBe(201)
    expect(mailbox.received).toEqual([])
  })
  await world.mail.settled()
  expect(mailbox.received).toHaveLength(1)
})

test('at most three mails an hour go to one account, however often someone asks', async () => {
  const { world, ask, mailbox } = await ready()
  for (let times = 0; times < 5; times++) expect((await ask(ada)).status).toBe(201)
  expect(mailbox.received).toHaveLength(3)
  await world.ownerSql`update account_links set created_at = created_at - interval '1 hour'`
  await ask(ada)
  expect(mailbox.received).toHaveLength(4)
})

test('ten wishes at once are no more than three mails', async () => {
  const { world, mailbox } = await ready()
  await Promise.all(Array.from({ length: 10 }, () => world.nobody.post('/password-resets', { email: ada })))
  await world.mail.settled()
  expect(mailbox.received).toHaveLength(3)
})

test('an address that asks again and again has to wait', async () => {
  const { world } = await ready()
  const statuses = []
  for (let times = 0; times < 52; times++)
    statuses.push((await world.nobody.post('/password-resets', { email: `${times}@example.org` })).status)
  expect([statuses.filter((one) => one === 201).length, statuses.at(-1)]).toEqual([50, 429])
})

test('a newer link ends the one before', async () => {
  const { world, secret } = await ready()
  const [first, second] = [await secret(), await secret()]
  expect((await use(world, first)).body).toMatchObject(gone)
  expect((await use(world, second)).status).toBe(201)
})

test('a link that is wrong or an hour old is refused, and a wrong one counts as a try', async () => {
  const { world, secret } = await ready()
  const link = await secret()
  expect((await use(world, 'a'.repeat(43))).body).toMatchObject(gone)
  const [tries] = await world.ownerSql`select failures from sign_in_tries where subject like 'address %'`
  expect(tries).toEqual({ failures: 2 })
  await world.ownerSql`update account_links set expires_at = now()`
  expect((await use(world, link)).body).toMatchObject(gone)
  expect((await world.nobody.get(`/password-resets/${link}`)).body).toMatchObject(gone)
})

test('of two who use one link at once one sets the password', async () => {
  const { world, secret } = await ready()
  const link = await secret()
  const answers = await Promise.all([use(world, link, `${fresh} 1`), use(world, link, `${fresh} 2`)])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 404])
})

test('a password that is too short is refused at its field and the link still works', async () => {
  const { world, secret } = await ready()
  const link = await secret()
  expect((await use(world, link, 'short')).body).toMatchObject({ status: 400, errors: [{ pointer: '/password' }] })
  expect((await use(world, link)).status).toBe(201)
})

test('a mailed reset forgets the failures of a locked account', async () => {
  const { world, secret } = await ready()
  for (let tries = 0; tries < 5; tries++) await signIn(world, 'a wrong password')
  expect(await signIn(world, testPassword)).toBe(429)
  await use(world, await secret())
  expect(await signIn(world, fresh)).toBe(201)
})

test('an account of two organisations resets its own password by mail, which its admins may not', async () => {
  const { world, secret } = await ready()
  const other = await world.otherOrganisation()
  const { id } = (await other.post('/people', { name: 'Ada Admin', email: ada })).body
  const invitation = (await other.post(`/people/${id}/invitation`)).body.secret
  expect((await world.nobody.post(`/invitations/${invitation}`, { password: testPassword })).status).toBe(201)
  expect((await other.post(`/people/${id}/password-reset`)).status).toBe(409)
  expect((await use(world, await secret())).status).toBe(201)
  // Both organisations read of it.
  const rows = await world.ownerSql.begin(async (tx) => {
    await tx`set local role plumbline_operator`
    const ids = await tx<{ id: string }[]>`select id from organisations`
    await tx`reset role`
    const found = []
    for (const { id: orgId } of ids) {
      await tx`select set_config('plumbline.org', ${orgId}, true)`
      found.push((await tx`select 1 from audit_events where action = 'password.reset'`).length)
    }
    return found
  })
  expect(rows).toEqual([1, 1])
})

test('someone who was removed is not mailed', async () => {
  const { world, ask, mailbox } = await ready()
  const mia = await world.join({ name: 'Mia Member' })
  const { version } = (await world.admin.get(`/people/${mia.id}`)).body
  await world.admin.delete(`/people/${mia.id}`, { 'if-match': `"${version}"` })
  const before = mailbox.received.length
  expect((await ask(mia.email)).status).toBe(201)
  expect(mailbox.received).toHaveLength(before)
})

test('an account without a password is told so, and gets no link', async () => {
  const [provider, mailbox] = [await fakeProvider(), await openMailbox()]
  const world = await providerWorld([provider.settings], { settings: mailbox.settings })
  const pia = await joinedBy(world, provider, 'pia')
  await world.nobody.post('/password-resets', { email: pia.email })
  await world.mail.settled()
  const mail = mailbox.received.at(-1)
  expect([mail?.to, mail?.body.includes('#')]).toEqual([[pia.email], false])
})

test('without mail the answer says whom to ask, whoever it is for', async () => {
  const world = await startedWorld()
  const answers = [
    await world.nobody.post('/password-resets', { email: ada }),
    await world.nobody.post('/password-resets', { email: 'x@example.org' }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([409, 409])
  expect(answers[1]?.text).toBe(answers[0]?.text)
  expect(answers[0]?.body.detail).toContain('Ask an admin')
})

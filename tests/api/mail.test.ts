import { expect, test } from 'vitest'
import { pino } from 'pino'
import { openMail } from '@plumbline/server/identity/mail.ts'
import { messageOf } from '@plumbline/server/identity/mail-letters.ts'
import { readConfig } from '@plumbline/server/http/config.ts'
import { openMailbox, secretIn } from '../support/mailbox.ts'
import { startedWorld, testPassword } from '../support/world.ts'

const newcomer = { name: 'Nia New', email: 'nia@example.org' }
const log = pino({ level: 'silent' })

async function invited({ name, email } = newcomer, options: { refuse?: boolean } = {}) {
  const mailbox = await openMailbox(options)
  const world = await startedWorld('Acme', { settings: mailbox.settings })
  const { id } = (await world.admin.post('/people', { name, email })).body
  return { mailbox, world, id: id as string, invitation: await world.admin.post(`/people/${id}/invitation`) }
}

test('an invitation is mailed to the person, with the link that the admin sees, and it lets them in', async () => {
  const { mailbox, world, invitation } = await invited()
  expect(invitation.body).toMatchObject({ mailed: true })
  const [mail] = mailbox.received
  expect(mail).toMatchObject({ to: ['nia@example.org'] })
  expect(mail?.headers).toContain('From: Plumbline <plumbline@example.org>')
  expect(mail?.headers).toContain('Auto-Submitted: auto-generated')
  expect(mail?.body).toContain(`http://localhost/join#${invitation.body.secret}`)
  const accepted = await world.nobody.post(`/invitations/${mail === undefined ? '' : secretIn(mail)}`, { password: testPassword })
  expect(accepted.status).toBe(201)
})

test('an admin’s reset link is mailed to the address that the person signs in with', async () => {
  const { mailbox, world } = await invited()
  const mia = await world.join({ name: 'Mia Member' })
  const reset = await world.admin.post(`/people/${mia.id}/password-reset`)
  expect(reset.body.mailed).toBe(true)
  const mail = mailbox.received.at(-1)
  expect([mail?.to, mail?.body.includes(reset.body.secret)]).toEqual([[mia.email], true])
})

test('where the mail server refuses or is not there, the invitation stands and the admin is told to copy its link', async () => {
  const { world, invitation } = await invited(newcomer, { refuse: true })
  expect([invitation.status, invitation.body.mailed]).toEqual([201, false])
  expect((await world.nobody.get(`/invitations/${invitation.body.secret}`)).status).toBe(200)

  const absent = await startedWorld('Acme', {
    settings: { PLUMBLINE_SMTP_URL: 'smtp://127.0.0.1:9', PLUMBLINE_MAIL_FROM: 'a@example.org' },
  })
  const { id } = (await absent.admin.post('/people', newcomer)).body
  expect((await absent.admin.post(`/people/${id}/invitation`)).body.mailed).toBe(false)
})

test('without mail nothing is mailed, and the answer says so', async () => {
  const world = await startedWorld()
  const { id } = (await world.admin.post('/people', newcomer)).body
  expect((await world.admin.post(`/people/${id}/invitation`)).body.mailed).toBe(false)
  expect((await world.nobody.get('/providers')).body).toEqual({ providers: [], mail: false })
})

test('an invitation that is refused mails nothing', async () => {
  const { mailbox, world, id } = await invited()
  const mia = await world.join({ name: 'Mia Member' })
  const before = mailbox.received.length
  expect((await mia.post(`/people/${id}/invitation`)).status).toBe(403)
  expect((await world.admin.post(`/people/${mia.id}/invitation`)).status).toBe(409)
  expect(mailbox.received).toHaveLength(before)
})

test('nothing that a name, an organisation or an address holds ends a header or adds a recipient', async () => {
  const mailbox = await openMailbox()
  const config = readConfig(mailbox.settings)
  const mail = openMail(config.mail, log)
  const evil = 'Nia\r\nBcc: mallory@evil.example\r\n\r\n<script>alert(1)</script>'
  const letter = { to: { name: evil, address: 'nia@example.org' }, subject: evil, paragraphs: [evil] }
  expect(await mail.send(letter)).toBe(true)
  const [received] = mailbox.received
  expect(received?.to).toEqual(['nia@example.org'])
  expect(received?.headers).not.toMatch(/^bcc:/im)
  expect(messageOf(letter).html).not.toContain('<script>')
  for (const address of [
    'nia@example.org\r\nBcc: x@evil.example',
    'nia@example.org, x@evil.example',
    '"x@evil.example" <nia@example.org>',
  ]) {
    await mail.send({ ...letter, to: { name: '', address } })
    expect(mailbox.received.flatMap(({ to }) => to).filter((to) => to !== 'nia@example.org' && !to.startsWith('nia@'))).toEqual([])
  }
})

test('a mail has a plain text and the same as simple HTML, without pictures, style, script or anything that is loaded', () => {
  const { text, html } = messageOf({
    to: { name: 'Nia', address: 'nia@example.org' },
    subject: 'A subject',
    paragraphs: ['Hello & welcome,'],
    link: 'https://plumbline.example/join#secret',
  })
  expect(text).toContain('Hello & welcome,\n\nhttps://plumbline.example/join#secret')
  expect(html).toContain('<p>Hello &amp; welcome,</p>')
  expect(html).toContain('<a href="https://plumbline.example/join#secret">')
  expect(html).not.toMatch(/<(img|style|script|link)|src=|url\(/i)
})

test('mail leaves this machine over TLS only, unless the operator says otherwise', async () => {
  const server = (url: string) => readConfig({ PLUMBLINE_SMTP_URL: url, PLUMBLINE_MAIL_FROM: 'a@example.org' }).mail?.server
  expect(server('smtps://user:p%40ss@mail.example')).toEqual({
    host: 'mail.example',
    port: 465,
    security: 'tls',
    login: { user: 'user', pass: 'p@ss' },
  })
  expect(server('smtp://mail.example')).toMatchObject({ port: 587, security: 'upgrade' })
  expect(server('smtp+insecure://mail.example')).toMatchObject({ port: 25, security: 'none' })
  expect(server('smtp://127.0.0.1:2525')).toMatchObject({ port: 2525, security: 'none' })
  expect(server('smtp://127.0.0.1.evil.example')).toMatchObject({ security: 'upgrade' })
  // A server without STARTTLS gets nothing when TLS is asked for.
  const mailbox = await openMailbox()
  const config = readConfig(mailbox.settings).mail
  if (config === null) throw new Error('mail is set up')
  const strict = openMail({ ...config, server: { ...config.server, security: 'upgrade' } }, log)
  expect(await strict.send({ to: { name: '', address: 'nia@example.org' }, subject: 'x', paragraphs: ['x'] })).toBe(false)
  expect(mailbox.received).toEqual([])
})

test('settings of mail that are wrong are told in words, without their values', () => {
  const told = (env: Record<string, string>) => {
    try {
      readConfig(env)
      return ''
    } catch (error) {
      return String(error)
    }
  }
  const from = { PLUMBLINE_MAIL_FROM: 'a@example.org' }
  for (const url of ['http://secret', 'smtp://', 'smtp://user:secret@host/path', 'secret', 'smtp://%ff:secret@host'])
    expect(told({ ...from, PLUMBLINE_SMTP_URL: url })).toMatch(/PLUMBLINE_SMTP_URL: give it as(?!.*secret)/)
  expect(told({ PLUMBLINE_SMTP_URL: 'smtps://host', PLUMBLINE_MAIL_FROM: 'a\r\nBcc: x@evil.example' })).toContain('PLUMBLINE_MAIL_FROM')
  expect(told({ PLUMBLINE_SMTP_URL: 'smtps://host' })).toContain('set both')
  expect(told({ ...from, PLUMBLINE_SMTP_URL: 'smtps://host', HOST: '0.0.0.0' })).toContain('PLUMBLINE_URL: set it')
})

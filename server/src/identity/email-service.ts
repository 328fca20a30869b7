import { v7 as uuidv7 } from 'uuid'
import { PlumblineError, conflict, invalid, notFound } from '@plumbline/shared/errors/problem.ts'
import { asIdentity, speakFor } from '#db/client.ts'
import type { Ctx } from '#http/context.ts'
import { accountOf, endAccountLinks, holdAccount, putAccountLink, setEmail, useAccountLink } from './account-link-queries.ts'
import { recordForAccount } from './account-record.ts'
import { confirmLetter, leavingLetter, takenLetter } from './mail-letters.ts'
import type { Mail } from './mail.ts'
import { proveOwner } from './owner-service.ts'
import { emailOf } from './password-queries.ts'
import { credentialsOf } from './provider-queries.ts'
import { hashOf, newSecret } from './secret.ts'
import { endSessionsOf } from './session-queries.ts'
import { mostMails } from './reset-service.ts'
import type { MailGiven } from './reset-service.ts'

const hours = 24

const taken = () =>
  conflict('This e-mail address has an account already.', [
    { in: 'body', pointer: '/email', detail: 'This address has an account already.' },
  ])

const same = () =>
  invalid('This is your address already.', [{ in: 'body', pointer: '/email', detail: 'Give another one than your present address.' }])

interface Place {
  sessionId: string
  address: string
}

/** Says in what the change of an address ends: at once, or in mails that are to be sent once the change is kept. */
export interface EmailChange {
  readonly changed: boolean
  readonly tell: () => void
}

export async function getEmail({ tx, actor }: Ctx, mail: Mail) {
  const email = await emailOf(tx, actor.accountId)
  if (email === undefined) throw notFound()
  return { email, byMail: mail.on, hasPassword: (await credentialsOf(tx, actor.accountId)).some(({ password }) => password !== null) }
}

/**
 * Changes the address that the actor signs in with. With mail only once it is confirmed there, and whether it has an account is told by mail
 * alone; without mail at once. The directory's address of the person stays: that is the admin's.
 */
export async function changeEmail(
  ctx: Ctx,
  given: MailGiven,
  { sessionId, address }: Place,
  body: { email: string; password?: string | undefined },
): Promise<EmailChange> {
  const { tx, actor } = ctx
  const { accountId } = actor
  const { email } = body
  await proveOwner(tx, given.auth, { accountId, sessionId, address }, { password: body.password, always: true })
  const account = await asIdentity(tx, (tx) => holdAccount(tx, accountId))
  if (account === undefined || account.email === email) throw same()
  if (!given.mail.on) {
    if (!(await setEmail(tx, accountId, email))) throw taken()
    const ended = await endSessionsOf(tx, accountId, sessionId)
    const values = { before: account.email, after: email }
    const detail = { ended, confirmed: false }
    await recordForAccount(tx, accountId, { action: 'email.changed', detail, values, by: ctx.by }, actor.orgId)
    return { changed: true, tell: () => undefined }
  }
  const secret = newSecret()
  const link = { id: uuidv7(), accountId, kind: 'email' as const, tokenHash: hashOf(secret), hours, email, sessionId }
  if (!(await asIdentity(tx, (tx) => putAccountLink(tx, link, mostMails))))
    throw new PlumblineError('too_many', 'There were too many mails. Wait an hour, then try again.', { retryAfter: 3600 })
  return { changed: false, tell: () => given.mail.later(() => tellBoth(given, account, email, secret)) }
}

interface Account {
  name: string
  email: string
}

async function tellBoth({ database, mail, home }: MailGiven, account: Account, email: string, secret: string): Promise<void> {
  const owner = await accountOf(database.identity, email)
  await mail.send(
    owner === undefined ? confirmLetter({ name: account.name, email }, `${home()}/confirm-email#${secret}`) : takenLetter(email),
  )
  await mail.send(leavingLetter(account, email))
}

const gone = () =>
  new PlumblineError('not_found', 'This link was used, replaced or has ended. Ask for a new one under “Sign-in and sessions”.')

/** Changes the address to the one that the link was mailed to. The session that asked for it goes on, every other one ends. */
export async function confirmEmail({ database, auth }: MailGiven, secret: string, address: string) {
  const tokenHash = hashOf(secret)
  return auth.tries.guard({ address }, async () => {
    return database.withTx({}, {}, async (tx) => {
      const link = await useAccountLink(tx, 'email', tokenHash)
      if (link === undefined || link.email === null) throw gone()
      const { accountId, email, sessionId } = link
      await speakFor(tx, { accountId })
      const before = await asIdentity(tx, (tx) => holdAccount(tx, accountId))
      if (before === undefined || !(await setEmail(tx, accountId, email))) throw gone()
      await endAccountLinks(tx, accountId)
      const ended = await endSessionsOf(tx, accountId, sessionId)
      const values = { before: before.email, after: email }
      await recordForAccount(tx, accountId, { action: 'email.changed', detail: { ended, confirmed: true }, values })
      return { email }
    })
  })
}

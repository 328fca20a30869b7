import { v7 as uuidv7 } from 'uuid'
import { PlumblineError, conflict } from '@plumbline/shared/errors/problem.ts'
import { revokeTokensOf } from '#access/token-queries.ts'
import type { Database } from '#db/client.ts'
import { asIdentity } from '#db/client.ts'
import { accountOf, endAccountLinks, holdAccount, openAccountLink, putAccountLink, useAccountLink } from './account-link-queries.ts'
import { recordForAccount } from './account-record.ts'
import type { Auth } from './auth.ts'
import { noPasswordLetter, passwordSetLetter, resetLetter } from './mail-letters.ts'
import type { Mail } from './mail.ts'
import { setPassword } from './password-queries.ts'
import { membershipsOf } from './queries.ts'
import { hashOf, newSecret } from './secret.ts'
import { endSessionsOf } from './session-queries.ts'

export interface MailGiven {
  readonly database: Database
  readonly auth: Auth
  readonly mail: Mail
  /** The address that browsers use. */
  readonly home: () => string
}

const hours = 1
/** Mails of one kind that an account's owner is sent within an hour. */
export const mostMails = 3

const counted = new PlumblineError('not_found', 'counted')

/**
 * Begins a password reset. Answers before it looks whether there is such an account, so neither the answer nor its time tells. Each wish counts as
 * a failed try of the address it comes from.
 */
export async function requestReset(given: MailGiven, email: string, address: string) {
  if (!given.mail.on) throw conflict('No mail is sent from here. Ask an admin of your organisation for a sign-in link.')
  await given.auth.tries
    .guard({ address }, () => Promise.reject(counted))
    .catch((error: unknown) => {
      if (error !== counted) throw error
    })
  given.mail.later(() => offerReset(given, email))
  return { done: true as const }
}

async function offerReset({ database, mail, home }: MailGiven, email: string): Promise<void> {
  const account = await accountOf(database.identity, email)
  if (account === undefined) return
  const places = await database.withTx({ accountId: account.id }, { readOnly: true }, (tx) => membershipsOf(tx, account.id))
  if (places.length === 0) return
  const secret = newSecret()
  const link = { id: uuidv7(), accountId: account.id, kind: 'reset' as const, tokenHash: hashOf(secret), hours }
  const kept = await database.withTx({}, {}, (tx) =>
    asIdentity(tx, async (tx) => (await holdAccount(tx, account.id)) !== undefined && (await putAccountLink(tx, link, mostMails))),
  )
  if (!kept) return
  // Counted as well, so that nobody is flooded with either.
  await mail.send(account.hasPassword ? resetLetter(account, 'self', `${home()}/reset-password#${secret}`) : noPasswordLetter(account))
}

const gone = () => new PlumblineError('not_found', 'This link was used, replaced or has ended. Ask for a new one on the sign-in page.')

/** A wrong secret counts as a failed try of the address. */
const findReset = ({ database, auth }: MailGiven, secret: string, address: string) =>
  auth.tries.guard({ address }, async () => {
    const link = await openAccountLink(database.identity, 'reset', hashOf(secret))
    if (link === undefined) throw gone()
    return link
  })

export async function getReset(given: MailGiven, secret: string, address: string) {
  const { email } = await findReset(given, secret, address)
  return { email }
}

/** Sets the password and ends every session and token, all or nothing. Opens none: whoever has a second factor is asked for it at the sign-in that follows. */
export async function useReset(given: MailGiven, secret: string, password: string, address: string) {
  const { database, auth, mail } = given
  const { email, accountId } = await findReset(given, secret, address)
  const hash = await auth.passwords.hash(password)
  const account = await database.withTx({ accountId }, {}, async (tx) => {
    if ((await useAccountLink(tx, 'reset', hashOf(secret))) === undefined) throw gone()
    if (!(await setPassword(tx, accountId, hash))) throw gone()
    await endAccountLinks(tx, accountId)
    const ended = await endSessionsOf(tx, accountId, null)
    await recordForAccount(tx, accountId, {
      action: 'password.reset',
      // Whoever had got into the account may have made a token, to come back with.
      detail: async (orgId) => ({ ended, revoked: await revokeTokensOf(tx, orgId, accountId), link: 'mail' }),
    })
    return asIdentity(tx, (tx) => holdAccount(tx, accountId))
  })
  await auth.tries.forget(email)
  if (account !== undefined) mail.later(async () => void (await mail.send(passwordSetLetter(account))))
  return { done: true as const }
}

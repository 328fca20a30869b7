import { createHmac } from 'node:crypto'
import { PlumblineError } from '@plumbline/shared/errors/problem.ts'
import type { Database } from '#db/client.ts'
import { mapDatabaseError } from '#db/errors.ts'
import { networkOf } from '#http/client-address.ts'
import { forgetTries, lockOf, lockTries, pruneTries, putTries, takeBackFailure } from './try-queries.ts'
import { rules, waitOf, waitWords, withFailure } from './try-rule.ts'

/** Whom a try is for, where an account is named, and where it comes from. */
export interface Trier {
  readonly email?: string
  readonly address: string
}

export interface SignInTries {
  /**
   * Runs something that a guess could get through. It is counted as a failure before it runs, so that any number of guesses at once are no
   * more than as many in a row, and taken back when it turns out to be none. A success forgets the account's earlier failures, unless `isAll` says
   * that more is still to be shown: a known password must not buy guesses at the second factor. Throws `too_many` while the account or the
   * address has to wait.
   */
  guard: <T>(trier: Trier, run: () => Promise<T>, isAll?: (result: T) => boolean) => Promise<T>
  /** Until when an account has to wait; null where it has not. */
  lockedUntil: (email: string) => Promise<Date | null>
  /** Counts a token that nobody was given. Throws `too_many` while the address has to wait; tokens that work are let in meanwhile. */
  failedToken: (address: string) => Promise<void>
  /** Forgets an account's failures: its password was set anew. */
  forget: (email: string) => Promise<void>
}

/** What a wrong password or secret is answered with; anything else was no guess. */
const wrongGuess = new Set(['unauthenticated', 'forbidden', 'not_found'])

const isWrongGuess = (error: unknown): boolean => error instanceof PlumblineError && wrongGuess.has(error.code)

const kindOf = (subject: string): keyof typeof rules => (subject.startsWith('account ') ? 'account' : 'address')

const tooMany = (ms: number) =>
  new PlumblineError('too_many', `There were too many tries. Wait ${waitWords(ms)}, then try again.`, { retryAfter: Math.ceil(ms / 1000) })

/** Counts failed tries to sign in, in the database, so that every server process sees them. */
export function openTries({ identity: db }: Pick<Database, 'identity'>, secret: string): SignInTries {
  // What is typed as an address may be a password: only a keyed hash is kept.
  const accountSubject = (email: string) =>
    `account ${createHmac('sha256', secret).update(`tries ${email.toLowerCase()}`).digest('base64url')}`
  const addressSubject = (address: string) => `address ${networkOf(address)}`

  const takeBack = ({ subject, wait }: Claim) => takeBackFailure(db, subject, rules[kindOf(subject)].free, wait)

  const claim = (subjects: readonly string[]) =>
    db.transaction(async (tx) => {
      const rows = await lockTries(tx, subjects)
      const wait = Math.max(...rows.map((row) => waitOf(row, row.now)))
      if (wait > 0) throw tooMany(wait)
      const claims: Claim[] = []
      for (const { subject, now, ...before } of rows) {
        const known = before.failures === 0 ? null : before
        const after = withFailure(kindOf(subject), known, now)
        await putTries(tx, subject, after, now)
        claims.push({ subject, wait: after.lockedUntil })
      }
      return claims
    })

  return {
    guard: async ({ email, address }, run, isAll = () => true) => {
      const account = email === undefined ? [] : [accountSubject(email)]
      const claims = await asDatabaseError(async () => {
        await pruneTries(db)
        return claim([...account, addressSubject(address)])
      })
      try {
        const result = await run()
        const over = isAll(result)
        await asDatabaseError(async () => {
          for (const one of claims) await (over && kindOf(one.subject) === 'account' ? forgetTries(db, one.subject) : takeBack(one))
        })
        return result
      } catch (error) {
        if (!isWrongGuess(error)) for (const one of claims) await takeBack(one)
        throw error
      }
    },
    lockedUntil: (email) => asDatabaseError(() => lockOf(db, accountSubject(email))),
    // Counted apart from sign-in, so that a program that goes on with a wrong token locks out nobody who types a password.
    failedToken: async (address) => {
      await asDatabaseError(() => claim([`token ${networkOf(address)}`]))
    },
    forget: async (email) => {
      await asDatabaseError(() => forgetTries(db, accountSubject(email)))
    },
  }
}

/** A failure counted ahead, and the end of the wait that it began. */
interface Claim {
  readonly subject: string
  readonly wait: Date | null
}

async function asDatabaseError<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    throw error instanceof PlumblineError ? error : mapDatabaseError(error)
  }
}

import { APIError } from 'better-auth/api'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { inArray } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Purpose } from '@plumbline/shared/access/purpose.ts'
import { PlumblineError, conflict } from '@plumbline/shared/errors/problem.ts'
import type { SignInMethod } from '@plumbline/shared/identity/contract.ts'
import type { Opened } from '@plumbline/shared/identity/sign-in-rule.ts'
import type { Database } from '#db/client.ts'
import { busy, mapDatabaseError } from '#db/errors.ts'
import { accounts } from '#db/schema.ts'
import { notedOf, openBetterAuth } from './better-auth.ts'
import { browserCookie } from './browser-cookie.ts'
import type { BrowserCookie } from './browser-cookie.ts'
import { enter } from './entry.ts'
import type { Entry } from './entry.ts'
import { openSecretBox } from './secret-box.ts'
import type { SecretBox } from './secret-box.ts'
import { stands, worthNoting } from './session-limits.ts'
import type { SessionLimits } from './session-limits.ts'
import { deleteSession, endDeadSessions, noteUse } from './session-queries.ts'
import { passwordOf } from './step-queries.ts'
import { openAfterwards } from './afterwards.ts'
import { noteFailure, noteOpened, signOutOf } from './sign-in-record.ts'
import { openTries } from './tries.ts'
import type { SignInTries } from './tries.ts'
import type { Visitor } from './visitor.ts'

/** A password as it is kept, and whether one fits. Both take about as long as each other, so that a wrong one and an unknown account do. */
export interface Passwords {
  hash: (password: string) => Promise<string>
  verify: (data: { hash: string; password: string }) => Promise<boolean>
}

export interface SessionOf extends Opened {
  readonly id: string
  readonly accountId: string
  /** What its owner opens other people's data for; null until they said. */
  readonly purpose: Purpose | null
}

/** Who signs in, and nothing else: what they may do is decided by `access`. */
export interface Auth {
  /** The session behind a request's cookie, as long as it holds. */
  sessionOf: (headers: Headers) => Promise<SessionOf | null>
  /** Makes an account that can sign in. Throws `conflict` where the address has one. */
  createAccount: (account: { name: string; email: string; password: string }) => Promise<string>
  /** Makes an account without a password, which only `openSession` can open. */
  createVisitor: (account: { name: string; email: string }) => Promise<string>
  removeAccounts: (ids: readonly string[]) => Promise<void>
  /** By password. Counted by `tries`. An account that has a second factor gets no session yet. */
  signIn: (email: string, password: string, visitor: Visitor) => Promise<Entry>
  /** For whoever showed a first factor: a session in place of the one that the browser had, or the step to the second factor. */
  enter: (accountId: string, visitor: Visitor, method: 'password' | 'link') => Promise<Entry>
  /** Without asking for a password: whoever calls has made sure of the account's owner in the way that `how` says. */
  openSession: (accountId: string, visitor: Visitor, how: Opened) => Promise<Headers>
  /** The same, and ends the session that the browser had before. */
  replaceSession: (accountId: string, visitor: Visitor, how: Opened) => Promise<Headers>
  signOut: (headers: Headers) => Promise<Headers>
  readonly tries: SignInTries
  readonly passwords: Passwords
  readonly box: SecretBox
  /** In a browser that is about to sign in: between two steps, and while it asks a passkey. */
  readonly cookies: { readonly step: BrowserCookie; readonly passkey: BrowserCookie }
  /** When all is written that is written after an answer. */
  settled: () => Promise<void>
}

/** better-auth hides behind an error of its own that the database did not answer. */
function refused(error: unknown): never {
  if (error instanceof PlumblineError) throw error
  if (error instanceof APIError && error.statusCode >= 500) throw busy()
  throw mapDatabaseError(error)
}

const hasAccount = () =>
  conflict('This e-mail address has an account already. Sign in with it.', [
    { in: 'body', pointer: '/email', detail: 'has an account already' },
  ])

interface AuthOptions {
  limits: SessionLimits
  passwords?: Passwords
}

/** Sign-in over better-auth. Its own HTTP handler is not mounted: each way in is a route of ours. */
export function openAuth(
  database: Database,
  secret: string,
  url: string,
  { limits, passwords = { hash: hashPassword, verify: ({ hash, password }) => verifyPassword({ hash, password }) } }: AuthOptions,
): Auth {
  const auth = openBetterAuth(database, secret, url, limits, passwords)
  const tries = openTries(database, secret)
  const db = database.identity
  const afterwards = openAfterwards()
  const sessionOf: Auth['sessionOf'] = async (headers) => {
    const found = (await auth.api.getSession({ headers }).catch(refused))?.session
    if (found === undefined) return null
    const now = new Date()
    if (!stands(found, now, limits)) {
      await deleteSession(db, found.id).catch(refused)
      return null
    }
    if (worthNoting(found, now, limits)) await noteUse(db, found.id).catch(refused)
    const { id, userId, method, secondFactor, purpose } = found
    return { id, accountId: userId, method: method as SignInMethod, secondFactor, purpose: (purpose ?? null) as Purpose | null }
  }
  const openSession: Auth['openSession'] = async (accountId, visitor, how) => {
    await endDeadSessions(db, accountId, limits).catch(refused)
    const opened = await auth.api.open({ body: { accountId, ...how }, headers: notedOf(visitor), returnHeaders: true }).catch(refused)
    await noteOpened(database, accountId, how)
    return opened.headers
  }
  const replaceSession: Auth['replaceSession'] = async (accountId, visitor, how) => {
    const before = await sessionOf(visitor.headers)
    if (before !== null) await deleteSession(db, before.id).catch(refused)
    return openSession(accountId, visitor, how)
  }
  const ownerOf = async (email: string, password: string): Promise<string> => {
    const found = await passwordOf(db, email).catch(refused)
    const hash = found?.hash ?? null
    // Hashing takes as long as checking, so that an account without a password, or none at all, is answered as late.
    const right = hash === null ? (await passwords.hash(password)) === '' : await passwords.verify({ hash, password })
    if (!found || !right) throw new PlumblineError('unauthenticated', 'E-mail address or password is not right.')
    return found.accountId
  }
  const secure = url.startsWith('https:')
  const step = browserCookie('plumbline.step', secure)
  const enterAs: Auth['enter'] = (accountId, visitor, method) =>
    enter({ db, step, openSession: replaceSession }, accountId, visitor, method).catch(refused)
  return {
    tries,
    passwords,
    sessionOf,
    createAccount: async (account) => {
      const made = await auth.api.signUpEmail({ body: account }).catch((error: unknown) => {
        if (error instanceof APIError && error.statusCode < 500) throw hasAccount()
        return refused(error)
      })
      // An address that an admin vouched for: an unverified one would lose its password at the first sign-in by link.
      const verified = await db
        .update(accounts)
        .set({ emailVerified: true })
        .where(inArray(accounts.id, [made.user.id]))
        .returning({ id: accounts.id })
        .catch(refused)
      // For an address that has an account better-auth answers as if it had made one, with an invented id.
      if (verified.length === 0) throw hasAccount()
      return made.user.id
    },
    createVisitor: async (account) => {
      const id = uuidv7()
      await db.insert(accounts).values({ id, ...account, emailVerified: true })
      return id
    },
    removeAccounts: async (ids) => {
      if (ids.length > 0) await db.delete(accounts).where(inArray(accounts.id, [...ids]))
    },
    signIn: (email, password, visitor) =>
      tries
        .guard(
          { email, address: visitor.address },
          async () => enterAs(await ownerOf(email, password), visitor, 'password'),
          ({ secondFactors }) => secondFactors.length === 0,
        )
        .catch((error: unknown) => {
          // Whether there is such an account must not be told by the time that the answer takes.
          if (error instanceof PlumblineError && error.code === 'unauthenticated')
            afterwards.run(async () => noteFailure(database, email, await tries.lockedUntil(email)))
          throw error
        }),
    enter: enterAs,
    openSession,
    replaceSession,
    box: openSecretBox(secret),
    cookies: { step, passkey: browserCookie('plumbline.passkey', secure) },
    signOut: async (headers) => {
      const session = await sessionOf(headers)
      if (session !== null) await signOutOf(database, session)
      return (await auth.api.signOut({ headers, returnHeaders: true })).headers
    },
    settled: afterwards.settled,
  }
}

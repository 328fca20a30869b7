import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { inArray } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import type { Purpose } from '@plumbline/shared/access/purpose.ts'
import { PlumblineError, conflict } from '@plumbline/shared/errors/problem.ts'
import type { SignInMethod } from '@plumbline/shared/identity/contract.ts'
import type { Database } from '#db/client.ts'
import { busy, mapDatabaseError } from '#db/errors.ts'
import { accounts, credentials, sessions, verifications } from '#db/schema.ts'
import { stands, worthNoting } from './session-limits.ts'
import type { SessionLimits } from './session-limits.ts'
import { deleteSession, endDeadSessions, noteUse } from './session-queries.ts'
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

/** How a session was opened, and whether with a second factor. */
export interface Opened {
  readonly method: SignInMethod
  readonly secondFactor: boolean
}

export interface SignedIn {
  readonly accountId: string
  /** With the `Set-Cookie` headers of the new session. */
  readonly cookies: Headers
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
  /** By password. Counted by `tries`; ends the session that the browser had before. */
  signIn: (email: string, password: string, visitor: Visitor) => Promise<SignedIn>
  /** Without asking for a password: whoever calls has made sure of the account's owner in the way that `how` says. */
  openSession: (accountId: string, visitor: Visitor, how: Opened) => Promise<Headers>
  signOut: (headers: Headers) => Promise<Headers>
  readonly tries: SignInTries
  readonly passwords: Passwords
  /** When all is written that is written after an answer. */
  settled: () => Promise<void>
}

/** Opens a session for an account whose owner is known. There is no HTTP way to it but those of our own routes. */
const known = {
  id: 'known',
  endpoints: {
    open: createAuthEndpoint(
      '/open',
      {
        method: 'POST',
        body: z.object({ accountId: z.uuid(), method: z.string(), secondFactor: z.boolean() }),
        metadata: { SERVER_ONLY: true },
      },
      async (ctx) => {
        const { accountId, method, secondFactor } = ctx.body
        const user = await ctx.context.internalAdapter.findUserById(accountId)
        if (!user) throw new APIError('NOT_FOUND')
        const session = await ctx.context.internalAdapter.createSession(user.id, false, { method, secondFactor }, true)
        await setSessionCookie(ctx, { session, user })
        return ctx.json({ ok: true })
      },
    ),
  },
}

// Only we send it: what a visitor sends by this name is not passed on.
const addressHeader = 'x-plumbline-address'

const build = (database: Database, secret: string, url: string, { absoluteMs }: SessionLimits, password: Passwords) => {
  const secure = url.startsWith('https:')
  return betterAuth({
    secret,
    baseURL: url,
    basePath: '/api/auth',
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: drizzleAdapter(database.identity, {
      provider: 'pg',
      schema: { user: accounts, session: sessions, account: credentials, verification: verifications },
      transaction: true,
    }),
    emailAndPassword: { enabled: true, autoSignIn: false, minPasswordLength: 12, maxPasswordLength: 200, password },
    session: {
      expiresIn: absoluteMs / 1000,
      disableSessionRefresh: true,
      additionalFields: {
        method: { type: 'string', input: false, defaultValue: 'password' },
        secondFactor: { type: 'boolean', input: false, defaultValue: false },
        purpose: { type: 'string', input: false, required: false },
      },
    },
    advanced: {
      // `__Host-`: only this host over TLS can have set it. better-auth's own prefix would stand before it, so it is turned off.
      cookiePrefix: secure ? '__Host-plumbline' : 'plumbline',
      useSecureCookies: false,
      defaultCookieAttributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [addressHeader], ipv6Subnet: 128 },
      database: { generateId: () => uuidv7() },
    },
    plugins: [known],
  })
}

/** better-auth hides behind an error of its own that the database did not answer. */
function refused(error: unknown): never {
  if (error instanceof APIError && error.statusCode >= 500) throw busy()
  throw mapDatabaseError(error)
}

const hasAccount = () =>
  conflict('This e-mail address has an account already. Sign in with it.', [
    { in: 'body', pointer: '/email', detail: 'has an account already' },
  ])

/** What is kept of a visitor with their session. No cookie of theirs takes part in opening a new one. */
const notedOf = ({ headers, address }: Visitor) =>
  new Headers({ 'user-agent': (headers.get('user-agent') ?? '').slice(0, 400), [addressHeader]: address })

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
  const auth = build(database, secret, url, limits, passwords)
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
  const checkPassword = async (email: string, password: string, visitor: Visitor): Promise<SignedIn> => {
    try {
      const { headers, response } = await auth.api.signInEmail({
        body: { email, password },
        headers: notedOf(visitor),
        returnHeaders: true,
      })
      return { accountId: response.user.id, cookies: headers }
    } catch (error) {
      if (error instanceof APIError && error.statusCode < 500)
        throw new PlumblineError('unauthenticated', 'E-mail address or password is not right.')
      return refused(error)
    }
  }
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
    signIn: async (email, password, visitor) => {
      const signedIn = await tries
        .guard({ email, address: visitor.address }, () => checkPassword(email, password, visitor))
        .catch((error: unknown) => {
          // Whether there is such an account must not be told by the time that the answer takes.
          if (error instanceof PlumblineError && error.code === 'unauthenticated')
            afterwards.run(async () => noteFailure(database, email, await tries.lockedUntil(email)))
          throw error
        })
      const before = await sessionOf(visitor.headers)
      if (before !== null) await deleteSession(db, before.id).catch(refused)
      await endDeadSessions(db, signedIn.accountId, limits).catch(refused)
      // Before its cookie is handed out: a session that could not be noted is nobody's.
      await noteOpened(database, signedIn.accountId, { method: 'password', secondFactor: false })
      return signedIn
    },
    openSession,
    signOut: async (headers) => {
      const session = await sessionOf(headers)
      if (session !== null) await signOutOf(database, session)
      return (await auth.api.signOut({ headers, returnHeaders: true })).headers
    },
    settled: afterwards.settled,
  }
}

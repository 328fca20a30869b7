import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { inArray } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { PlumblineError, conflict } from '@plumbline/shared/errors/problem.ts'
import type { Database } from '#db/client.ts'
import { busy, mapDatabaseError } from '#db/errors.ts'
import { accounts, credentials, sessions, verifications } from '#db/schema.ts'

/** Who signs in, and nothing else: what they may do is decided by `access`. */
export interface Auth {
  /** The account behind a request's session cookie. */
  accountOf: (headers: Headers) => Promise<string | null>
  /** Makes an account that can sign in. Throws `conflict` where the address has one. */
  createAccount: (account: { name: string; email: string; password: string }) => Promise<string>
  /** Makes an account without a password, which only `visit` can open. */
  createVisitor: (account: { name: string; email: string }) => Promise<string>
  removeAccounts: (ids: readonly string[]) => Promise<void>
  /** Each gives the `Set-Cookie` headers of the new state. */
  signIn: (email: string, password: string, headers: Headers) => Promise<Headers>
  visit: (accountId: string) => Promise<Headers>
  signOut: (headers: Headers) => Promise<Headers>
}

/** Opens a session for an account of the demo organisation. There is no HTTP way to it but the demo's own route. */
const visits = {
  id: 'visits',
  endpoints: {
    visit: createAuthEndpoint(
      '/visit',
      { method: 'POST', body: z.object({ accountId: z.uuid() }), metadata: { SERVER_ONLY: true } },
      async (ctx) => {
        const user = await ctx.context.internalAdapter.findUserById(ctx.body.accountId)
        if (!user) throw new APIError('NOT_FOUND')
        const session = await ctx.context.internalAdapter.createSession(user.id)
        await setSessionCookie(ctx, { session, user })
        return ctx.json({ ok: true })
      },
    ),
  },
}

const build = (database: Database, secret: string, url: string) =>
  betterAuth({
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
    emailAndPassword: { enabled: true, autoSignIn: false, minPasswordLength: 12, maxPasswordLength: 200 },
    session: { expiresIn: 60 * 60 * 24 * 14, updateAge: 60 * 60 * 24 },
    advanced: { cookiePrefix: 'plumbline', useSecureCookies: url.startsWith('https:'), database: { generateId: () => uuidv7() } },
    plugins: [visits],
  })

/** better-auth hides behind an error of its own that the database did not answer. */
function refused(error: unknown): never {
  if (error instanceof APIError && error.statusCode >= 500) throw busy()
  throw mapDatabaseError(error)
}

/** Sign-in over better-auth. Its own HTTP handler is not mounted: each way in is a route of ours. */
export function openAuth(database: Database, secret: string, url: string): Auth {
  const auth = build(database, secret, url)
  const db = database.identity
  const createVisitor = async (account: { name: string; email: string }) => {
    const id = uuidv7()
    await db.insert(accounts).values({ id, ...account, emailVerified: true })
    return id
  }
  return {
    accountOf: async (headers) => (await auth.api.getSession({ headers }).catch(refused))?.user.id ?? null,
    createAccount: async (account) => {
      try {
        const { user } = await auth.api.signUpEmail({ body: account })
        // An address that an admin vouched for: an unverified one would lose its password at the first sign-in by link.
        await db
          .update(accounts)
          .set({ emailVerified: true })
          .where(inArray(accounts.id, [user.id]))
        return user.id
      } catch (error) {
        if (error instanceof APIError && error.statusCode < 500)
          throw conflict('This e-mail address has an account already. Sign in with it.', [
            { in: 'body', pointer: '/email', detail: 'has an account already' },
          ])
        return refused(error)
      }
    },
    createVisitor,
    removeAccounts: async (ids) => {
      if (ids.length > 0) await db.delete(accounts).where(inArray(accounts.id, [...ids]))
    },
    signIn: async (email, password, headers) => {
      try {
        return (await auth.api.signInEmail({ body: { email, password }, headers, returnHeaders: true })).headers
      } catch (error) {
        if (error instanceof APIError && error.statusCode < 500)
          throw new PlumblineError('unauthenticated', 'E-mail address or password is not right.')
        return refused(error)
      }
    },
    visit: async (accountId) => (await auth.api.visit({ body: { accountId }, returnHeaders: true })).headers,
    signOut: async (headers) => (await auth.api.signOut({ headers, returnHeaders: true })).headers,
  }
}

import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import type { Database } from '#db/client.ts'
import { accounts, credentials, sessions, verifications } from '#db/schema.ts'
import type { Passwords } from './auth.ts'
import type { SessionLimits } from './session-limits.ts'
import type { Visitor } from './visitor.ts'

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

/** better-auth as we use it: accounts, passwords and sessions, each with a way in of our own. */
export const openBetterAuth = (database: Database, secret: string, url: string, { absoluteMs }: SessionLimits, password: Passwords) => {
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

/** What is kept of a visitor with their session. No cookie of theirs takes part in opening a new one. */
export const notedOf = ({ headers, address }: Visitor) =>
  new Headers({ 'user-agent': (headers.get('user-agent') ?? '').slice(0, 400), [addressHeader]: address })

import { z } from 'zod'
import { done, email, id, instant, name, password } from '../http/fields.ts'
import { defineRoute } from '../http/route.ts'

/** How a session was opened: `link` by an invitation or reset link, `restore` by a link made on the server, `visit` as someone of the demo. */
export type SignInMethod = 'password' | 'passkey' | 'provider' | 'link' | 'visit' | 'restore'

/** With what the people of an organisation have to sign in: anything, something with a second factor, or the provider. */
export const signInRule = z.enum(['any', 'second_factor', 'provider'])
export type SignInRule = z.infer<typeof signInRule>

/** With what the second step of a sign-in can be taken. */
export const secondFactor = z.enum(['totp', 'passkey', 'recovery'])
export type SecondFactor = z.infer<typeof secondFactor>

/** Signed in; or, for an account that has a second factor, what the second step can be taken with. Until it is, there is no session. */
export const entered = z.union([done, z.object({ secondFactor: z.array(secondFactor) })])

export const signInRoute = defineRoute({
  method: 'post',
  path: '/sessions',
  summary: 'Sign in',
  access: 'public',
  body: z.strictObject({ email, password: z.string('Give your password.').min(1, 'Give your password.').max(200) }),
  ok: entered,
})

export const signOutRoute = defineRoute({
  method: 'delete',
  path: '/sessions/current',
  summary: 'Sign out',
  access: 'public',
  ok: done,
})

export const listSessionsRoute = defineRoute({
  method: 'get',
  path: '/sessions',
  summary: 'Where I am signed in',
  beforeSecondFactor: true,
  ok: z.object({
    sessions: z.array(
      z.object({
        id,
        /** The browser and system in words, as the browser itself says. */
        device: z.string(),
        address: z.string().nullable(),
        createdAt: instant,
        /** To the minute. */
        lastUsedAt: instant,
        current: z.boolean(),
      }),
    ),
  }),
})

export const endSessionRoute = defineRoute({
  method: 'delete',
  path: '/sessions/{sessionId}',
  summary: 'End one of my sessions',
  beforeSecondFactor: true,
  params: z.strictObject({ sessionId: id }),
  ok: done,
})

export const endOtherSessionsRoute = defineRoute({
  method: 'delete',
  path: '/sessions',
  summary: 'End all of my sessions but this one',
  beforeSecondFactor: true,
  ok: z.object({ ended: z.number() }),
})

export const changePasswordRoute = defineRoute({
  method: 'put',
  path: '/me/password',
  summary: 'Change my password; ends all of my other sessions',
  body: z.strictObject({ oldPassword: z.string('Give your present password.').min(1, 'Give your present password.').max(200), password }),
  ok: done,
})

/** A link for someone, told once. `mailed`: it was handed to the mail server as well. */
const madeLink = z.object({ secret: z.string(), expiresAt: instant, mailed: z.boolean() })

export const inviteRoute = defineRoute({
  method: 'post',
  path: '/people/{personId}/invitation',
  summary: 'Make a link with which a person can sign in; a new one ends the one before',
  oneTime: true,
  params: z.strictObject({ personId: id }),
  ok: madeLink,
})

export const resetPasswordRoute = defineRoute({
  method: 'post',
  path: '/people/{personId}/password-reset',
  summary: 'Make a link with which a person who has an account sets a new password; a new one ends the one before',
  oneTime: true,
  params: z.strictObject({ personId: id }),
  ok: madeLink,
})

/** `join`: to an account; `reset`: to a new password, made by an admin; `restore`: the same, made on the server. */
export const linkKind = z.enum(['join', 'reset', 'restore'])
export type LinkKind = z.infer<typeof linkKind>

/** The secret behind the # of a link. */
export const linkSecret = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'This link is not complete.')

export const getInvitationRoute = defineRoute({
  method: 'get',
  path: '/invitations/{secret}',
  summary: 'What an invitation or reset link is for',
  access: 'public',
  params: z.strictObject({ secret: linkSecret }),
  ok: z.object({ organisation: z.string(), name, email: z.string(), kind: linkKind }),
})

export const acceptInvitationRoute = defineRoute({
  method: 'post',
  path: '/invitations/{secret}',
  summary: 'Accept an invitation with a password of your own, or set a new one; a reset ends every session and token of the account',
  access: 'public',
  params: z.strictObject({ secret: linkSecret }),
  body: z.strictObject({ password }),
  ok: entered,
})

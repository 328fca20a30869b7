import { z } from 'zod'
import { done, email, id, instant, name, password } from '../http/fields.ts'
import { defineRoute } from '../http/route.ts'

export const signInRoute = defineRoute({
  method: 'post',
  path: '/sessions',
  summary: 'Sign in',
  access: 'public',
  body: z.strictObject({ email, password: z.string('Give your password.').min(1, 'Give your password.').max(200) }),
  ok: done,
})

export const signOutRoute = defineRoute({
  method: 'delete',
  path: '/sessions/current',
  summary: 'Sign out',
  access: 'public',
  ok: done,
})

export const inviteRoute = defineRoute({
  method: 'post',
  path: '/people/{personId}/invitation',
  summary: 'Make a link with which a person can sign in; a new one ends the one before',
  params: z.strictObject({ personId: id }),
  ok: z.object({ secret: z.string(), expiresAt: instant }),
})

const secret = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'This invitation link is not complete.')

export const getInvitationRoute = defineRoute({
  method: 'get',
  path: '/invitations/{secret}',
  summary: 'What an invitation is for',
  access: 'public',
  params: z.strictObject({ secret }),
  ok: z.object({ organisation: z.string(), name, email: z.string() }),
})

export const acceptInvitationRoute = defineRoute({
  method: 'post',
  path: '/invitations/{secret}',
  summary: 'Accept an invitation with a password of your own',
  access: 'public',
  params: z.strictObject({ secret }),
  body: z.strictObject({ password }),
  ok: done,
})

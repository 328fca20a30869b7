import { z } from 'zod'
import { done, email, password } from '../http/fields.ts'
import { defineRoute } from '../http/route.ts'
import { linkSecret } from './contract.ts'

const params = z.strictObject({ secret: linkSecret })

export const requestPasswordResetRoute = defineRoute({
  method: 'post',
  path: '/password-resets',
  summary: 'Ask for a mail with a link to a new password; answers alike whether there is such an account',
  access: 'public',
  body: z.strictObject({ email }),
  ok: done,
})

export const getPasswordResetRoute = defineRoute({
  method: 'get',
  path: '/password-resets/{secret}',
  summary: 'Whose password a mailed link sets',
  access: 'public',
  params,
  ok: z.object({ email: z.string() }),
})

export const setPasswordByMailRoute = defineRoute({
  method: 'post',
  path: '/password-resets/{secret}',
  summary: 'Set a new password by a mailed link; ends every session and token of the account and opens no session',
  access: 'public',
  params,
  body: z.strictObject({ password }),
  ok: done,
})

export const getEmailRoute = defineRoute({
  method: 'get',
  path: '/me/email',
  summary: 'The address that I sign in with, and what changing it takes',
  ok: z.object({
    email: z.string(),
    /** A change has to be confirmed by a link that is mailed to the new address; else it holds at once. */
    byMail: z.boolean(),
    hasPassword: z.boolean(),
  }),
})

export const changeEmailRoute = defineRoute({
  method: 'post',
  path: '/me/email',
  summary: 'Change the address that I sign in with: by a link that is mailed there, or at once where no mail is sent',
  oneTime: true,
  body: z.strictObject({
    email,
    /** Not needed by an account without one that signed in within ten minutes. */
    password: z.string().min(1, 'Give your password.').max(200).optional(),
  }),
  ok: z.object({ changed: z.boolean() }),
})

export const confirmEmailRoute = defineRoute({
  method: 'post',
  path: '/email-confirmations/{secret}',
  summary: 'Confirm a new address by the link that was mailed there; ends all other sessions of the account',
  access: 'public',
  params,
  ok: z.object({ email: z.string() }),
})

import { z } from 'zod'
import { done, id, instant } from '../http/fields.ts'
import { defineRoute } from '../http/route.ts'
import { linkSecret } from './contract.ts'

const providerId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,29}$/, 'There is no such provider.')

const provider = z.object({ id: providerId, name: z.string(), available: z.boolean() })

export const listProvidersRoute = defineRoute({
  method: 'get',
  path: '/providers',
  summary: 'With which providers one can sign in, and whether a forgotten password is reset by mail',
  access: 'public',
  ok: z.object({ providers: z.array(provider), mail: z.boolean() }),
})

export const startProviderRoute = defineRoute({
  method: 'post',
  path: '/providers/{providerId}/sign-in',
  summary: 'Begin to sign in with a provider, to accept an invitation with it, or to link it; go to the location that this answers with',
  access: 'public',
  params: z.strictObject({ providerId }),
  body: z
    .strictObject({
      /** Where to go afterwards: a path of this site. */
      next: z.string().max(2000).optional(),
      invitation: linkSecret.optional(),
      /** To the account that is signed in now. */
      link: z.literal(true).optional(),
      /** To link when one signed in longer than ten minutes ago. */
      password: z.string().min(1, 'Give your password.').max(200).optional(),
    })
    .refine(({ invitation, link }) => invitation === undefined || link === undefined, 'Accept an invitation or link a provider, not both.'),
  ok: z.object({ location: z.string() }),
})

export const listLinkedProvidersRoute = defineRoute({
  method: 'get',
  path: '/me/providers',
  summary: 'With which providers I can sign in',
  ok: z.object({
    linked: z.array(
      z.object({
        id,
        /** As the operator calls it; its issuer, where it is set up no more. */
        name: z.string(),
        /** Null where it is set up no more. */
        providerId: providerId.nullable(),
        linkedAt: instant,
        /** Whether another way to sign in would remain. */
        removable: z.boolean(),
      }),
    ),
    offered: z.array(provider),
    hasPassword: z.boolean(),
    /** Signed in so lately that linking asks for no password. */
    fresh: z.boolean(),
  }),
})

export const unlinkProviderRoute = defineRoute({
  method: 'delete',
  path: '/me/providers/{linkId}',
  summary: 'Sign in with this provider no more; ends all of my other sessions',
  params: z.strictObject({ linkId: id }),
  ok: done,
})

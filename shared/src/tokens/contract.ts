import { z } from 'zod'
import { purpose } from '../access/purpose.ts'
import { allScopes, scope } from '../access/token-scopes.ts'
import { done, id, instant, name } from '../http/fields.ts'
import { defineRoute } from '../http/route.ts'

/** Tokens that hold at once: of one person, and of the organisation. */
export const mostTokens = 50
/** Longest life of a token, in days. */
export const mostDays = 366

const token = z.object({
  id,
  name,
  scopes: z.array(scope),
  purpose,
  createdAt: instant,
  expiresAt: instant,
  /** `soon`: within two weeks. */
  expiry: z.enum(['later', 'soon', 'over']),
  /** To the minute; null where it never was. */
  lastUsedAt: instant.nullable(),
})
export type Token = z.infer<typeof token>

/** Who made it: nameless where their account stands for nobody in the directory, `admin` and `member` as they are now. */
const organisationToken = token.extend({
  madeBy: z.object({ name: z.string().nullable(), member: z.boolean(), admin: z.boolean() }),
})
export type OrganisationToken = z.infer<typeof organisationToken>

const personalToken = token.extend({ owner: z.object({ name: z.string().nullable() }) })
export type PersonalToken = z.infer<typeof personalToken>

const body = z.strictObject({
  name,
  scopes: z.array(scope).min(1, 'Choose at least one thing that the token may do.').max(allScopes.length),
  /** From now; the token ends then, whatever happens. */
  days: z.int('Choose how long it is to work.').min(1, 'Use at least 1 day.').max(mostDays, `Use at most ${mostDays} days.`),
  /** What the reads that it makes of other people's data count as. */
  purpose,
})
export type NewToken = z.infer<typeof body>

/** The secret is in this answer and nowhere else: only its hash is kept. */
const made = z.object({ token, secret: z.string() })

const params = z.strictObject({ tokenId: id })

export const listTokensRoute = defineRoute({
  method: 'get',
  path: '/tokens',
  summary: 'My tokens that work, and those that expired within the last month; never their secrets',
  ok: z.object({ tokens: z.array(token) }),
})

export const makeTokenRoute = defineRoute({
  method: 'post',
  path: '/tokens',
  summary: 'Make a token that acts with my rights, as far as its scopes go; its secret is shown once',
  oneTime: true,
  body,
  ok: made,
})

export const revokeTokenRoute = defineRoute({
  method: 'delete',
  path: '/tokens/{tokenId}',
  summary: 'Revoke one of my tokens, from the next request on',
  params,
  ok: done,
})

export const listOrganisationTokensRoute = defineRoute({
  method: 'get',
  path: '/organisation/tokens',
  summary: 'The organisation’s own tokens that work, and those that expired within the last month',
  ok: z.object({ tokens: z.array(organisationToken) }),
})

export const makeOrganisationTokenRoute = defineRoute({
  method: 'post',
  path: '/organisation/tokens',
  summary: 'Make a token that acts for the organisation, as far as its scopes go; its secret is shown once',
  oneTime: true,
  body,
  ok: made,
})

export const listPersonalTokensRoute = defineRoute({
  method: 'get',
  path: '/organisation/personal-tokens',
  summary: 'Everybody’s personal tokens in this organisation, the newest first, a page at a time',
  query: z.strictObject({
    /** The last token of the page before. */
    after: id.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  ok: z.object({ tokens: z.array(personalToken), next: id.nullable() }),
})

export const revokeAnyTokenRoute = defineRoute({
  method: 'delete',
  path: '/organisation/tokens/{tokenId}',
  summary: 'Revoke a token of the organisation or of anyone in it, from the next request on',
  params,
  ok: done,
})

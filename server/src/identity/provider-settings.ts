import { z } from 'zod'
import { bareHost, isAllowedAddress, readOutgoingAllowed } from '#http/outgoing-allowed.ts'

const words = (most: number) => z.string('give it as text').trim().min(1, 'give it').max(most, `use at most ${most} characters`)

// Compared with what a provider says of itself letter by letter, so nothing is normalised.
const issuer = z
  .string('give the issuer as an address')
  .max(500)
  .refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : null
    const plain = url !== null && url.username === '' && url.password === '' && url.search === '' && url.hash === ''
    return plain && /^https?:\/\//.test(text)
  }, 'give the issuer as an https address without ? and #, exactly as the provider spells it')

const groups = z.array(words(200), 'list the groups').max(50)

const provider = z.strictObject({
  id: z.string('give an id').regex(/^[a-z0-9][a-z0-9-]{0,29}$/, 'use up to 30 lower case letters, digits and hyphens'),
  name: words(60),
  issuer,
  clientId: words(300),
  clientSecret: words(500).optional(),
  scopes: z
    .array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,100}$/, 'this is no scope'))
    .max(20)
    .default([]),
  roles: z.strictObject({ claim: words(200), admin: groups.default([]), viewer: groups.default([]) }).optional(),
})

/** One way to sign in that the operator set up. */
export type ProviderSettings = z.infer<typeof provider>

const distinct = (values: readonly string[]) => new Set(values).size === values.length

/** The setting as text: a JSON array. What is wrong is told by place, never with its value. */
export const providerList = z
  .string()
  .transform((text, { addIssue }): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      addIssue('this is not valid JSON')
      return z.NEVER
    }
  })
  .pipe(
    z
      .array(provider, 'give a JSON array with one object for each provider')
      .max(10, 'give at most 10 providers')
      .refine((list) => distinct(list.map(({ id }) => id)), 'give each provider an id of its own')
      .refine((list) => distinct(list.map(({ issuer }) => issuer)), 'name each issuer once'),
  )

/** Whether an issuer is neither https nor on a host that the operator named. */
export function insecureIssuer({ issuer }: Pick<ProviderSettings, 'issuer'>, allow: readonly string[]): boolean {
  const url = new URL(issuer)
  const allowed = readOutgoingAllowed(allow)
  return url.protocol !== 'https:' && !allowed.hosts.has(bareHost(url)) && !isAllowedAddress(allowed, bareHost(url))
}

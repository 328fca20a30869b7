import { z } from 'zod'
import { defineRoute } from '../http/route.ts'
import { signInRule } from '../identity/contract.ts'

export const getSignInRuleRoute = defineRoute({
  method: 'get',
  path: '/organisation/sign-in-rule',
  summary: 'With what the people of the organisation have to sign in',
  ok: z.object({
    rule: signInRule,
    /** The rules that the asking session meets itself: an admin can set no other, so that nobody locks themselves out. */
    met: z.array(signInRule),
    version: z.number(),
  }),
})

export const setSignInRuleRoute = defineRoute({
  method: 'put',
  path: '/organisation/sign-in-rule',
  summary: 'Ask everyone for a second factor or for the provider, from their next request on',
  ifMatch: true,
  body: z.strictObject({ rule: signInRule }),
  ok: getSignInRuleRoute.ok,
})

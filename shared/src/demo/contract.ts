import { z } from 'zod'
import { done } from '../http/fields.ts'
import { defineRoute } from '../http/route.ts'
import { token } from '../setup/contract.ts'

/** The people of the demo organisation whom a visitor can be. */
export const personas = ['engineer', 'lead', 'admin'] as const
export const persona = z.enum(personas)
export type Persona = z.infer<typeof persona>

export const startDemoRoute = defineRoute({
  method: 'post',
  path: '/demo',
  summary: 'Build the demo organisation',
  access: 'public',
  body: z.strictObject({ token }),
  ok: done,
})

export const visitDemoRoute = defineRoute({
  method: 'post',
  path: '/demo/visits',
  summary: 'Be one of the people of the demo organisation',
  access: 'public',
  body: z.strictObject({ as: persona, token: token.optional() }),
  ok: done,
})

export const removeDemoRoute = defineRoute({
  method: 'delete',
  path: '/demo',
  summary: 'Remove the demo organisation and all that is in it',
  access: 'public',
  ok: done,
})

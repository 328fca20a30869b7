import { z } from 'zod'
import { purpose } from '../access/purpose.ts'
import { defineRoute } from '../http/route.ts'

export const setPurposeRoute = defineRoute({
  method: 'put',
  path: '/sessions/current/purpose',
  summary: 'Say what I open other people’s data for in this session; each read keeps it, and those who are read see it',
  body: z.strictObject({ purpose }),
  ok: z.object({ purpose }),
})

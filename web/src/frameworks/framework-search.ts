import { seniority } from '@plumbline/shared/frameworks/pack.ts'
import { z } from 'zod'

/** What the framework page shows, as its address says it. */
export const frameworkSearch = z.object({
  /** Without one: my own role, else the framework's first. */
  role: z.string().max(60).optional().catch(undefined),
  seniority: seniority.default('mid').catch('mid'),
  /** The skill that is looked at closely. */
  skill: z.string().max(60).optional().catch(undefined),
})

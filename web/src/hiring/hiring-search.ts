import { id } from '@plumbline/shared/http/fields.ts'
import { z } from 'zod'

export const skillColumns = ['skill', 'mustMissing', 'missing', 'below', 'notRated', 'unfilled', 'expected', 'met'] as const

/** What the hiring page shows, as its address says it. */
export const hiringSearch = z.object({
  /** The chosen teams; without one, all that I may plan for. The address may hold one, a list, or `team` several times. */
  team: z
    .union([z.array(id), id.transform((one) => [one])])
    .optional()
    .catch(undefined),
  /** Order of the skills. */
  by: z.enum(skillColumns).optional().catch(undefined),
  order: z.enum(['ascending', 'descending']).optional().catch(undefined),
})

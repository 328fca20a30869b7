import { z } from 'zod'

/** What the team page shows, as its address says it. An unknown value falls back rather than failing: addresses are edited by hand. */
export const teamSearch = z.object({
  view: z.enum(['heatmap', 'coverage', 'risks', 'trend']).default('heatmap').catch('heatmap'),
  /** Only skills of this category. */
  category: z.string().optional().catch(undefined),
  /** Only people in this role. */
  role: z.string().optional().catch(undefined),
  /** Only skills and people with a gap. */
  gaps: z.boolean().optional().catch(undefined),
  /** Skills that nobody's role expects as well. */
  all: z.boolean().optional().catch(undefined),
  sort: z.enum(['gap', 'name', 'framework']).optional().catch(undefined),
  /** Order of the coverage table. */
  by: z.enum(['skill', 'coverage', 'below', 'notRated', 'holders', 'average']).optional().catch(undefined),
  order: z.enum(['ascending', 'descending']).optional().catch(undefined),
  /** The person whose absence is tried out. */
  away: z.string().optional().catch(undefined),
})
export type TeamSearch = z.infer<typeof teamSearch>

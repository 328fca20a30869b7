import { z } from 'zod'

/** What the organisation page shows, as its address says it. */
export const organisationSearch = z.object({
  view: z.enum(['skills', 'practices']).default('skills').catch('skills'),
  /** Shows this team and those below it. */
  top: z.string().optional().catch(undefined),
})

import { z } from 'zod'

/** Which practice area the checklist shows, as its address says it. One that the framework does not have falls back to its first. */
export const practicesSearch = z.object({ area: z.string().max(60).default('idp').catch('idp') })

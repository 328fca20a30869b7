import { z } from 'zod'

/** Which practice area the checklist shows, as its address says it. One that teams are not asked about falls back to the first that they are. */
export const practicesSearch = z.object({ area: z.string().max(60).default('idp').catch('idp') })

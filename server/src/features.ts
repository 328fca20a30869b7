import { assessmentRoutes } from './assessments/routes.ts'
import { auditRoutes } from './audit/routes.ts'
import { demoRoutes } from './demo/routes.ts'
import { frameworkRoutes } from './frameworks/routes.ts'
import { heatmapRoutes } from './heatmap/routes.ts'
import { hiringRoutes } from './hiring/routes.ts'
import type { Feature } from './http/feature.ts'
import { mailRoutes } from './identity/mail-routes.ts'
import { providerRoutes } from './identity/provider-routes.ts'
import { identityRoutes } from './identity/routes.ts'
import { secondFactorRoutes } from './identity/second-factor-routes.ts'
import { importRoutes } from './imports/routes.ts'
import { organisationRoutes } from './organisations/routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { practiceRoutes } from './practices/routes.ts'
import { privacyRoutes } from './privacy/routes.ts'
import { readRoutes } from './reads/routes.ts'
import { retentionRoutes } from './retention/routes.ts'
import { setupRoutes } from './setup/routes.ts'
import { teamRoutes } from './teams/routes.ts'
import { tokenRoutes } from './tokens/routes.ts'

/** Every slice of the API. */
export const features: readonly Feature[] = [
  setupRoutes,
  demoRoutes,
  identityRoutes,
  secondFactorRoutes,
  providerRoutes,
  mailRoutes,
  organisationRoutes,
  frameworkRoutes,
  teamRoutes,
  peopleRoutes,
  importRoutes,
  assessmentRoutes,
  heatmapRoutes,
  practiceRoutes,
  hiringRoutes,
  auditRoutes,
  tokenRoutes,
  privacyRoutes,
  readRoutes,
  retentionRoutes,
]

import { listReadsRoute } from '@plumbline/shared/reads/contract.ts'
import { feature } from '#http/feature.ts'
import { listReads } from './service.ts'

export const readRoutes = feature('reads').on(listReadsRoute, ({ ctx, params, query }) => listReads(ctx, params.personId, query))

import { getFrameworkRoute } from '@plumbline/shared/frameworks/contract.ts'
import { feature } from '#http/feature.ts'
import { getFramework } from './service.ts'

export const frameworkRoutes = feature('frameworks').on(getFrameworkRoute, ({ ctx }) => getFramework(ctx))

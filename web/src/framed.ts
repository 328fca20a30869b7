import { createRootRouteWithContext, createRoute } from '@tanstack/react-router'
import type { QueryClient } from '@tanstack/react-query'
import { Frame } from './shell/Frame.tsx'
import { NotFoundPage } from './shell/NotFoundPage.tsx'

export const root = createRootRouteWithContext<{ queries: QueryClient }>()({ notFoundComponent: NotFoundPage })

/** Pages within the frame. A page for those not signed in hangs on `root` instead. */
export const framed = createRoute({ getParentRoute: () => root, id: 'framed', component: Frame })

import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import type { QueryClient } from '@tanstack/react-query'
import { paths } from './paths.ts'
import { ErrorPage } from './shell/ErrorPage.tsx'
import { Frame } from './shell/Frame.tsx'
import { NotFoundPage } from './shell/NotFoundPage.tsx'
import { Loading } from './ui/Loading.tsx'

const root = createRootRouteWithContext<{ queries: QueryClient }>()({ notFoundComponent: NotFoundPage })

/** Pages within the frame. A page for those not signed in hangs on `root` instead. */
const framed = createRoute({ getParentRoute: () => root, id: 'framed', component: Frame })

const page = {
  home: createRoute({ getParentRoute: () => framed, path: paths.home, component: lazyRouteComponent(() => import('./home/HomePage.tsx'), 'HomePage') }),
  assessment: createRoute({ getParentRoute: () => framed, path: paths.assessment, component: lazyRouteComponent(() => import('./assessments/AssessmentPage.tsx'), 'AssessmentPage') }),
  unknown: createRoute({ getParentRoute: () => framed, path: '$', component: NotFoundPage }),
}

const tree = root.addChildren([framed.addChildren(page)])

export function createAppRouter(queries: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queries },
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
    defaultPendingComponent: Loading,
    defaultPendingMs: 0,
    // Freshness is the query cache's business.
    defaultPreloadStaleTime: 0,
    defaultPreload: 'intent',
    scrollRestoration: true,
    notFoundMode: 'fuzzy',
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}

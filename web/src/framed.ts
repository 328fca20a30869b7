import { meRoute } from '@plumbline/shared/organisations/contract.ts'
import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute } from '@tanstack/react-router'
import { keyOf } from './api/query.ts'
import { Frame } from './shell/Frame.tsx'
import { NotFoundPage } from './shell/NotFoundPage.tsx'

export const root = createRootRouteWithContext<{ queries: QueryClient }>()({ notFoundComponent: NotFoundPage })

/** Pages within the frame. A page for those not signed in hangs on `root` instead. */
export const framed = createRoute({
  getParentRoute: () => root,
  id: 'framed',
  component: Frame,
  // Rights count from the next click on: each one asks again who I am, and the page need not wait for the answer.
  beforeLoad: ({ cause, context }) => {
    if (cause === 'stay') void context.queries.invalidateQueries({ queryKey: [keyOf(meRoute)] })
  },
})

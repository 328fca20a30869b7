import { removeDemoRoute, startDemoRoute, visitDemoRoute } from '@plumbline/shared/demo/contract.ts'
import { visitorOf } from '#http/client-address.ts'
import { passCookies } from '#http/cookies.ts'
import { feature } from '#http/feature.ts'
import { isLoopbackVisitor } from '#http/visitor.ts'
import { removeDemo, startDemo, visitDemo } from './service.ts'

const done = { done: true as const }

export const demoRoutes = feature('demo')
  .open(startDemoRoute, async ({ deps, c, body }) => {
    await startDemo(deps, body.token, visitorOf(c, deps.config))
    return done
  })
  .open(visitDemoRoute, async ({ deps, c, body }) => {
    passCookies(
      c,
      await visitDemo(deps, body.as, { loopback: isLoopbackVisitor(c), token: body.token, visitor: visitorOf(c, deps.config) }),
    )
    return done
  })
  .open(removeDemoRoute, async ({ deps, c }) => {
    await removeDemo(deps, c.req.raw.headers)
    return done
  })

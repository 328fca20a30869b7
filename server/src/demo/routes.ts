import { removeDemoRoute, startDemoRoute, visitDemoRoute } from '@plumbline/shared/demo/contract.ts'
import { passCookies } from '#http/cookies.ts'
import { feature } from '#http/feature.ts'
import { isLoopbackVisitor } from '#http/visitor.ts'
import { removeDemo, startDemo, visitDemo } from './service.ts'

const done = { done: true as const }

export const demoRoutes = feature('demo')
  .open(startDemoRoute, async ({ deps, body }) => {
    await startDemo(deps, body.token)
    return done
  })
  .open(visitDemoRoute, async ({ deps, c, body }) => {
    passCookies(c, await visitDemo(deps, body.as, { loopback: isLoopbackVisitor(c), token: body.token, headers: c.req.raw.headers }))
    return done
  })
  .open(removeDemoRoute, async ({ deps, c }) => {
    await removeDemo(deps, c.req.raw.headers)
    return done
  })

import { getSetupRoute, startOrganisationRoute } from '@plumbline/shared/setup/contract.ts'
import { visitorOf } from '#http/client-address.ts'
import { passCookies } from '#http/cookies.ts'
import { feature } from '#http/feature.ts'
import { isLoopbackVisitor } from '#http/visitor.ts'
import { installationState, startOrganisation } from './service.ts'

export const setupRoutes = feature('setup')
  .open(getSetupRoute, async ({ deps, c }) => {
    const { startedAt, demoOrgId } = await installationState(deps.database)
    return { started: startedAt !== null, demo: demoOrgId !== null, visits: demoOrgId !== null && isLoopbackVisitor(c) }
  })
  .open(startOrganisationRoute, async ({ deps, c, body }) => {
    const { organisationId, session } = await startOrganisation(deps.database, deps.auth, body, visitorOf(c, deps.config))
    passCookies(c, session)
    return { organisationId }
  })

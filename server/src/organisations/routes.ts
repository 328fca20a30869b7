import { getOrganisationRoute, meRoute, renameOrganisationRoute } from '@plumbline/shared/organisations/contract.ts'
import { feature } from '#http/feature.ts'
import { getMe, getOrganisation, renameOrganisation } from './service.ts'

export const organisationRoutes = feature('organisations')
  .on(meRoute, ({ ctx }) => getMe(ctx))
  .on(getOrganisationRoute, ({ ctx }) => getOrganisation(ctx))
  .on(renameOrganisationRoute, ({ ctx, ifMatch, body }) => renameOrganisation(ctx, ifMatch, body))

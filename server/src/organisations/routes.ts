import { getOrganisationRoute, meRoute, renameOrganisationRoute, setPracticeAreasRoute } from '@plumbline/shared/organisations/contract.ts'
import { getSignInRuleRoute, setSignInRuleRoute } from '@plumbline/shared/organisations/sign-in-rule-contract.ts'
import { feature } from '#http/feature.ts'
import { getSignInRule, setSignInRule } from './sign-in-rule-service.ts'
import { getMe, getOrganisation, renameOrganisation, setPracticeAreas } from './service.ts'

export const organisationRoutes = feature('organisations')
  .on(meRoute, ({ ctx }) => getMe(ctx))
  .on(getOrganisationRoute, ({ ctx }) => getOrganisation(ctx))
  .on(renameOrganisationRoute, ({ ctx, ifMatch, body }) => renameOrganisation(ctx, ifMatch, body))
  .on(setPracticeAreasRoute, ({ ctx, ifMatch, body }) => setPracticeAreas(ctx, ifMatch, body))
  .on(getSignInRuleRoute, ({ ctx }) => getSignInRule(ctx))
  .on(setSignInRuleRoute, ({ ctx, ifMatch, body }) => setSignInRule(ctx, ifMatch, body))

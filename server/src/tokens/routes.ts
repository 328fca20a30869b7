import {
  listOrganisationTokensRoute,
  listPersonalTokensRoute,
  listTokensRoute,
  makeOrganisationTokenRoute,
  makeTokenRoute,
  revokeAnyTokenRoute,
  revokeTokenRoute,
} from '@plumbline/shared/tokens/contract.ts'
import { feature } from '#http/feature.ts'
import {
  listOrganisationTokens,
  listPersonalTokens,
  listTokens,
  makeOrganisationToken,
  makeToken,
  revokeAnyToken,
  revokeToken,
} from './service.ts'

export const tokenRoutes = feature('tokens')
  .on(listTokensRoute, ({ ctx }) => listTokens(ctx))
  .on(makeTokenRoute, ({ ctx, body }) => makeToken(ctx, body))
  .on(revokeTokenRoute, ({ ctx, params }) => revokeToken(ctx, params.tokenId))
  .on(listOrganisationTokensRoute, ({ ctx }) => listOrganisationTokens(ctx))
  .on(makeOrganisationTokenRoute, ({ ctx, body }) => makeOrganisationToken(ctx, body))
  .on(listPersonalTokensRoute, ({ ctx, query }) => listPersonalTokens(ctx, query))
  .on(revokeAnyTokenRoute, ({ ctx, params }) => revokeAnyToken(ctx, params.tokenId))

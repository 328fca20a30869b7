import {
  listOrganisationTokensRoute,
  listPersonalTokensRoute,
  listTokensRoute,
  makeOrganisationTokenRoute,
  makeTokenRoute,
  revokeAnyTokenRoute,
  revokeTokenRoute,
} from '@plumbline/shared/tokens/contract.ts'
import { useChange } from '../api/change.ts'
import { useRoute } from '../api/query.ts'

const again = { invalidates: [listTokensRoute, listOrganisationTokensRoute, listPersonalTokensRoute] }

export const useOwnTokens = () => useRoute(listTokensRoute, {})
export const useOrganisationTokens = () => useRoute(listOrganisationTokensRoute, {})
export const usePersonalTokens = (after: string | undefined) =>
  useRoute(listPersonalTokensRoute, { query: { after } }, { keepPrevious: true })

/** A token is one's own, or the organisation's, which is an admin's to make. */
export type TokenKind = 'own' | 'organisation'

export function useMakeToken(kind: TokenKind) {
  const own = useChange(makeTokenRoute, again)
  const organisation = useChange(makeOrganisationTokenRoute, again)
  return kind === 'own' ? own : organisation
}

/** `any`: as an admin, whosever it is. */
export function useRevokeToken(whose: 'own' | 'any') {
  const own = useChange(revokeTokenRoute, again)
  const any = useChange(revokeAnyTokenRoute, again)
  return whose === 'own' ? own : any
}

import { getOrganisationRoute, meRoute } from '@plumbline/shared/organisations/contract.ts'
import { useQueryClient } from '@tanstack/react-query'
import { keyOf, useRoute } from '../api/query.ts'

/** Who I am here, and what I may do. */
export const useMe = () => useRoute(meRoute, {})

/** The organisation with the version that a change of it needs. */
export function useOrganisation() {
  const queries = useQueryClient()
  const readAgain = () => queries.invalidateQueries({ queryKey: [keyOf(getOrganisationRoute)] })
  return { ...useRoute(getOrganisationRoute, {}), readAgain }
}

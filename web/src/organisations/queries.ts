import { meRoute } from '@plumbline/shared/organisations/contract.ts'
import { useRoute } from '../api/query.ts'

/** Who I am here, and what I may do. */
export const useMe = () => useRoute(meRoute, {})

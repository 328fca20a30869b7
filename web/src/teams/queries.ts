import { listTeamsRoute } from '@plumbline/shared/teams/contract.ts'
import { useRoute } from '../api/query.ts'

/** All teams of the organisation, by name. */
export const useTeams = () => useRoute(listTeamsRoute, {})

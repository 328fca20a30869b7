import { listPeopleRoute } from '@plumbline/shared/people/contract.ts'
import { listTeamsRoute } from '@plumbline/shared/teams/contract.ts'
import { useQueryClient } from '@tanstack/react-query'
import { keyOf } from '../api/query.ts'

/** Reads people and teams anew. */
export function usePeopleAgain(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    await Promise.all([listPeopleRoute, listTeamsRoute].map((route) => queries.invalidateQueries({ queryKey: [keyOf(route)] })))
  }
}

import { can } from '@plumbline/shared/access/can.ts'
import { listPeopleRoute } from '@plumbline/shared/people/contract.ts'
import { useRoute } from '../api/query.ts'
import { actorOf } from '../identity/queries.ts'
import { useMe } from '../organisations/queries.ts'

export interface PeopleFilter {
  search?: string | undefined
  team?: string | undefined
  /** Those who left instead of those who are here. */
  left?: true | undefined
  after?: string | undefined
  limit?: number | undefined
}

/** A page of the directory, by name. */
export const usePeople = ({ left, ...query }: PeopleFilter, { enabled = true } = {}) =>
  useRoute(listPeopleRoute, { query: { ...query, left: left && 'true' } }, { keepPrevious: true, enabled })

/** Whether people and teams may be changed here. */
export function useMayManage(): boolean {
  const { data } = useMe()
  return data !== undefined && can.manageOrganisation.allows(actorOf(data))
}

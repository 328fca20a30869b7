import { listPeopleRoute } from '@plumbline/shared/people/contract.ts'
import { useRoute } from '../api/query.ts'

/** As many as one page holds; in a larger organisation the People page counts. */
const most = 200

/** The people, to see what is missing of them; `enabled` for admins, who can do something about it. */
export const usePeopleAtStart = (enabled: boolean) => useRoute(listPeopleRoute, { query: { limit: most } }, { enabled })

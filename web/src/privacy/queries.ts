import type { ErasureProof } from '@plumbline/shared/privacy/erasure.ts'
import { useQueryClient } from '@tanstack/react-query'
import { eraseMeRoute, exportHeldCsvRoute, exportHeldJsonRoute, listHeldRoute } from '@plumbline/shared/privacy/contract.ts'
import { useChange } from '../api/change.ts'
import { useRoute } from '../api/query.ts'

/** How much is held on me, and whether I can erase myself now. */
export const useHeld = () => useRoute(listHeldRoute, {})

/** Each file is an event of the audit trail, so there is one more of those afterwards. */
export const useHeldFiles = () => ({
  json: useChange(exportHeldJsonRoute, { invalidates: [listHeldRoute] }),
  csv: useChange(exportHeldCsvRoute, { invalidates: [listHeldRoute] }),
})

/** Afterwards nobody is signed in, so nothing is read again by itself: the proof is to stay in sight until it is left. */
export function useEraseMe() {
  const queries = useQueryClient()
  const erase = useChange(eraseMeRoute, { invalidates: [] })
  return async (confirm: string): Promise<ErasureProof> => {
    const { data } = await erase.send({ body: { confirm } })
    queries.unmount()
    return data
  }
}

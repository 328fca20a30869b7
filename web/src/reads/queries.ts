import { listReadsRoute } from '@plumbline/shared/reads/contract.ts'
import { useRoute } from '../api/query.ts'
import type { RecordSearch } from './record-search.ts'

/** A page of who read what is held on me, newest first. */
export const useReads = (personId: string, query: RecordSearch) =>
  useRoute(listReadsRoute, { params: { personId }, query }, { keepPrevious: true })

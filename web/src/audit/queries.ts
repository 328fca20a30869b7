import { exportAuditCsvRoute, exportAuditLinesRoute, listAuditRoute } from '@plumbline/shared/audit/contract.ts'
import { useChange } from '../api/change.ts'
import { useRoute } from '../api/query.ts'
import type { AuditSearch } from './audit-search.ts'

/** A page of the trail, newest first. */
export const useAudit = (query: AuditSearch) => useRoute(listAuditRoute, { query }, { keepPrevious: true })

/** Each export is an event of the trail, so the list is read again. */
export const useExports = () => ({
  csv: useChange(exportAuditCsvRoute, { invalidates: [listAuditRoute] }),
  jsonl: useChange(exportAuditLinesRoute, { invalidates: [listAuditRoute] }),
})

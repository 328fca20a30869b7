import { exportAuditCsvRoute, exportAuditLinesRoute, listAuditRoute } from '@plumbline/shared/audit/contract.ts'
import { feature } from '#http/feature.ts'
import { exportAuditCsv, exportAuditLines, listAudit } from './service.ts'

export const auditRoutes = feature('audit')
  .on(listAuditRoute, ({ ctx, query }) => listAudit(ctx, query))
  .on(exportAuditCsvRoute, ({ ctx, body }) => exportAuditCsv(ctx, body))
  .on(exportAuditLinesRoute, ({ ctx, body }) => exportAuditLines(ctx, body))

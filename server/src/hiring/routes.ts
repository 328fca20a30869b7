import {
  createReportRoute,
  exportReportRoute,
  getDemandRoute,
  getHiringGapsRoute,
  getReportRoute,
  listReportsRoute,
  setDemandRoute,
} from '@plumbline/shared/hiring/contract.ts'
import { feature } from '#http/feature.ts'
import { createReport, exportReport, getReport, listReports } from './reports-service.ts'
import { getDemand, getHiringGaps, setDemand } from './service.ts'

export const hiringRoutes = feature('hiring')
  .on(getHiringGapsRoute, ({ ctx, query }) => getHiringGaps(ctx, query.team))
  .on(getDemandRoute, ({ ctx, params }) => getDemand(ctx, params.teamId))
  .on(setDemandRoute, ({ ctx, params, body }) => setDemand(ctx, params.teamId, body))
  .on(createReportRoute, ({ ctx, body }) => createReport(ctx, body.teams))
  .on(listReportsRoute, ({ ctx }) => listReports(ctx))
  .on(getReportRoute, ({ ctx, params }) => getReport(ctx, params.reportId))
  .on(exportReportRoute, ({ ctx, params }) => exportReport(ctx, params.reportId))

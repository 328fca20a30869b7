import { getAggregatesRoute } from '@plumbline/shared/heatmap/aggregates-contract.ts'
import { explainCellRoute, getHeatmapRoute, getOverviewRoute, getTrendRoute } from '@plumbline/shared/heatmap/contract.ts'
import { feature } from '#http/feature.ts'
import { getAggregates } from './aggregates-service.ts'
import { getOverview } from './overview-service.ts'
import { explainCell, getHeatmap } from './service.ts'
import { getTrend } from './trend-service.ts'

export const heatmapRoutes = feature('heatmap')
  .on(getHeatmapRoute, ({ ctx, params }) => getHeatmap(ctx, params.teamId))
  .on(getTrendRoute, ({ ctx, params }) => getTrend(ctx, params.teamId))
  .on(explainCellRoute, ({ ctx, params }) => explainCell(ctx, params.personId, params.skillId))
  .on(getOverviewRoute, ({ ctx }) => getOverview(ctx))
  .on(getAggregatesRoute, ({ ctx }) => getAggregates(ctx))

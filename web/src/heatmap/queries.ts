import { getAggregatesRoute } from '@plumbline/shared/heatmap/aggregates-contract.ts'
import { explainCellRoute, getHeatmapRoute, getOverviewRoute, getTrendRoute } from '@plumbline/shared/heatmap/contract.ts'
import type { OkOf } from '@plumbline/shared/http/route.ts'
import { useRoute } from '../api/query.ts'

export type TeamHeatmap = OkOf<typeof getHeatmapRoute>
export type HeatmapPerson = TeamHeatmap['people'][number]
export type TeamTrend = OkOf<typeof getTrendRoute>
export type Explanation = OkOf<typeof explainCellRoute>
export type OverviewTeam = OkOf<typeof getOverviewRoute>['teams'][number]
export type AggregateTeam = OkOf<typeof getAggregatesRoute>['teams'][number]

/** People × skills of a team and all below it. */
export const useHeatmap = (teamId: string) => useRoute(getHeatmapRoute, { params: { teamId } })

/** Readiness and coverage of a team and all below it, month by month. */
export const useTrend = (teamId: string) => useRoute(getTrendRoute, { params: { teamId } })

/** Everything behind one number of one person. */
export const useExplanation = (personId: string, skillId: string) => useRoute(explainCellRoute, { params: { personId, skillId } })

/** Every team that I may see, with all below it. */
export const useOverview = () => useRoute(getOverviewRoute, {})

/** Every team of the organisation, as far as everyone may know of it. */
export const useAggregates = () => useRoute(getAggregatesRoute, {})

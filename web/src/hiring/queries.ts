import {
  createReportRoute,
  getDemandRoute,
  getHiringGapsRoute,
  getReportRoute,
  listReportsRoute,
  setDemandRoute,
} from '@plumbline/shared/hiring/contract.ts'
import type { OkOf } from '@plumbline/shared/http/route.ts'
import { useChange } from '../api/change.ts'
import { useRoute } from '../api/query.ts'

export type Gaps = OkOf<typeof getHiringGapsRoute>
export type RoleGap = Gaps['roles'][number]
export type SkillGap = Gaps['skills'][number]
export type Demand = OkOf<typeof getDemandRoute>['demand']
export type ReportHead = OkOf<typeof listReportsRoute>['reports'][number]

export const useHiringGaps = (team: string[]) => useRoute(getHiringGapsRoute, { query: { team } }, { keepPrevious: true })
export const useDemand = (teamId: string) => useRoute(getDemandRoute, { params: { teamId } })
export const useReports = () => useRoute(listReportsRoute, {})
export const useReport = (reportId: string) => useRoute(getReportRoute, { params: { reportId } })

export const useSetDemand = () => useChange(setDemandRoute, { invalidates: [getDemandRoute, getHiringGapsRoute] })
export const useCreateReport = () => useChange(createReportRoute, { invalidates: [listReportsRoute] })

import type { TeamTrend } from './queries.ts'

type Point = TeamTrend['points'][number]

export interface TrendRow extends Point {
  /** Midnight of the day in UTC, in milliseconds: a place on the time axis. */
  readonly at: number
  readonly label: string
  /** Shares of what is expected, 0 to 1; null where nothing is. */
  readonly metShare: number | null
  readonly ratedShare: number | null
  readonly below: number
  readonly notRated: number
}

const month = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' })

/** "Nov 2025", of a place on the time axis. */
export const monthOf = (at: number): string => month.format(at)

/** The points as the chart and its table show them, oldest first; the last one is today. */
export const trendRows = ({ points }: Pick<TeamTrend, 'points'>): TrendRow[] =>
  points.map((point, nth) => {
    const { day, expected, rated, met } = point
    const share = (part: number): number | null => (expected === 0 ? null : part / expected)
    const at = Date.parse(day)
    return {
      ...point,
      at,
      label: nth === points.length - 1 ? 'Today' : `End of ${monthOf(at)}`,
      metShare: share(met),
      ratedShare: share(rated),
      below: rated - met,
      notRated: expected - rated,
    }
  })

/** What to show in place of lines that would say nothing; null where there is a trend. */
export const noTrendBecause = (rows: readonly TrendRow[]): 'nothing expected' | 'nothing rated' | null =>
  rows.every(({ expected }) => expected === 0) ? 'nothing expected' : rows.every(({ rated }) => rated === 0) ? 'nothing rated' : null

import { Bar, BarChart, XAxis, YAxis } from 'recharts'
import type { CoverageRow } from './coverage-rows.ts'

/** Met, below and not rated people, one bar a skill. It draws what the table beside it says, so it is silent. */
export function CoverageChart({ rows }: { rows: readonly CoverageRow[] }) {
  return (
    <BarChart
      responsive
      data={[...rows]}
      layout="vertical"
      aria-hidden
      accessibilityLayer={false}
      margin={{ top: 0, right: 8, bottom: 0, left: 0 }}
      style={{ width: '100%', height: 38 * rows.length + 32 }}
    >
      <XAxis type="number" allowDecimals={false} stroke="var(--axis)" tick={{ fontSize: 12 }} tickLine={false} />
      <YAxis type="category" dataKey="name" width={170} stroke="var(--axis)" tick={{ fontSize: 12 }} tickLine={false} interval={0} />
      <Bar dataKey="met" stackId="people" fill="var(--met)" isAnimationActive={false} barSize={16} />
      <Bar dataKey="below" stackId="people" fill="var(--gap)" isAnimationActive={false} barSize={16} />
      <Bar
        dataKey="notRated"
        stackId="people"
        fill="transparent"
        stroke="var(--not-rated-line)"
        strokeDasharray="3 2"
        isAnimationActive={false}
        barSize={16}
      />
    </BarChart>
  )
}

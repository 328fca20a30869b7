import { CartesianGrid, Line, LineChart, ReferenceLine, XAxis, YAxis } from 'recharts'
import type { TeamTrend } from './queries.ts'
import { monthOf, type TrendRow } from './trend-rows.ts'

interface TrendChartProps {
  rows: readonly TrendRow[]
  breaks: TeamTrend['breaks']
}

const tick = { fontSize: 12 }

/** Readiness, met and rated over time, with a line across where the framework changed. It draws what the table below it says, so it is silent. */
export function TrendChart({ rows, breaks }: TrendChartProps) {
  const times = rows.map(({ at }) => at)
  return (
    <LineChart
      responsive
      data={[...rows]}
      aria-hidden
      accessibilityLayer={false}
      margin={{ top: 24, right: 24, bottom: 0, left: 0 }}
      style={{ width: '100%', height: 300 }}
    >
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        type="number"
        scale="time"
        dataKey="at"
        domain={['dataMin', 'dataMax']}
        ticks={times.slice(0, -1)}
        tickFormatter={monthOf}
        stroke="var(--axis)"
        tick={tick}
        tickLine={false}
        interval="equidistantPreserveStart"
        minTickGap={24}
      />
      <YAxis domain={[0, 1]} tickFormatter={whole} width={48} stroke="var(--axis)" tick={tick} tickLine={false} />
      {breaks.map(({ day, version }) => (
        <ReferenceLine
          key={version}
          x={Date.parse(day)}
          stroke="var(--ink-2)"
          strokeDasharray="4 3"
          label={{ value: version, position: 'top', fill: 'var(--ink-2)', fontSize: 12 }}
        />
      ))}
      <Line dataKey="ratedShare" stroke="var(--ink-2)" strokeDasharray="2 3" dot={false} isAnimationActive={false} />
      <Line dataKey="metShare" stroke="var(--gap)" strokeWidth={2} strokeDasharray="7 3" dot={false} isAnimationActive={false} />
      <Line dataKey="readiness" stroke="var(--met)" strokeWidth={2} dot={dot} isAnimationActive={false} />
    </LineChart>
  )
}

const dot = { r: 3, fill: 'var(--met)' }
const whole = (share: number): string => `${Math.round(share * 100)} %`

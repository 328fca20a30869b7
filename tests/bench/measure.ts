export interface Case {
  readonly name: string
  /** The case of the same run that this one cannot be faster than. */
  readonly floor?: string
  /** What has to be there before each run. It is not measured. */
  readonly before?: () => Promise<unknown>
  readonly run: () => Promise<unknown>
}

interface Figures extends Pick<Case, 'name' | 'floor'> {
  readonly median: number
  readonly p95: number
  readonly runs: number
}

/** Runs the cases in turn, A B C A B C …, after a warm-up, so that a machine that slows down slows all of them. Milliseconds. */
export async function measure(cases: readonly Case[], runs: number): Promise<Figures[]> {
  const times = new Map<string, number[]>(cases.map(({ name }) => [name, []]))
  for (let round = -Math.ceil(runs / 5); round < runs; round++)
    for (const { name, before, run } of cases) {
      await before?.()
      const start = performance.now()
      await run()
      if (round >= 0) times.get(name)?.push(performance.now() - start)
    }
  return cases.map(({ name, floor }) => {
    const sorted = (times.get(name) ?? []).toSorted((a, b) => a - b)
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
    return { name, ...(floor !== undefined && { floor }), median: at(0.5), p95: at(0.95), runs }
  })
}

/** Figures as a table in Markdown, each beside what it is of the case named `base` and of its own floor. */
export function table(base: string, figures: readonly Figures[]): string[] {
  const times = (median: number, name: string | undefined) => {
    const of = figures.find((one) => one.name === name)?.median
    return of === undefined ? '' : (median / of).toFixed(2)
  }
  return [
    `| case | runs | median ms | p95 ms | × ${base} | × its floor |`,
    '|---|---:|---:|---:|---:|---:|',
    ...figures.map(({ name, floor, runs, median, p95 }) => {
      const cells = [name, runs, median.toFixed(2), p95.toFixed(2), times(median, base), times(median, floor)]
      return `| ${cells.join(' | ')} |`
    }),
  ]
}

export interface Case {
  readonly name: string
  readonly run: () => Promise<unknown>
}

export interface Figures {
  readonly name: string
  readonly median: number
  readonly p95: number
  readonly runs: number
}

/** Runs the cases in turn, A B C A B C …, after a warm-up, so that a machine that slows down slows all of them. Milliseconds. */
export async function measure(cases: readonly Case[], runs: number): Promise<Figures[]> {
  const times = new Map<string, number[]>(cases.map(({ name }) => [name, []]))
  for (let round = -Math.ceil(runs / 5); round < runs; round++)
    for (const { name, run } of cases) {
      const start = performance.now()
      await run()
      if (round >= 0) times.get(name)?.push(performance.now() - start)
    }
  return [...times].map(([name, all]) => {
    const sorted = all.toSorted((a, b) => a - b)
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
    return { name, median: at(0.5), p95: at(0.95), runs }
  })
}

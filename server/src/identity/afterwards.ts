export interface Afterwards {
  /** Begins work that nobody waits for once the answer is on its way, so that how long an answer takes tells nothing about it. */
  run: (work: () => Promise<void>) => void
  /** When all of it is done. */
  settled: () => Promise<void>
}

export function openAfterwards(): Afterwards {
  const running = new Set<Promise<void>>()
  return {
    run: (work) => {
      const begun = new Promise<void>((resolve) => {
        setImmediate(resolve)
      })
      // There is nobody left to tell: what the work is about was answered already.
      const done = begun
        .then(work)
        .catch(() => undefined)
        .finally(() => running.delete(done))
      running.add(done)
    },
    settled: async () => {
      while (running.size > 0) await Promise.all(running)
    },
  }
}

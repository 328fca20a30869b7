import { setTimeout as pause } from 'node:timers/promises'
import type { Postmaster } from './postmaster.ts'

const firstAttempts = 5
const longestPause = 5_000
const calmAfter = 60_000

export interface Supervised {
  pid: () => number | undefined
  stop: () => Promise<void>
}

/**
 * Starts a server and keeps it running: when it ends by itself it is started again, after a pause that doubles from 0.1 s to 5 s
 * and is forgotten once a server has run for a minute.
 * @throws when the first start fails five times (remains of a killed server may need a moment to go).
 */
export async function supervise(spawn: () => Promise<Postmaster>, log: (line: string) => void): Promise<Supervised> {
  const stopped = new AbortController()
  let current = await firstStart(spawn)

  async function keepRunning(): Promise<void> {
    for (let failures = 0; ; failures++) {
      const since = performance.now()
      const reason = await current.exited
      if (stopped.signal.aborted) return
      if (performance.now() - since > calmAfter) failures = 0
      log(`PostgreSQL ended by itself (${reason}); starting it again`)
      await pause(pauseAfter(failures), undefined, { signal: stopped.signal }).catch(() => undefined)
      if (stopped.signal.aborted) return
      try {
        current = await spawn()
        if (stopped.signal.aborted) await current.end()
        await current.ready
        log(`PostgreSQL runs again (process ${current.pid})`)
      } catch (error) {
        log(error instanceof Error ? error.message : String(error))
      }
    }
  }

  const kept = keepRunning()
  return {
    pid: () => (current.hasExited() ? undefined : current.pid),
    stop: async () => {
      stopped.abort()
      await current.end()
      await kept
    },
  }
}

async function firstStart(spawn: () => Promise<Postmaster>): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    const postmaster = await spawn()
    try {
      await postmaster.ready
      return postmaster
    } catch (error) {
      if (attempt === firstAttempts) throw error
      await pause(pauseAfter(attempt))
    }
  }
}

const pauseAfter = (failures: number) => Math.min(100 * 2 ** failures, longestPause)

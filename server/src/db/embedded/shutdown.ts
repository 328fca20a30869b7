import { execFile } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { program } from './programs.ts'

/** INT: disconnect everyone, write everything, end. QUIT: end at once and recover at the next start. */
export type ShutdownSignal = 'INT' | 'QUIT' | 'KILL'

const patience: readonly (readonly [ShutdownSignal, number])[] = [
  ['INT', 10_000],
  ['QUIT', 5_000],
  ['KILL', 5_000],
]

/**
 * Ends a PostgreSQL server, more and more firmly.
 * @param isGone asked again and again until it says true.
 * @throws an Error when the process outlives even KILL.
 */
export async function endServer(nativeDir: string, pid: number, isGone: () => boolean | Promise<boolean>): Promise<void> {
  for (const [signal, milliseconds] of patience) {
    if (await isGone()) return
    await send(nativeDir, pid, signal)
    const end = performance.now() + milliseconds
    while (performance.now() < end) {
      if (await isGone()) return
      await pause(10)
    }
  }
  throw new Error(`PostgreSQL (process ${pid}) does not end.`)
}

async function send(nativeDir: string, pid: number, signal: ShutdownSignal): Promise<void> {
  try {
    if (process.platform === 'win32') await promisify(execFile)(program(nativeDir, 'pg_ctl'), ['kill', signal, String(pid)])
    else process.kill(pid, `SIG${signal}`)
  } catch {
    // It ended in between; isGone tells.
  }
}

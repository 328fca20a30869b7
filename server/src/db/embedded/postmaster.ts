import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { cannotRun, programEnvironment } from './cluster.ts'
import type { OsUser } from './database-user.ts'
import { readPidFile } from './pid-file.ts'
import { program } from './programs.ts'
import { logSince, logSize, openLog } from './server-log.ts'
import { endServer } from './shutdown.ts'

export interface PostmasterPlan {
  cluster: string
  nativeDir: string
  user: OsUser | null
  logFile: string
  arguments: readonly string[]
  log: (line: string) => void
}

export interface Postmaster {
  pid: number
  /** Fulfilled when it takes connections; rejected with the end of its log when it ends before that. */
  ready: Promise<void>
  /** Fulfilled when the process has ended, with its exit code or signal. */
  exited: Promise<string>
  hasExited: () => boolean
  end: () => Promise<void>
}

const complaintEvery = 10_000

/** Starts PostgreSQL's main process. @throws an Error when the program cannot be run at all. */
export async function spawnPostmaster(plan: PostmasterPlan): Promise<Postmaster> {
  const logStart = await logSize(plan.logFile)
  const log = await openLog(plan.logFile)
  const child = spawn(program(plan.nativeDir, 'postgres'), ['-D', plan.cluster, ...plan.arguments], {
    ...plan.user,
    cwd: plan.cluster,
    env: programEnvironment(),
    stdio: ['ignore', log.fd, log.fd],
    // A session of its own: Ctrl-C in a terminal reaches the app only, which ends PostgreSQL after its last request.
    detached: true,
    windowsHide: true,
  })
  try {
    await once(child, 'spawn')
  } catch (error) {
    throw cannotRun(error)
  } finally {
    await log.close()
  }
  const pid = child.pid ?? 0
  // When the app ends without stop() (an uncaught error), PostgreSQL is told to end as well.
  const onAppExit = () => void child.kill('SIGINT')
  process.once('exit', onAppExit)
  const hasExited = () => child.exitCode !== null || child.signalCode !== null
  const exited = once(child, 'exit').then(() => {
    process.off('exit', onAppExit)
    return child.signalCode ?? `exit code ${child.exitCode}`
  })
  const ready = waitUntilReady(plan, pid, hasExited, logStart)
  ready.catch(() => undefined) // the supervisor looks at it later; until then it is not an unhandled rejection
  return { pid, ready, exited, hasExited, end: () => endServer(plan.nativeDir, pid, hasExited) }
}

async function waitUntilReady(plan: PostmasterPlan, pid: number, hasExited: () => boolean, logStart: number): Promise<void> {
  // In a container numbers repeat: a file left by an earlier run may well bear this very process id.
  const earliest = Math.floor(Date.now() / 1000) - 2
  let complainAt = performance.now() + complaintEvery
  for (;;) {
    const file = await readPidFile(plan.cluster)
    if (file?.pid === pid && file.since >= earliest && file.status === 'ready') return
    if (hasExited()) throw new Error(`PostgreSQL did not start: ${await logSince(plan.logFile, logStart)}`)
    // There is no time limit: recovery after a crash may rightly take minutes.
    if (performance.now() > complainAt) {
      plan.log(`PostgreSQL is not ready yet (recovering?); its log is ${plan.logFile}`)
      complainAt += complaintEvery
    }
    await pause(10)
  }
}

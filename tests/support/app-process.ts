import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { withoutRateLimits } from './rate-settings.ts'

export const projectDir = join(import.meta.dirname, '..', '..')
const mainFile = join('server', 'src', 'main.ts')

export interface AppProcess {
  readonly child: ChildProcess
  readonly address: string
  /** The first-run link's secret, while there is one. */
  readonly token: string | null
  /** Every line printed so far. */
  readonly lines: readonly string[]
  /** Fulfilled with the first line that holds these words and is not among the first `after` lines. */
  says: (words: string, after?: number) => Promise<string>
  /** Sends the signal, to the whole group where it has one, and gives the exit code. */
  signal: (signal: NodeJS.Signals) => Promise<number | null>
}

export interface AppOptions {
  env: Record<string, string>
  /** Where the project lies; its own folder by default. */
  cwd?: string
  command?: readonly [string, ...string[]]
  /** A process group of its own, as a terminal gives to each command. */
  detached?: boolean
  uid?: number
}

/** The environment of a started app: ours without what would bend its settings. */
const appEnvironment = (env: Record<string, string>) => ({
  PATH: process.env['PATH'] ?? '',
  HOME: process.env['HOME'] ?? '/',
  LOG_LEVEL: 'silent',
  ...withoutRateLimits,
  PORT: '0',
  ...env,
})

/** Starts the app as an operator does and waits until it is ready. Whatever is left of it is killed after the test. */
export async function startAppProcess({
  env,
  cwd = projectDir,
  command = [process.execPath, mainFile],
  detached = false,
  uid,
}: AppOptions): Promise<AppProcess> {
  const [program, ...args] = command
  const child = spawn(program, args, {
    cwd,
    env: appEnvironment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached,
    ...(uid !== undefined && { uid, gid: uid }),
  })
  onTestFinished(() => killAll(child, detached))
  const complaint = text(child.stderr)
  const lines: string[] = []
  const listeners = new Set<() => void>()
  createInterface(child.stdout).on('line', (line) => {
    lines.push(line)
    for (const look of listeners) look()
  })
  const exited = once(child, 'exit').then(([code]: (number | null)[]) => code ?? null)

  const says = (words: string, after = 0) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const line = lines.slice(after).find((one) => one.includes(words))
        if (line !== undefined) finish(() => resolve(line))
      }
      const finish = (settle: () => void) => {
        listeners.delete(look)
        settle()
      }
      listeners.add(look)
      void Promise.all([exited, complaint]).then(([code, said]) =>
        finish(() => reject(new Error(`the app ended (${code}) without “${words}”: ${said}${lines.join('\n')}`))),
      )
      look()
    })

  const ready = await says('Plumbline is ready')
  const { port } = new URL(/http:\S+/.exec(ready)?.[0] ?? '')
  return {
    child,
    address: `http://127.0.0.1:${port}`,
    token: /\/start#(\S+)/.exec(ready)?.[1] ?? null,
    lines,
    says,
    signal: (signal) => {
      if (detached) process.kill(-(child.pid ?? 0), signal)
      else child.kill(signal)
      return exited
    },
  }
}

function killAll(child: ChildProcess, detached: boolean): void {
  try {
    if (detached) process.kill(-(child.pid ?? 0), 'SIGKILL')
    else child.kill('SIGKILL')
  } catch {
    // Nothing of it was left.
  }
}

const organisation = { organisation: 'Drill', name: 'Ada Admin', email: 'ada@example.org', password: 'a long test password' }

/** Starts the organisation with the first-run link as its admin does, and gives their session cookie. */
export async function startOrganisation({ address, token }: AppProcess): Promise<string> {
  const started = await fetch(`${address}/api/v1/setup/organisation`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, ...organisation }),
  })
  if (started.status !== 201) throw new Error(`no organisation was started: ${await started.text()}`)
  return started.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}

/** Runs the app's command to its end. */
export async function runApp(args: readonly string[], env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [mainFile, ...args], {
    cwd: projectDir,
    env: appEnvironment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [out, error, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code, said: out + error }
}

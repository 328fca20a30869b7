import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { onTestFinished } from 'vitest'
import { packagedPrograms } from '@plumbline/server/db/embedded/programs.ts'
import { startEmbedded } from '@plumbline/server/db/embedded.ts'
import type { EmbeddedDatabase, EmbeddedOptions } from '@plumbline/server/db/embedded.ts'
import type { AppOrder, AppSays } from './embedded-app.ts'

export const isRoot = process.getuid?.() === 0
/** An ordinary user with an entry in /etc/passwd: ourselves, unless we are root. */
export const ordinaryUid = isRoot ? 65534 : (process.getuid?.() ?? 0)

/** An empty folder that every user may pass to and that is removed after the test. */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-test-'))
  await chmod(folder, 0o755)
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

/** An empty folder that belongs to the ordinary user. */
export async function ordinaryFolder(): Promise<string> {
  const folder = join(await freshFolder(), 'data')
  await mkdir(folder)
  if (isRoot) await chown(folder, ordinaryUid, ordinaryUid)
  return folder
}

/** PostgreSQL's package as npm unpacks it where install scripts may not run: without the library links. */
export async function packageWithoutLinks(): Promise<{ nativeDir: string; links: string[] }> {
  const folder = await freshFolder()
  const nativeDir = join(folder, 'native')
  await cp(packagedPrograms(), nativeDir, { recursive: true, verbatimSymlinks: true })
  await cp(join(packagedPrograms(), '..', 'package.json'), join(folder, 'package.json'))
  const listed: { target: string }[] = JSON.parse(await readFile(join(nativeDir, 'pg-symlinks.json'), 'utf8'))
  const links = listed.map(({ target }) => join(folder, target))
  for (const link of links) await rm(link, { force: true })
  return { nativeDir, links }
}

/** Starts in this process; the test's end stops it. What it logs is gathered. */
export async function start(dataDir: string, more: Partial<EmbeddedOptions> = {}): Promise<EmbeddedDatabase & { logged: string[] }> {
  const logged: string[] = []
  const database = await startEmbedded({ dataDir, log: (line) => logged.push(line), ...more })
  onTestFinished(() => database.stop())
  return { ...database, logged }
}

/** One query on a connection of its own. Without its time-out postgres.js waits forever for a server that has gone. */
export async function ask<Row extends object>(
  database: Pick<EmbeddedDatabase, 'connection'>,
  query: string,
  user?: string,
): Promise<Row[]> {
  const sql = postgres({ ...database.connection, ...(user ? { user } : {}), max: 1, onnotice: () => undefined })
  return sql.unsafe<Row[]>(query).finally(() => sql.end({ timeout: 1 }))
}

export interface App {
  process: ChildProcess
  says: AppSays
  kill: () => Promise<void>
}

/** Starts an app in a process of its own, without waiting for its words. */
export function spawnApp(order: AppOrder): ChildProcess {
  const child = fork(fileURLToPath(new URL('embedded-app.ts', import.meta.url)), [JSON.stringify(order)], { execArgv: [] })
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.disconnect()
    await exited
  })
  return child
}

export async function killApp(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  await exited
}

/** Starts an app in a process of its own and waits until it is ready or has failed. */
export async function startApp(order: AppOrder): Promise<App> {
  const child = spawnApp(order)
  const [says]: AppSays[] = await once(child, 'message')
  if (says === undefined) throw new Error('the app said nothing')
  return { process: child, says, kill: () => killApp(child) }
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { lchown, mkdtemp, open, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { OsUser } from './database-user.ts'
import type { Endpoint } from './endpoint.ts'
import { program } from './programs.ts'

const major = '18'
const unfinished = 'cluster.new-'

/** What PostgreSQL's programs see of our environment: none of the PG… variables that would bend their defaults. */
export const programEnvironment = (): Record<string, string> => ({
  LC_ALL: 'C',
  TZ: 'UTC',
  PATH: process.env['PATH'] ?? '',
  ...(process.platform === 'win32' ? { SystemRoot: process.env['SystemRoot'] ?? '' } : {}),
})

export interface ClusterPlan {
  dataDir: string
  nativeDir: string
  user: OsUser | null
  durable: boolean
  endpoint: Endpoint
}

/**
 * The folder of PostgreSQL's own files, made by `initdb` on the first start. A folder gets its name only when it is complete, so
 * one that was interrupted is recognised by its name and removed.
 * @throws an Error when the folder belongs to another user or another major version, or when initdb fails.
 */
export async function openCluster(plan: ClusterPlan): Promise<string> {
  const cluster = join(plan.dataDir, 'cluster')
  await removeUnfinished(plan.dataDir)
  const info = await stat(cluster).catch(() => null)
  if (info === null) await createCluster(plan, cluster)
  else await checkCluster(cluster, info.uid, plan.user)
  return cluster
}

async function removeUnfinished(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (name.startsWith(unfinished)) await rm(join(dataDir, name), { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
  }
}

async function checkCluster(cluster: string, owner: number, user: OsUser | null): Promise<void> {
  const uid = user?.uid ?? process.getuid?.() ?? owner
  if (owner !== uid) throw new Error(`The data in ${cluster} belongs to uid ${owner}, not to uid ${uid}. Start as that user or as root.`)
  const version = (await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => 'none')).trim()
  if (version === major) return
  throw new Error(
    `The data in ${cluster} is of PostgreSQL version ${version}, this build brings ${major}. Start the build that wrote it, or move it away.`,
  )
}

async function createCluster(plan: ClusterPlan, cluster: string): Promise<void> {
  const fresh = await mkdtemp(join(plan.dataDir, unfinished))
  if (plan.user) await lchown(fresh, plan.user.uid, plan.user.gid)
  await initdb(plan, fresh)
  await rename(fresh, cluster)
  // An initdb that outlived a killed app makes its folder anew when it finds it gone.
  await removeUnfinished(plan.dataDir)
  if (process.platform === 'win32' || !plan.durable) return
  const folder = await open(plan.dataDir)
  await folder.sync().finally(() => folder.close())
}

async function initdb(plan: ClusterPlan, folder: string): Promise<void> {
  // The builtin provider knows Unicode's upper and lower case without asking which locales the system has.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const rest = ['--username=postgres', '--data-checksums', '--no-instructions', '--auth-local=trust', '--auth-host=scram-sha-256']
  if (!plan.durable) rest.push('--no-sync')
  if (plan.endpoint.password) {
    await writeFile(join(plan.dataDir, 'password.initdb'), plan.endpoint.password, { mode: 0o600 })
    rest.push(`--pwfile=${join(plan.dataDir, 'password.initdb')}`)
  }
  const child = spawn(program(plan.nativeDir, 'initdb'), ['-D', folder, ...locale, ...rest], {
    ...plan.user,
    cwd: folder,
    env: programEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'close')])
    .catch((error: unknown) => {
      throw cannotRun(error)
    })
    .finally(() => rm(join(plan.dataDir, 'password.initdb'), { force: true }))
  if (code !== 0)
    throw new Error(
      `PostgreSQL could not make its data folder in ${plan.dataDir}: ${said.trim()} (To use another server, set DATABASE_URL.)`,
    )
}

/** Why one of PostgreSQL's programs did not even begin, in words. */
export const cannotRun = (cause: unknown): Error =>
  new Error(
    'The embedded PostgreSQL cannot be run on this machine: its programs need glibc and, when started by root, the right to become ' +
      `another user (${cause instanceof Error ? cause.message : String(cause)}). Start as an ordinary user, or set DATABASE_URL.`,
    { cause },
  )

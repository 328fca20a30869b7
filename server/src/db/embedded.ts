import { join, resolve } from 'node:path'
import { takeAppLock } from './embedded/app-lock.ts'
import { openCluster } from './embedded/cluster.ts'
import { prepareDataFolder } from './embedded/data-folder.ts'
import { chooseDatabaseUser } from './embedded/database-user.ts'
import type { OsUser } from './embedded/database-user.ts'
import { clearEndpoint, closeEndpoint, openEndpoint } from './embedded/endpoint.ts'
import { endLeftoverServer } from './embedded/leftover.ts'
import { ensureOwner } from './embedded/owner-role.ts'
import type { Connection } from './embedded/owner-role.ts'
import { spawnPostmaster } from './embedded/postmaster.ts'
import { packagedPrograms, usablePrograms } from './embedded/programs.ts'
import { boundLog, keepLogBounded } from './embedded/server-log.ts'
import { settingArguments } from './embedded/settings.ts'
import { supervise } from './embedded/supervisor.ts'

export interface EmbeddedOptions {
  /** The folder for the database's files; see `defaultDataDir`. */
  dataDir: string
  /** Told in sentences what happens beyond the ordinary: leftovers ended, restarts. */
  log: (line: string) => void
  /** False gives up safety against power cuts for speed: tests only. Default true. */
  durable?: boolean
  /** Further settings of PostgreSQL, by name. */
  settings?: Readonly<Record<string, string>>
  /** As whom PostgreSQL runs when the app is root. Default: the owner of the data folder, else `nobody`. */
  unprivilegedUser?: OsUser
  /** Where PostgreSQL's programs lie. Default: the npm package of this platform. */
  nativeDir?: string
}

export interface EmbeddedDatabase {
  /** The app's owner role and database, as options for postgres.js. */
  connection: Connection
  /** The server's process id; undefined while it is not running. */
  pid: () => number | undefined
  /** Disconnects everyone and ends the server; no process is left when the promise is fulfilled. */
  stop: () => Promise<void>
}

/**
 * Starts a PostgreSQL 18 of our own from the npm package, on a Unix socket where there is one, and keeps it running until `stop`.
 * @throws an Error with a sentence for the operator: folder in use or unusable, no programs for this platform, wrong version.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { log, durable = true, settings = {}, nativeDir = packagedPrograms() } = options
  const wished = resolve(options.dataDir)
  const user = process.getuid?.() === 0 ? (options.unprivilegedUser ?? (await chooseDatabaseUser(wished))) : null
  const dataDir = await prepareDataFolder(wished, user)

  await using undo = new AsyncDisposableStack()
  undo.defer(takeAppLock(dataDir))
  const programs = await usablePrograms(nativeDir, dataDir, user)
  const endpoint = await openEndpoint(dataDir, user)
  undo.defer(() => closeEndpoint(endpoint))
  const cluster = await openCluster({ dataDir, nativeDir: programs, user, durable, endpoint })
  const logFile = join(dataDir, 'postgres.log')
  undo.defer(keepLogBounded(logFile, log))
  const plan = { cluster, nativeDir: programs, user, logFile, arguments: settingArguments(endpoint, { durable, settings }), log }
  const server = await supervise(async () => {
    await endLeftoverServer(cluster, programs, log)
    await clearEndpoint(endpoint)
    await boundLog(logFile)
    return spawnPostmaster(plan)
  }, log)
  undo.defer(server.stop)
  const connection = await ensureOwner(endpoint)

  const resources = undo.move()
  let stopping: Promise<void> | undefined
  return { connection, pid: server.pid, stop: () => (stopping ??= resources.disposeAsync()) }
}

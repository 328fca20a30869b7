import { once } from 'node:events'
import { Server } from 'node:http'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { createApp } from './app.ts'
import { startSealer } from './audit/sealer.ts'
import { allOrganisations } from './db/all-organisations.ts'
import { connectAsOwner, openDatabase } from './db/client.ts'
import type { Connection, Database } from './db/client.ts'
import { migrate } from './db/migrate.ts'
import { loadPack } from './frameworks/load.ts'
import { packFiles } from './frameworks/read-pack.ts'
import { startAggregates } from './heatmap/aggregates-upkeep.ts'
import type { Config } from './http/config.ts'
import { connectionOptions, patience, refuseBrokenRequests } from './http/connections.ts'
import { openLog } from './http/log.ts'
import { openOutgoing } from './http/outgoing.ts'
import { openAuth } from './identity/auth.ts'
import { openMail } from './identity/mail.ts'
import { openProviders } from './identity/providers.ts'
import { startKeeper } from './retention/keeper.ts'
import { renewFirstRun } from './setup/service.ts'

export const projectDir = join(import.meta.dirname, '..', '..')

export interface RunningServer {
  readonly port: number
  /** The first-run link's secret while no organisation was started. */
  readonly firstRun: string | null
  /** Takes no new request, lets those at work finish, closes the connections. */
  stop: () => Promise<void>
}

/** Brings the database to this build's state: migrations, then the framework pack. Safe to run from many servers at once. */
export async function prepareDatabase(connection: Connection): Promise<void> {
  const owner = connectAsOwner(connection)
  try {
    await migrate(owner, join(projectDir, 'migrations'))
  } finally {
    await owner.end({ timeout: 5 })
  }
}

/** Loads the framework pack that comes with the product; quick when its files are as they were. */
export async function loadFramework(database: Database, connection: Connection): Promise<'loaded' | 'unchanged'> {
  const files = await packFiles(join(projectDir, 'shared', 'frameworks', '2026'))
  return loadPack(database, files, () => allOrganisations(connection))
}

function cannotListen({ host, port }: Config, cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : ''
  if (code === 'EADDRINUSE')
    return new Error(`Port ${port} of ${host} is taken. Stop what listens there, or set PORT to another.`, { cause })
  if (code === 'EACCES') return new Error(`This user may not listen on port ${port} of ${host}. Set PORT to one above 1023.`, { cause })
  return cause
}

/** Serves Plumbline over this database. `drainMs` bounds how long a stop waits for requests at work, `wait` how long clients may take. */
export async function startServer(
  config: Config,
  connection: Connection,
  secret: string,
  { drainMs = 10_000, wait = patience } = {},
): Promise<RunningServer> {
  await prepareDatabase(connection)
  const database = openDatabase(connection, { poolSize: config.poolSize })
  await loadFramework(database, connection)
  const firstRun = await renewFirstRun(database)
  const log = openLog(config.logLevel)
  const pagesDir = join(projectDir, 'web', 'dist')
  const built = await access(join(pagesDir, 'index.html')).then(
    () => true,
    () => false,
  )
  let stopping = false
  const auth = openAuth(database, secret, config.url ?? `http://localhost:${config.port}`, {
    limits: config.sessionLimits,
  })
  const mail = openMail(config.mail, log)
  const providers = openProviders(config.providers, { outgoing: openOutgoing({ allow: config.outgoingAllow }), log })
  let { port } = config
  const home = () => new URL(config.url ?? `http://localhost:${port}`).origin
  const app = createApp({ database, auth, config, log, mail, providers, home }, { isStopping: () => stopping, ...(built && { pagesDir }) })
  const server = serve({ fetch: app.fetch, hostname: config.host, port: config.port, serverOptions: connectionOptions(wait) })
  if (server instanceof Server) refuseBrokenRequests(server)
  await once(server, 'listening').catch(async (error: unknown) => {
    providers.stop()
    await database.close()
    throw cannotListen(config, error)
  })
  const sealer = startSealer(database, log)
  const aggregates = startAggregates(database, log)
  const keeper = startKeeper(database, config.sessionLimits, log)
  const address = server.address()
  if (typeof address === 'object' && address !== null) port = address.port

  return {
    port,
    firstRun,
    stop: async () => {
      stopping = true
      const closed = once(server, 'close')
      server.close()
      if ('closeIdleConnections' in server) server.closeIdleConnections()
      const force = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), drainMs)
      await closed
      clearTimeout(force)
      await keeper.stop()
      await aggregates.stop()
      providers.stop()
      await mail.settled()
      await sealer.stop()
      await auth.settled()
      await database.close()
    },
  }
}

import postgres from 'postgres'
import { afterAll, beforeAll, inject } from 'vitest'
import type { Connection } from '@plumbline/server/db/client.ts'
import { readConfig } from '@plumbline/server/http/config.ts'
import { startServer } from '@plumbline/server/start.ts'
import { withoutRateLimits } from './rate-settings.ts'

export interface AppServer {
  url: string
  /** The secret of the first-run link. */
  firstRun: string
  stop: () => Promise<void>
}

/** The real server over this database, listening on a free port. */
export async function serveOver(connection: Connection, settings: Record<string, string> = {}): Promise<AppServer> {
  const config = readConfig({ ...withoutRateLimits, PORT: '0', LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent', ...settings })
  const server = await startServer(config, connection, 'a secret that is used in tests only, 32+', { drainMs: 1_000 })
  return { url: `http://localhost:${server.port}`, firstRun: server.firstRun ?? '', stop: server.stop }
}

/** A server of its own over a fresh database, for the test file. Call at the top of the file, read `app()` within tests. */
export function useAppServer(settings: () => Promise<Record<string, string>> = () => Promise.resolve({})): () => AppServer {
  let app: AppServer | undefined
  const engine = inject('engine')
  const name = `journey_${crypto.randomUUID().replaceAll('-', '')}`
  const admin = postgres({ ...engine, max: 1, onnotice: () => undefined })
  beforeAll(async () => {
    await admin.unsafe(`create database ${name} template ${inject('template')}`)
    app = await serveOver({ ...engine, database: name }, await settings())
  })
  afterAll(async () => {
    await app?.stop()
    await admin.unsafe(`drop database if exists ${name} with (force)`)
    await admin.end()
  })
  return () => {
    if (app === undefined) throw new Error('The server is started before the first test; ask for it within tests.')
    return app
  }
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '@plumbline/server/db/client.ts'
import type { Connection } from '@plumbline/server/db/client.ts'
import { startEmbedded } from '@plumbline/server/db/embedded.ts'
import { loadFramework, prepareDatabase } from '@plumbline/server/start.ts'

export type Parts = Exclude<Connection, string>

declare module 'vitest' {
  export interface ProvidedContext {
    /** The engine of this run, and the name of the migrated database that each test file clones. */
    engine: Parts
    template: string
  }
}

/** Starts one real PostgreSQL for the whole run and migrates one database, which each test file then clones. */
export default async function setup({ provide }: TestProject) {
  const dataDir = await mkdtemp(join(tmpdir(), 'plumbline-test-'))
  // A worker of autovacuum belongs to the superuser: it would keep a database from being dropped by its owner.
  const settings = { max_connections: '200', autovacuum: 'off' }
  const engine = await startEmbedded({ dataDir, durable: false, log: () => undefined, settings })
  const admin = postgres({ ...engine.connection, max: 1, onnotice: () => undefined })
  await admin`create database template_world`
  await admin.end()
  const template = { ...engine.connection, database: 'template_world' }
  await prepareDatabase(template)
  const database = openDatabase(template)
  await loadFramework(database, template)
  await database.close()
  provide('engine', engine.connection)
  provide('template', 'template_world')
  return async () => {
    await engine.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

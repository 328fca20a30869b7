import { readHeads, verifyAudit } from './audit-verify.ts'
import { checkLevels } from './check-levels.ts'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { defaultDataDir } from './db/embedded/data-folder.ts'
import { startEmbedded } from './db/embedded.ts'
import { readConfig } from './http/config.ts'
import type { Config } from './http/config.ts'
import { restoreAccess } from './identity/restore-access.ts'
import { newSecret } from './identity/secret.ts'
import { previewRetention, retainNow } from './retention-run.ts'
import { projectDir, startServer } from './start.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** The key of the session cookies: given, or made once and kept beside the embedded database. */
async function keptSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, 'secret')
  const kept = await readFile(file, 'utf8').catch(() => null)
  if (kept !== null) return kept.trim()
  const secret = newSecret()
  await writeFile(file, secret, { mode: 0o600, flag: 'wx' })
  return secret
}

async function openEngine(config: Config) {
  if (config.databaseUrl !== undefined) {
    if (config.secret === undefined)
      throw new Error('PLUMBLINE_SECRET: set it to at least 32 random characters; sessions are signed with it.')
    return { connection: config.databaseUrl, secret: config.secret, stop: () => Promise.resolve() }
  }
  const dataDir = await defaultDataDir({ PLUMBLINE_DATA: config.dataDir }, projectDir)
  say(`PostgreSQL 18 runs from npm, its data is in ${dataDir} (PLUMBLINE_DATA changes that).`)
  const engine = await startEmbedded({ dataDir, log: say })
  return { connection: engine.connection, secret: config.secret ?? (await keptSecret(dataDir)), stop: engine.stop }
}

/** `node server/src/main.ts check-levels`: works the kept numbers out anew and fails where one differs. */
async function check(engine: Awaited<ReturnType<typeof openEngine>>): Promise<void> {
  const found = await checkLevels(engine.connection).finally(engine.stop)
  for (const line of found) say(`differs: ${line}`)
  say(found.length === 0 ? 'Every kept level and count equals its history.' : `${found.length} differ from their history.`)
  process.exitCode = found.length === 0 ? 0 : 1
}

/** `node server/src/main.ts restore-access <e-mail>`: prints a link with which an admin sets a new password. */
async function restore(engine: Awaited<ReturnType<typeof openEngine>>, url: string, email: string | undefined): Promise<void> {
  const made =
    email === undefined
      ? Promise.reject(new Error('Say whose: npm run access:restore -- <e-mail address of an admin>'))
      : restoreAccess(engine.connection, email)
  const secret = await made.finally(engine.stop)
  say(`This link sets a new password. It works once, within a day: ${url}/join#${secret}`)
}

/** `node server/src/main.ts audit-verify [--head organisation=hash …]`: fails where an audit trail is not whole. */
async function verify(engine: Awaited<ReturnType<typeof openEngine>>, heads: ReadonlyMap<string, readonly string[]>): Promise<void> {
  const { lines, whole } = await verifyAudit(engine.connection, heads).finally(engine.stop)
  for (const line of lines) say(line)
  say(whole ? 'Every audit trail is whole. Note the heads elsewhere and give them back with --head.' : 'An audit trail is broken.')
  process.exitCode = whole ? 0 : 1
}

/** `node server/src/main.ts retention-run [--preview]`: removes what was kept long enough, or says what that would be. */
async function retain(engine: Awaited<ReturnType<typeof openEngine>>, config: Config, preview: boolean): Promise<void> {
  const { connection } = engine
  const lines = await (preview ? previewRetention(connection) : retainNow(connection, config.sessionLimits)).finally(engine.stop)
  for (const line of lines) say(line)
}

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const heads = process.argv[2] === 'audit-verify' ? readHeads(process.argv.slice(3)) : null
  const engine = await openEngine(config)
  if (process.argv[2] === 'check-levels') return check(engine)
  if (heads !== null) return verify(engine, heads)
  if (process.argv[2] === 'retention-run') return retain(engine, config, process.argv.includes('--preview'))
  if (process.argv[2] === 'restore-access') return restore(engine, config.url ?? `http://localhost:${config.port}`, process.argv[3])
  const server = await startServer(config, engine.connection, engine.secret).catch(async (error: unknown) => {
    await engine.stop()
    throw error
  })
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    say('Stopping: finishing the requests at work.')
    server
      .stop()
      .finally(engine.stop)
      .then(() => process.exit(0), fail)
  }
  // Before anyone is told that it is ready: a signal that comes right then has to find its handler.
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  const url = config.url ?? `http://localhost:${server.port}`
  if (server.firstRun === null) say(`Plumbline is ready: ${url}`)
  else say(`Plumbline is ready. Start here, this link works once: ${url}/start#${server.firstRun}`)
}

function fail(error: unknown): never {
  process.stderr.write(`Plumbline could not go on: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

if (Number(process.versions.node.split('.')[0]) < 24)
  fail(new Error(`Node 24 is needed, this is ${process.versions.node}. Use npm start, which brings its own.`))
main().catch(fail)

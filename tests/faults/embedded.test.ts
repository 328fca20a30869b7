import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, lstat, mkdir, readFile, readdir, watch, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { isAlive, isServerOf } from '@plumbline/server/db/embedded/pid-file.ts'
import {
  ask,
  freshFolder,
  isRoot,
  killApp,
  ordinaryFolder,
  ordinaryUid,
  packageWithoutLinks,
  spawnApp,
  start,
  startApp,
} from '../support/embedded-world.ts'

test('the first start answers as PostgreSQL 18 with checksums, Unicode case and no TCP port', async () => {
  const database = await start(join(await freshFolder(), 'data'), { settings: { work_mem: '5MB' } })
  const settings = ['server_version', 'data_checksums', 'server_encoding', 'listen_addresses', 'fsync', 'timezone', 'work_mem']
  const [row] = await ask(database, `select ${settings.map((s) => `current_setting('${s}') as ${s}`).join(', ')}, lower('ÄÉΣ') as lower`)
  expect(row).toMatchObject({ data_checksums: 'on', server_encoding: 'UTF8', listen_addresses: '', fsync: 'on', timezone: 'UTC' })
  expect(row).toMatchObject({ server_version: expect.stringMatching(/^18\./), work_mem: '5MB', lower: 'äéσ' })
})

test('the app connects as an owner that may make roles and databases but bypasses nothing', async () => {
  const database = await start(join(await freshFolder(), 'data'), { durable: false })
  const [role] = await ask(
    database,
    'select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user',
  )
  expect(role).toEqual({ rolname: 'plumbline_owner', rolsuper: false, rolbypassrls: false, rolcreaterole: true, rolcreatedb: true })
  await ask(database, 'create table notes (id int)')
})

test('only the owner and root can pass to the data and to the socket', async () => {
  const dataDir = join(await freshFolder(), 'data')
  const database = await start(dataDir, { durable: false })
  expect((await lstat(dataDir)).mode & 0o066).toBe(0)
  for (const folder of [join(dataDir, 'cluster'), database.connection.host]) {
    const { mode, uid } = await lstat(folder)
    expect([folder, mode & 0o777, uid]).toEqual([folder, 0o700, ordinaryUid])
  }
})

test('a warm start finds the rows', async () => {
  const dataDir = join(await freshFolder(), 'data')
  const first = await start(dataDir)
  await ask(first, 'create table notes as select 7 as id')
  await first.stop()
  const second = await start(dataDir)
  expect(await ask(second, 'select id from notes')).toEqual([{ id: 7 }])
  expect(second.logged).toEqual([])
})

test('stop disconnects open clients and leaves no process and no socket', async () => {
  const database = await start(join(await freshFolder(), 'data'), { durable: false })
  const open = ask(database, 'select pg_sleep(600)').catch((error: unknown) => error)
  const backends = () => ask<{ pid: number; query: string }>(database, 'select pid, query from pg_stat_activity', 'postgres')
  const rows = await vi.waitUntil(async () => {
    const found = await backends()
    return found.some(({ query }) => query.includes('pg_sleep')) && found
  })
  const pids = [database.pid() ?? 0, ...rows.map(({ pid }) => pid)]
  await database.stop()
  expect(await open).toBeInstanceOf(Error)
  expect(database.pid()).toBeUndefined()
  expect(pids.filter(isAlive)).toEqual([])
  await expect(lstat(database.connection.host)).rejects.toThrow('ENOENT')
})

test('a second start on the same folder is refused and names the running one', async () => {
  const dataDir = join(await freshFolder(), 'data')
  const app = await startApp({ dataDir, durable: false })
  await expect(start(dataDir)).rejects.toThrow(
    new RegExp(`in use by process ${app.process.pid}, running since \\d{4}-\\d\\d-\\d\\dT.*DATABASE_URL`),
  )
  const other = await startApp({ dataDir })
  expect(other.says).toMatchObject({ kind: 'failed', message: expect.stringContaining(`process ${app.process.pid}`) })
})

test('of two starts at the same moment on a new folder one wins', async () => {
  const dataDir = join(await freshFolder(), 'data')
  const apps = await Promise.all([startApp({ dataDir, durable: false }), startApp({ dataDir, durable: false })])
  expect(apps.map(({ says }) => says.kind).toSorted()).toEqual(['failed', 'ready'])
})

test('PostgreSQL is started again when it is killed, and committed rows are there', async () => {
  const database = await start(join(await freshFolder(), 'data'))
  await ask(database, 'create table notes as select 7 as id')
  const killed = database.pid() ?? 0
  process.kill(killed, 'SIGKILL')
  await vi.waitUntil(() => database.logged.some((line) => line.startsWith('PostgreSQL runs again')), { timeout: 20_000, interval: 5 })
  expect(await ask(database, 'select id from notes')).toEqual([{ id: 7 }])
  expect(database.pid()).not.toBe(killed)
  expect(database.logged[0]).toBe('PostgreSQL ended by itself (SIGKILL); starting it again')
})

test('stop while PostgreSQL is being started again ends it for good', async () => {
  const database = await start(join(await freshFolder(), 'data'), { durable: false })
  process.kill(database.pid() ?? 0, 'SIGKILL')
  await vi.waitUntil(() => database.logged.length > 0, { interval: 1 })
  await database.stop()
  expect(database.pid()).toBeUndefined()
  expect(database.logged).toHaveLength(1)
})

test('after kill -9 of the app the next start ends the server left behind and finds the rows', async () => {
  const dataDir = join(await freshFolder(), 'data')
  const app = await startApp({ dataDir })
  await app.kill()
  const leftover = app.says.kind === 'ready' ? app.says.serverPid : undefined
  expect(isAlive(leftover ?? 0)).toBe(true)
  const database = await start(dataDir)
  expect(await ask(database, 'select id from notes')).toEqual([{ id: 1 }])
  expect(database.logged).toEqual([`PostgreSQL (process ${leftover}) was left running by a run that was killed; ending it first`])
  expect(await isServerOf(join(dataDir, 'cluster'), leftover ?? 0)).toBe(false)
})

test('after kill -9 of both the app and PostgreSQL the next start recovers', async () => {
  const dataDir = join(await freshFolder(), 'data')
  const app = await startApp({ dataDir })
  await app.kill()
  if (app.says.kind === 'ready') process.kill(app.says.serverPid ?? 0, 'SIGKILL')
  const database = await start(dataDir)
  expect(await ask(database, 'select id from notes')).toEqual([{ id: 1 }])
  expect(await readFile(join(dataDir, 'postgres.log'), 'utf8')).toContain('automatic recovery in progress')
})

test('a process id in postmaster.pid that now belongs to a stranger does not hinder the start', async () => {
  const dataDir = join(await freshFolder(), 'data')
  const app = await startApp({ dataDir })
  await app.kill()
  const pidFile = join(dataDir, 'cluster', 'postmaster.pid')
  const lines = (await readFile(pidFile, 'utf8')).split('\n')
  process.kill(Number(lines[0]), 'SIGKILL')
  await vi.waitUntil(async () => !(await isServerOf(join(dataDir, 'cluster'), Number(lines[0]))), { timeout: 10_000, interval: 5 })
  const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], isRoot ? { uid: ordinaryUid, cwd: '/' } : { cwd: '/' })
  await once(stranger, 'spawn')
  await writeFile(pidFile, [stranger.pid, ...lines.slice(1)].join('\n'))
  onTestFinished(() => void stranger.kill('SIGKILL'))
  const database = await start(dataDir, { durable: false })
  expect(await ask(database, 'select id from notes')).toEqual([{ id: 1 }])
  expect(isAlive(stranger.pid ?? 0)).toBe(true)
})

test('an initdb that was cut short is cleaned up by the next start', async () => {
  const dataDir = await ordinaryFolder()
  const changes = watch(dataDir)[Symbol.asyncIterator]()
  const app = spawnApp({ dataDir, durable: false })
  const isHalfMade = async () => (await readdir(dataDir)).some((name) => name.startsWith('cluster.new-'))
  while (!(await isHalfMade())) await changes.next()
  await killApp(app)
  await changes.return?.()
  expect(await isHalfMade()).toBe(true)
  const database = await start(dataDir, { durable: false })
  expect(await ask(database, 'select 1 as one')).toEqual([{ one: 1 }])
  expect((await readdir(dataDir)).toSorted()).toEqual(['app.json', 'app.lock', 'cluster', 'postgres.log'])
})

test('an ordinary user who cannot write the package starts from a copy of it, is killed, and starts again', async () => {
  const dataDir = await ordinaryFolder()
  const { nativeDir } = await packageWithoutLinks()
  await chmod(join(nativeDir, 'lib'), 0o555)
  onTestFinished(() => chmod(join(nativeDir, 'lib'), 0o755))
  const order = { dataDir, nativeDir, durable: false, ...(isRoot ? { uid: ordinaryUid } : {}) }
  const first = await startApp(order)
  expect(first.says).toMatchObject({ kind: 'ready', rows: 1 })
  expect((await readdir(dataDir)).filter((name) => name.startsWith('programs'))).toEqual([expect.stringMatching(/^programs-18\./)])
  await first.kill()
  const second = await startApp(order)
  expect(second.says).toMatchObject({ kind: 'ready', rows: 2 })
})

test('the owner of the data folder can start after root has', async () => {
  const dataDir = await ordinaryFolder()
  const { nativeDir } = await packageWithoutLinks()
  const asRoot = await start(dataDir, { durable: false, nativeDir })
  await asRoot.stop()
  const asOwner = await startApp({ dataDir, nativeDir, durable: false, ...(isRoot ? { uid: ordinaryUid } : {}) })
  expect(asOwner.says).toMatchObject({ kind: 'ready', rows: 1 })
})

test('library links that npm did not make are made', async () => {
  const { nativeDir, links } = await packageWithoutLinks()
  const database = await start(join(await freshFolder(), 'data'), { durable: false, nativeDir })
  expect(await ask(database, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(links.length).toBeGreaterThan(0)
  for (const link of links) expect((await lstat(link)).isSymbolicLink()).toBe(true)
})

test('data of another major version is refused by name', async () => {
  const dataDir = await ordinaryFolder()
  await mkdir(join(dataDir, 'cluster'))
  await writeFile(join(dataDir, 'cluster', 'PG_VERSION'), '17\n')
  await expect(start(dataDir, { unprivilegedUser: { uid: process.getuid?.() ?? 0, gid: 0 } })).rejects.toThrow(
    /is of PostgreSQL version 17, this build brings 18/,
  )
})

test('programs below a private folder are run by whatever user it takes, also the second time', async () => {
  const { nativeDir } = await packageWithoutLinks()
  await chmod(join(nativeDir, '..'), 0o700)
  const dataDir = join(await freshFolder(), 'data')
  const database = await start(dataDir, { durable: false, nativeDir })
  await database.stop()
  const again = await start(dataDir, { durable: false, nativeDir })
  expect(await ask(again, 'select 1 as one')).toEqual([{ one: 1 }])
})

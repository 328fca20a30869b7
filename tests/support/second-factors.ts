import { createHmac } from 'node:crypto'
import { expect } from 'vitest'
import { authenticator } from './authenticator.ts'
import { testPassword } from './world.ts'
import type { Answer, Caller, World } from './world.ts'

/** A browser: it keeps what cookies it is given, and sends them. */
export function browserIn(world: Pick<World, 'caller'>, headers: Record<string, string> = {}) {
  const jar = new Map<string, string>()
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const keep = (answer: Answer): Answer => {
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split(/=(.*)/s)
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    return answer
  }
  const raw: Caller['raw'] = async (path, init) =>
    keep(await world.caller(cookie()).raw(path, { ...init, headers: { ...headers, ...(init.headers as Record<string, string>) } }))
  const send =
    (method: string) =>
    (path: string, body?: unknown, more: Record<string, string> = {}) =>
      raw(path, {
        method,
        headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...more },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
  return {
    jar,
    get: (path: string) => send('GET')(path),
    delete: (path: string, more?: Record<string, string>) => send('DELETE')(path, undefined, more),
    post: send('POST'),
    put: send('PUT'),
    patch: send('PATCH'),
    /** The first step. */
    password: (email: string, password = testPassword) => send('POST')('/sessions', { email, password }),
    code: (code: string, kind: 'totp' | 'recovery' = 'totp') => send('POST')('/sessions/second-factor', { with: kind, code }),
  }
}
export type TestBrowser = ReturnType<typeof browserIn>

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** What an app shows so many half minutes from now: RFC 6238, written down a second time. */
export function codeOf(secret: string, steps = 0): string {
  const bits = [...secret].map((sign) => base32.indexOf(sign).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps))
  const mac = createHmac('sha1', key).update(counter).digest()
  const code = mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fff_ffff
  return String(code % 1_000_000).padStart(6, '0')
}

/** Lets every code count again: 30 seconds are too long for a test. */
export const forgetLastCode = (world: World) => world.ownerSql`update authenticator_apps set last_step = 0`

/** Adds an authenticator app in this browser. */
export async function addApp(browser: Pick<TestBrowser, 'post' | 'put'>): Promise<{ secret: string; recoveryCodes: string[] }> {
  const started = await browser.post('/me/authenticator-app')
  expect(started.status, started.text).toBe(201)
  const confirmed = await browser.put('/me/authenticator-app', { code: codeOf(started.body.secret, -1) })
  expect(confirmed.status, confirmed.text).toBe(200)
  return { secret: started.body.secret, recoveryCodes: confirmed.body.recoveryCodes }
}

/** Adds a passkey in this browser. */
export async function addPasskey(browser: Pick<TestBrowser, 'post'>, name = 'My phone', key = authenticator()) {
  const options = await browser.post('/me/passkeys/challenge')
  expect(options.status, options.text).toBe(201)
  const added = await browser.post('/me/passkeys', { name, response: key.create(options.body) })
  expect(added.status, added.text).toBe(201)
  return key
}

/** Someone in a browser of their own, signed in with their password. */
export async function signedIn(world: World, email = 'ada@example.org') {
  const browser = browserIn(world)
  expect((await browser.password(email)).body).toEqual({ done: true })
  return browser
}

/** The actions in the audit trail. */
export const actionsIn = async (world: World): Promise<string[]> =>
  (
    await world.database.withTx({ orgId: world.organisationId }, {}, (tx) => tx.execute('select action from audit_events order by id'))
  ).rows.map((row) => String(row['action']))

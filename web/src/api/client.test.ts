import { defineRoute } from '@plumbline/shared/http/route.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { ApiError } from './api-error.ts'
import { attempts } from './change.ts'
import { call } from './client.ts'

const team = z.strictObject({ name: z.string() })
const readTeam = defineRoute({
  method: 'get',
  path: '/teams/{teamId}',
  summary: '',
  params: z.strictObject({ teamId: z.string() }),
  query: z.strictObject({ skills: z.array(z.string()).optional() }),
  ok: team,
})
const createTeam = defineRoute({ method: 'post', path: '/teams', summary: '', body: team, ok: team })
const renameTeam = defineRoute({
  method: 'put',
  path: '/teams/{teamId}',
  summary: '',
  params: z.strictObject({ teamId: z.string() }),
  body: team,
  ok: team,
  ifMatch: true,
})
const exportTeams = defineRoute({ method: 'get', path: '/teams.csv', summary: '', ok: z.string(), media: 'text/csv' })

const server = vi.fn<typeof fetch>()
beforeEach(() => vi.stubGlobal('fetch', server))
afterEach(() => {
  server.mockReset()
  vi.unstubAllGlobals()
})

const answerWith = (body: string, init: ResponseInit = {}) => server.mockResolvedValueOnce(new Response(body, init))

function sent(): { path: unknown; headers: Headers; init: RequestInit } {
  const [path, init = {}] = server.mock.lastCall ?? []
  return { path, init, headers: new Headers(init.headers) }
}

async function refusalOf(promise: Promise<unknown>): Promise<ApiError> {
  const error: unknown = await promise.catch((reason: unknown) => reason)
  if (!(error instanceof ApiError)) throw new Error('expected an ApiError')
  return error
}

test('a read fills in the path and the query and brings the version back', async () => {
  answerWith('{"name":"Core"}', { headers: { etag: '"7"' } })
  expect(await call(readTeam, { params: { teamId: 'a/b' }, query: { skills: ['go', 'sql'] } })).toEqual({
    data: { name: 'Core' },
    version: 7,
  })
  expect(sent().path).toBe('/api/v1/teams/a%2Fb?skills=go&skills=sql')
  expect(sent().init).toMatchObject({ method: 'GET', credentials: 'same-origin' })
  expect(sent().init.body).toBeUndefined()
  expect(sent().headers.has('idempotency-key')).toBe(false)
})

test('a creation carries JSON and a key, a fresh one unless told otherwise', async () => {
  for (const idempotencyKey of [undefined, undefined, 'mine']) {
    answerWith('{"name":"Core"}')
    await call(createTeam, { body: { name: 'Core' }, idempotencyKey })
  }
  const [first, second, third] = server.mock.calls.map(([, init]) => new Headers(init?.headers).get('idempotency-key'))
  expect(first).toMatch(/^[0-9a-f-]{36}$/)
  expect(second).not.toBe(first)
  expect(third).toBe('mine')
  expect(sent().init.body).toBe('{"name":"Core"}')
  expect(sent().headers.get('content-type')).toBe('application/json')
})

test('a key is made even where the browser offers no randomUUID', async () => {
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
  answerWith('{"name":"Core"}')
  await call(createTeam, { body: { name: 'Core' } })
  expect(sent().headers.get('idempotency-key')).toMatch(/^[0-9a-f]{32}$/)
})

test('a change says which version it was made from', async () => {
  answerWith('{"name":"Edge"}', { headers: { etag: 'W/"8"' } })
  const answer = await call(renameTeam, { params: { teamId: 'a' }, body: { name: 'Edge' }, ifMatch: 7 })
  expect(sent().headers.get('if-match')).toBe('"7"')
  expect(answer.version).toBe(8)
})

test('text comes back as text', async () => {
  answerWith('name\nCore\n')
  expect((await call(exportTeams, {})).data).toBe('name\nCore\n')
})

test("a refusal keeps the server's sentence, fields and version", async () => {
  const errors = [{ in: 'body', pointer: '/name', detail: 'taken' }]
  const problem = { type: 'about:blank', title: 'Stale', status: 412, code: 'stale', detail: 'Look again.', errors, version: 9 }
  answerWith(JSON.stringify(problem), { status: 412, headers: { 'content-type': 'application/problem+json' } })
  const error = await refusalOf(call(readTeam, { params: { teamId: 'a' } }))
  expect({ ...error }).toMatchObject({ code: 'stale', errors, version: 9 })
  expect(error.message).toBe('Look again.')
})

test("a proxy's error page becomes a code and a sentence of ours", async () => {
  answerWith('<h1>Bad gateway</h1>', { status: 502 })
  const error = await refusalOf(call(readTeam, { params: { teamId: 'a' } }))
  expect(error.code).toBe('busy')
  expect(error.message).toBe('Wait a moment and try again.')
})

test('a server that cannot be reached is "offline"', async () => {
  server.mockRejectedValueOnce(new TypeError('Failed to fetch'))
  expect((await refusalOf(call(readTeam, { params: { teamId: 'a' } }))).code).toBe('offline')
})

test('a call that was given up is not an error of the server', async () => {
  const aborted = new DOMException('aborted', 'AbortError')
  server.mockRejectedValueOnce(aborted)
  await expect(call(readTeam, { params: { teamId: 'a' }, signal: AbortSignal.abort() })).rejects.toBe(aborted)
})

test('one attempt keeps its key until it succeeds or says something else', () => {
  const { keyFor, succeeded } = attempts()
  const first = keyFor({ body: { name: 'Core' } })
  expect(keyFor({ body: { name: 'Core' } })).toBe(first)
  const other = keyFor({ body: { name: 'Edge' } })
  expect(other).not.toBe(first)
  succeeded()
  expect(keyFor({ body: { name: 'Edge' } })).not.toBe(other)
})

test('the same thing sent again while it is under way is sent once; afterwards, or another thing, is sent anew', async () => {
  const { join } = attempts()
  const { promise, resolve } = Promise.withResolvers<string>()
  const run = vi.fn<() => Promise<string>>(() => promise)
  const [first, second] = [join({ name: 'Platform' }, run), join({ name: 'Platform' }, run)]
  const other = join({ name: 'Core' }, run)
  resolve('done')
  expect(await Promise.all([first, second, other])).toEqual(['done', 'done', 'done'])
  expect(run).toHaveBeenCalledTimes(2)
  await join({ name: 'Platform' }, run)
  expect(run).toHaveBeenCalledTimes(3)
})

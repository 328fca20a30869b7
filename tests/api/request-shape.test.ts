import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { inject, expect, onTestFinished, test } from 'vitest'
import postgres from 'postgres'
import { startServer } from '@plumbline/server/start.ts'
import { readConfig } from '@plumbline/server/http/config.ts'
import { emptyWorld, startedWorld } from '../support/world.ts'

const json = { 'content-type': 'application/json' }
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

test('a body of a shape that no route needs is refused before it is built, and nothing is written', async () => {
  const { admin } = await startedWorld()
  const refusals = [
    [nested(100_000), 'The body nests deeper than 20 levels.'],
    [`{"name":"x","parentId":${nested(21)}}`, 'The body nests deeper than 20 levels.'],
    [JSON.stringify(Array.from({ length: 20_001 }, () => 0)), 'The body holds more than 20,000 values. Send less at once.'],
    ['{"name":"x","__proto__":{"role":"admin"}}', 'The body uses a name that is not allowed: __proto__, constructor or prototype.'],
    ['{"name":"x","\\u005f_proto__":{}}', 'The body uses a name that is not allowed: __proto__, constructor or prototype.'],
    ['{"name":"x","constructor":{"prototype":{}}}', 'The body uses a name that is not allowed: __proto__, constructor or prototype.'],
  ]
  for (const [body, detail] of refusals) {
    const refused = await admin.raw('/teams', { method: 'POST', headers: json, body: body ?? '' })
    expect([refused.status, refused.body.code, refused.body.detail]).toEqual([400, 'invalid', detail])
  }
  expect((await admin.get('/teams')).body.teams).toEqual([])
})

test('a body is JSON in UTF-8 or refused, whatever else it says it is', async () => {
  const { admin } = await startedWorld()
  const body = JSON.stringify({ name: 'Platform' })
  const types = [
    'text/plain',
    'text/json',
    'application/xml',
    'application/merge-patch+json',
    'application/jsonp',
    'application/json; charset=utf-16',
    'multipart/form-data; boundary=x',
    '',
  ]
  for (const type of types)
    expect([type, (await admin.raw('/teams', { method: 'POST', headers: { 'content-type': type }, body })).status]).toEqual([type, 415])
  expect((await admin.raw('/teams', { method: 'POST', body: new Blob([body]) })).status).toBe(415)
  expect((await admin.get('/teams')).body.teams).toEqual([])
  const taken = await admin.raw('/teams', { method: 'POST', headers: { 'content-type': 'Application/JSON; charset="UTF-8"' }, body })
  expect(taken.status).toBe(201)
})

test('addresses, query values and headers are bounded with a sentence', async () => {
  const { nobody } = await emptyWorld()
  const refusals = [
    [await nobody.get(`/teams?x=${'a'.repeat(9_000)}`), 'The address is longer than 8192 characters.'],
    [await nobody.get(`/teams?${'a&'.repeat(201)}`), 'The address holds more than 200 query values.'],
    [await nobody.get('/teams', { 'x-anything': 'a'.repeat(9_000) }), 'The header x-anything is longer than 8192 characters.'],
  ] as const
  for (const [answer, sentence] of refusals) {
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid'])
    expect(answer.body.detail).toContain(sentence)
  }
})

/** The real server, spoken to in words of one's own. */
async function onTheWire() {
  const engine = inject('engine')
  const database = `wire_${crypto.randomUUID().replaceAll('-', '')}`
  const owner = postgres({ ...engine, max: 1, onnotice: () => undefined })
  await owner.unsafe(`create database ${database} template ${inject('template')}`)
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent' })
  const server = await startServer(config, { ...engine, database }, 'a secret that is used in tests only, 32+', {
    drainMs: 100,
    wait: { headersMs: 100, requestMs: 200 },
  })
  onTestFinished(async () => {
    await server.stop()
    await owner.unsafe(`drop database if exists ${database} with (force)`)
    await owner.end()
  })
  const say = async (words: string) => {
    const socket = connect(server.port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write(words)
    return text(socket)
  }
  return say
}

test('on the wire, slow headers, slow bodies, large headers and what is no HTTP are answered and hung up on', async () => {
  const say = await onTheWire()
  const post = 'POST /api/v1/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"em'
  const answers = await Promise.all([
    say('GET /live HTTP/1.1\r\nHost: localhost\r\nX-Slow: '),
    say(post),
    say(`GET /live HTTP/1.1\r\nHost: localhost\r\nX-Large: ${'a'.repeat(20_000)}\r\n\r\n`),
    say('EHLO example.org\r\n'),
  ])
  expect(answers.map((answer) => answer.split(' ')[1])).toEqual(['408', '408', '431', '400'])
  for (const answer of answers) {
    expect(answer).toContain('Content-Type: application/problem+json')
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ code: 'invalid', detail: expect.stringMatching(/\.$/) })
  }
})

test('a method that echoes or tunnels is refused', async () => {
  // CONNECT is hung up on without a word.
  const say = await onTheWire()
  const to = (method: string, target: string) =>
    say(`${method} ${target} HTTP/1.1\r\nHost: localhost\r\nX-Mark: marked\r\nConnection: close\r\n\r\n`)
  const answers = [
    await to('TRACE', '/api/v1/me'),
    await to('TRACE', '/'),
    await to('CONNECT', 'elsewhere.example:443'),
    await to('TRACK', '/live'),
  ]
  expect(answers.map((answer) => answer.split(' ')[1])).toEqual(['405', '404', undefined, '400'])
  for (const answer of answers) expect(answer).not.toContain('marked')
})

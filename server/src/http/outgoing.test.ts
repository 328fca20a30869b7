import { once } from 'node:events'
import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import { createServer as createRawServer } from 'node:net'
import type { Server } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test, vi } from 'vitest'
import { OutgoingRefused, openOutgoing } from './outgoing.ts'

async function listen<S extends Server>(server: S): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** A server of this machine that counts who reaches it. */
async function local(answer: RequestListener = (_, response) => response.end('inside')) {
  const reached = vi.fn<RequestListener>(answer)
  const server = createServer(reached)
  const port = await listen(server)
  onTestFinished(() => server.closeAllConnections())
  return { port, reached }
}

const to = (...addresses: string[]) => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))

/** A name server that gives the first address once and the second from then on. */
const answers = (first: string, then: string) =>
  vi.fn<(host: string) => Promise<ReturnType<typeof to>>>(async () => to(then)).mockImplementationOnce(async () => to(first))

const spelled = [
  ['dotted', '127.0.0.1'],
  ['short', '127.1'],
  ['decimal', '2130706433'],
  ['octal', '0177.0.0.1'],
  ['hexadecimal', '0x7f000001'],
  ['mixed', '0x7f.0.0.01'],
  ['full-width digits', '１２７.0.0.1'],
  ['escaped', '%31%32%37.0.0.1'],
  ['unspecified', '0.0.0.0'],
  ['zero', '0'],
  ['IPv6', '[::1]'],
  ['IPv6 unspecified', '[::]'],
  ['IPv4-mapped', '[::ffff:127.0.0.1]'],
  ['IPv4-mapped in hexadecimal', '[::ffff:7f00:1]'],
  ['IPv4-compatible', '[::127.0.0.1]'],
  ['NAT64', '[64:ff9b::7f00:1]'],
  ['6to4', '[2002:7f00:1::]'],
  ['by name', 'localhost'],
  ['by full name', 'localhost.'],
] as const

test.each(spelled)('this machine is not called, %s', async (_, host) => {
  const { port, reached } = await local()
  for (const scheme of ['http', 'https'])
    await expect(openOutgoing({ allow: [] })(`${scheme}://${host}:${port}/`)).rejects.toThrow(OutgoingRefused)
  expect(reached).not.toHaveBeenCalled()
})

test.each(['169.254.169.254', '100.100.100.200', '10.0.0.1', '[fd00:ec2::254]', '[fe80::1]'])('%s is not called', async (host) => {
  await expect(openOutgoing({ allow: [] })(`https://${host}/latest/meta-data/`)).rejects.toThrow(`${host.replace(/[[\]]/g, '')} is not on`)
})

test('a name is refused where any of its addresses is not public', async () => {
  const call = openOutgoing({ allow: [], resolve: async () => to('1.1.1.1', '10.0.0.1') })
  await expect(call('https://both.example/secret?code=1')).rejects.toThrow(/^both\.example is not on the public internet/)
})

test('a name is looked up once for a connection, and the connection goes to what was found', async () => {
  const { port, reached } = await local()
  const resolve = answers('127.0.0.1', '127.0.0.2')
  const call = openOutgoing({ allow: ['rebind.example'], resolve })
  expect(await (await call(`http://rebind.example:${port}/`)).text()).toBe('inside')
  expect(resolve.mock.calls).toEqual([['rebind.example']])
  expect(reached).toHaveBeenCalledOnce()
})

test('a name that answers differently the second time is refused the second time', async () => {
  const server = createRawServer((socket) => socket.destroy())
  const port = await listen(server)
  const resolve = answers('127.0.0.1', '127.0.0.2')
  const call = openOutgoing({ allow: ['127.0.0.1'], resolve })
  await expect(call(`https://rebind.example:${port}/`)).rejects.not.toThrow(OutgoingRefused)
  await expect(call(`https://rebind.example:${port}/`)).rejects.toThrow(OutgoingRefused)
  expect(resolve).toHaveBeenCalledTimes(2)
})

test('over https the certificate is asked for by name though the connection goes to the address', async () => {
  const hello = Promise.withResolvers<Buffer>()
  const port = await listen(
    createRawServer((socket) => {
      socket.once('data', (data) => {
        hello.resolve(Buffer.from(data))
        socket.destroy()
      })
    }),
  )
  const call = openOutgoing({ allow: ['127.0.0.0/8'], resolve: async () => to('127.0.0.1') })
  await expect(call(`https://idp.example:${port}/`)).rejects.toThrow(TypeError)
  expect((await hello.promise).includes('idp.example')).toBe(true)
})

test('a host that the operator named is called, with what the caller sends', async () => {
  const seen = Promise.withResolvers<unknown>()
  const { port } = await local(async (request, response) => {
    seen.resolve([request.method, request.headers['x-mark'], Buffer.concat(await request.toArray()).toString()])
    response.writeHead(201, { 'x-answer': 'yes' }).end(JSON.stringify({ ok: true }))
  })
  const call = openOutgoing({ allow: ['localhost'] })
  const answer = await call(new URL(`http://localhost:${port}/`), {
    method: 'POST',
    headers: { 'x-mark': '7' },
    body: new URLSearchParams({ a: '1' }),
  })
  expect(await seen.promise).toEqual(['POST', '7', 'a=1'])
  expect([answer.status, answer.headers.get('x-answer'), await answer.json()]).toEqual([201, 'yes', { ok: true }])
})

test('a redirect is not followed, whatever the caller asks for', async () => {
  const inner = await local()
  const outer = await local((_, response) => response.writeHead(302, { location: `http://127.0.0.1:${inner.port}/` }).end())
  const call = openOutgoing({ allow: ['127.0.0.1'] })
  for (const redirect of ['follow', 'manual', 'error'] as const)
    await expect(call(`http://127.0.0.1:${outer.port}/`, { redirect })).rejects.toThrow(TypeError)
  expect(inner.reached).not.toHaveBeenCalled()
})

test.each([
  ['a plain http address', 'http://1.1.1.1/'],
  ['another scheme', 'ftp://1.1.1.1/'],
  ['a file', 'file:///etc/passwd'],
  ['a data address', 'data:text/plain,hello'],
  ['credentials', 'https://user:secret@1.1.1.1/'],
])('%s is not called', async (_, address) => {
  const refused: unknown = await openOutgoing({ allow: [] })(address).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(OutgoingRefused)
  expect(String(refused)).not.toMatch(/secret|passwd|hello/)
})

test('a network that the operator named opens https by name, and plain http by address only', async () => {
  const { port } = await local()
  const call = openOutgoing({ allow: ['127.0.0.0/8'], resolve: async () => to('127.0.0.1') })
  expect((await call(`http://127.0.0.1:${port}/`)).status).toBe(200)
  await expect(call(`http://idp.example:${port}/`)).rejects.toThrow('idp.example is called over https only.')
})

test('an answer that is too large is refused, also when it is small until unpacked', async () => {
  const plain = await local((_, response) => response.end(Buffer.alloc(2000)))
  const packed = await local((_, response) => response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(1_000_000))))
  const call = openOutgoing({ allow: ['127.0.0.1'], maxBytes: 1999 })
  for (const { port } of [plain, packed])
    await expect(call(`http://127.0.0.1:${port}/`)).rejects.toThrow('127.0.0.1 answered with more than 1999 bytes.')
  expect((await openOutgoing({ allow: ['127.0.0.1'], maxBytes: 2000 })(`http://127.0.0.1:${plain.port}/`)).status).toBe(200)
})

test('a call ends in time: no answer, an answer that drips, a name server that is silent', async () => {
  const silent = await local(() => undefined)
  const dripping = await local((_, response) => {
    const drip = setInterval(() => response.write('.'), 5)
    response.on('close', () => clearInterval(drip))
  })
  const call = openOutgoing({ allow: ['127.0.0.1'], timeoutMs: 60, resolve: () => Promise.withResolvers<never>().promise })
  for (const address of [`http://127.0.0.1:${silent.port}/`, `http://127.0.0.1:${dripping.port}/`, 'https://silent.example/'])
    await expect(call(address)).rejects.toThrow(expect.objectContaining({ name: 'TimeoutError' }) as unknown as Error)
})

test('no proxy is taken from the environment', async () => {
  const proxy = await local()
  for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy'])
    vi.stubEnv(name, `http://127.0.0.1:${proxy.port}`)
  vi.stubEnv('NODE_USE_ENV_PROXY', '1')
  onTestFinished(() => void vi.unstubAllEnvs())
  const { port, reached } = await local()
  await openOutgoing({ allow: ['127.0.0.1'] })(`http://127.0.0.1:${port}/`)
  expect(reached).toHaveBeenCalledOnce()
  expect(proxy.reached).not.toHaveBeenCalled()
})

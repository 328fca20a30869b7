import { expect, test } from 'vitest'
import { features } from '@plumbline/server/features.ts'
import { emptyWorld, startedWorld } from '../support/world.ts'

const policyOf = (headers: Headers) =>
  new Map(
    (headers.get('content-security-policy') ?? '').split('; ').map((one) => [one.split(' ')[0] ?? '', one.split(' ').slice(1).join(' ')]),
  )

test('every answer, good or bad, says what a browser may do with it: nothing but what it is for', async () => {
  const { app } = await emptyWorld()
  for (const path of [
    '/live',
    '/api/v1/setup',
    '/api/v1/me',
    '/api/v1/nothing',
    '/nothing',
    '/api/docs',
    '/api/openapi.json',
    `/api/v1/x?${'a'.repeat(9000)}`,
  ]) {
    const { headers } = await app.request(`http://localhost${path}`)
    const policy = policyOf(headers)
    expect([path, policy.get('default-src'), policy.get('script-src'), policy.get('style-src')]).toEqual([
      path,
      "'none'",
      "'self'",
      "'self'",
    ])
    for (const directive of ['object-src', 'base-uri', 'frame-ancestors'])
      expect([path, directive, policy.get(directive)]).toEqual([path, directive, "'none'"])
    expect(policy.get('require-trusted-types-for')).toBe("'script'")
    expect(policy.get('trusted-types')).toBe(path === '/api/docs' ? 'dompurify default' : "'none'")
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|https?:|\*/)
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    })
    expect([headers.get('access-control-allow-origin'), headers.get('x-powered-by'), headers.get('server')]).toEqual([null, null, null])
  }
})

test('browsers are told to come by TLS alone where the operator’s address is https, and not otherwise', async () => {
  const policyFor = async (url: string) => {
    const { app } = await emptyWorld({ url, settings: { PLUMBLINE_URL: url } })
    return (await app.request(`${url}/live`)).headers.get('strict-transport-security')
  }
  expect(await policyFor('https://plumbline.example')).toBe('max-age=31536000; includeSubDomains')
  expect(await policyFor('http://plumbline.example')).toBeNull()
})

test('what is about people is stored by no browser; only the framework, the same for all, may be', async () => {
  const { admin } = await startedWorld()
  const reads = features.flatMap(({ routes }) => routes).filter(({ route }) => route.method === 'get' && !route.path.includes('{'))
  expect(reads.length).toBeGreaterThan(10)
  for (const { route } of reads) {
    const { headers } = await admin.get(route.path)
    expect([route.path, headers.get('cache-control')]).toEqual([route.path, route.path === '/framework' ? 'private, no-cache' : 'no-store'])
  }
})

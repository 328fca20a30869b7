import type { Admin } from './admin.ts'
import type { Case } from './measure.ts'

const path = '/api/v1/framework'
const mostBytes = 250_000

/** How much of the framework goes over the wire, told in a sentence. Throws where gzip makes it larger than a page may have to wait for. */
export async function frameworkSizes({ wire }: Admin): Promise<string> {
  const plain = await wire(path, {})
  const brotli = await wire(path, { 'accept-encoding': 'br, gzip' })
  const gzip = await wire(path, { 'accept-encoding': 'gzip' })
  if (gzip.bytes > mostBytes) throw new Error(`GET /framework is ${gzip.bytes} bytes by gzip, more than ${mostBytes}`)
  const kB = ({ bytes }: { bytes: number }) => `${(bytes / 1000).toFixed(0)} kB`
  return `\`GET /framework\` is ${kB(plain)} of JSON: ${kB(brotli)} by brotli, ${kB(gzip)} by gzip, of at most ${mostBytes / 1000} kB.`
}

/** The framework as a browser asks for it: whole, and when it has it already. */
export async function frameworkCases({ call, wire }: Admin): Promise<Case[]> {
  const small = { 'accept-encoding': 'br' }
  const { etag } = await wire(path, small)
  if ((await call(path, { headers: { ...small, 'if-none-match': etag } })) !== '')
    throw new Error('GET /framework sends what one has already')
  return [
    { name: 'GET /framework, whole', run: () => call(path, { headers: small }) },
    { name: 'GET /framework, not modified', run: () => call(path, { headers: { ...small, 'if-none-match': etag } }) },
  ]
}

import { BlockList, isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { Visitor } from '#identity/visitor.ts'

/** An IPv4 address within IPv6 is that IPv4 address. */
const plain = (address: string): string => /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address.replace(/%.*$/, '')

const isIn = (list: BlockList, address: string): boolean => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** Networks in CIDR notation or single addresses, separated by commas. Throws where one is neither. */
export function readNetworks(text: string): BlockList {
  const list = new BlockList()
  for (const part of text.split(',').map((one) => one.trim())) {
    const [address = '', bits] = part.split('/')
    const version = isIP(address)
    const most = version === 6 ? 128 : 32
    if (version === 0 || (bits !== undefined && (!/^\d{1,3}$/.test(bits) || Number(bits) > most))) throw new Error('not a network')
    list.addSubnet(address, Number(bits ?? most), version === 6 ? 'ipv6' : 'ipv4')
  }
  return list
}

/**
 * The address a request comes from. Each proxy appends whom it saw, so the list is read from its end, and only as far as trusted proxies
 * wrote it: what a client puts there itself counts for nothing.
 */
export function clientAddress(peer: string, forwarded: string | undefined, trusted: BlockList): string {
  const seen = (forwarded ?? '').split(',').map((one) => plain(one.trim()))
  let address = plain(peer)
  while (isIP(address) !== 0 && isIn(trusted, address)) {
    const before = seen.pop()
    if (before === undefined || isIP(before) === 0) return address
    address = before
  }
  return address
}

/** What counts as one place: an IPv4 address, or the /64 network that one IPv6 customer has to itself. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.toLowerCase().split('::')
  const groups = (part: string | undefined) => (part === undefined || part === '' ? [] : part.split(':'))
  // An IPv4 tail fills two groups.
  const width = (part: readonly string[]) => part.length + (part.at(-1)?.includes('.') === true ? 1 : 0)
  const [first, last] = [groups(head), groups(tail)]
  const zeros = Array<string>(Math.max(0, tail === undefined ? 0 : 8 - width(first) - width(last))).fill('0')
  const four = [...first, ...zeros, ...last].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16))
  return `${four.join(':')}::/64`
}

interface Known {
  readonly trustedProxies: BlockList
  /** The address that browsers use, where it is set. */
  readonly url: string | undefined
}

/** The origin that a browser knows this server by. Without a setting it is the host that was asked; whether over TLS only the browser can tell. */
function originOf(c: Context, url: string | undefined): string {
  if (url !== undefined) return new URL(url).origin
  const asked = new URL(c.req.url)
  const said = c.req.header('origin')
  const known = said !== undefined && URL.canParse(said) ? new URL(said) : asked
  return known.host === asked.host ? known.origin : asked.origin
}

export function visitorOf(c: Context, { trustedProxies, url }: Known): Visitor {
  const bindings = c.env as { incoming?: unknown } | undefined
  const peer = bindings?.incoming === undefined ? '' : (getConnInfo(c).remote.address ?? '')
  return {
    headers: c.req.raw.headers,
    address: clientAddress(peer, c.req.header('x-forwarded-for'), trustedProxies),
    origin: originOf(c, url),
  }
}

import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import type { LookupFunction } from 'node:net'
import { callbackify } from 'node:util'
import { Agent, fetch as dispatch } from 'undici'
import { bareHost, isAllowedAddress, isPublicAddress, readOutgoingAllowed } from './outgoing-allowed.ts'
import type { OutgoingAllowed } from './outgoing-allowed.ts'

/** A call that the server will not make, or an answer that it will not read. Names the host only: the rest of a URL can hold secrets. */
export class OutgoingRefused extends Error {
  override readonly name = 'OutgoingRefused'
}

type Resolve = (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>

interface OutgoingOptions {
  /** Host names, addresses and networks that may be reached although they are not public; over plain http only by name or address. */
  allow: readonly string[]
  /** Bounds the whole call, from the lookup to the last byte. */
  timeoutMs?: number
  /** Bounds the answer's body as it is after decompression. */
  maxBytes?: number
  /** Stands in for the system's resolver. */
  resolve?: Resolve
}

const nobody = new Set([101, 204, 205, 304])

/**
 * A `fetch` for addresses that someone typed in. Each connection resolves the name once and goes to one of exactly those addresses, all of
 * which have to be public or named by the operator. No redirects, no proxy from the environment, no credentials in the URL; plain http only
 * to what the operator named. Rejects with `OutgoingRefused`, a `TimeoutError`, or what `fetch` rejects with.
 */
export function openOutgoing({
  allow,
  timeoutMs = 10_000,
  maxBytes = 1_048_576,
  resolve = (host) => lookup(host, { all: true }),
}: OutgoingOptions): typeof fetch {
  const allowed = readOutgoingAllowed(allow)
  const agent = new Agent({
    allowH2: false,
    connections: 8,
    connect: { timeout: timeoutMs, lookup: guardedLookup(allowed, resolve) },
    maxHeaderSize: 16_384,
  })
  return async (input, init) => {
    const address = new URL(input instanceof Request ? input.url : input)
    refuseUnlessFit(address, allowed)
    const asked = new Request(input, init)
    const signal = AbortSignal.any([asked.signal, AbortSignal.timeout(timeoutMs)])
    const body = asked.body === null ? null : await asked.arrayBuffer()
    try {
      const answer = await dispatch(address, {
        method: asked.method,
        headers: [...asked.headers],
        body,
        redirect: 'error',
        credentials: 'omit',
        signal,
        dispatcher: agent,
      })
      const bytes = await bounded(answer.body, maxBytes, bareHost(address))
      const { status, statusText } = answer
      return new Response(nobody.has(status) ? null : bytes, { status, statusText, headers: [...answer.headers] })
    } catch (error) {
      throw error instanceof Error && error.cause instanceof OutgoingRefused ? error.cause : error
    }
  }
}

/** What can be told from the URL alone. An address written as a number in any notation is a plain one once the URL is read. */
function refuseUnlessFit(address: URL, allowed: OutgoingAllowed): void {
  const host = bareHost(address)
  if (address.protocol !== 'https:' && address.protocol !== 'http:') throw new OutgoingRefused('Only https addresses are called.')
  if (address.username !== '' || address.password !== '')
    throw new OutgoingRefused('An address with a name or password in it is not called.')
  const named = allowed.hosts.has(host) || isAllowedAddress(allowed, host)
  if (address.protocol === 'http:' && !named) throw new OutgoingRefused(`${host} is called over https only.`)
  if (isIP(host) !== 0 && !named && !isPublicAddress(host)) throw notPublic(host)
}

const notPublic = (host: string) =>
  new OutgoingRefused(`${host} is not on the public internet. The operator can allow it with PLUMBLINE_OUTGOING_ALLOW.`)

/** Hands a connection only addresses that were looked at here, so that no second lookup can answer differently. */
function guardedLookup(allowed: OutgoingAllowed, resolve: Resolve): LookupFunction {
  const find = callbackify(async (host: string) => {
    const [first, ...others] = await resolve(host)
    if (first === undefined) throw new OutgoingRefused(`${host} has no address.`)
    // One bad address among good ones is refused as a whole: a guard that picks would be told by the caller's name server what to pick.
    const fit = ({ address }: { address: string }) => isPublicAddress(address) || isAllowedAddress(allowed, address)
    if (!allowed.hosts.has(host) && ![first, ...others].every(fit)) throw notPublic(host)
    return [first, ...others] as const
  })
  return (name, { all }, done) =>
    find(name.replace(/\.$/, ''), (error, found) => {
      if (error !== null) done(error, '')
      else if (all) done(null, [...found])
      else done(null, found[0].address, found[0].family)
    })
}

async function bounded(body: AsyncIterable<Uint8Array> | null, maxBytes: number, host: string): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body ?? []) {
    size += part.byteLength
    if (size > maxBytes) throw new OutgoingRefused(`${host} answered with more than ${maxBytes} bytes.`)
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}

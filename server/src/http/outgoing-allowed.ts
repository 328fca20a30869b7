import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** What the operator lets outgoing calls reach beyond the public internet. */
export interface OutgoingAllowed {
  /** Host names as a URL spells them: lower case, punycode, no dot at the end. */
  readonly hosts: ReadonlySet<string>
  readonly networks: readonly [ipaddr.IPv4 | ipaddr.IPv6, number][]
}

const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether an address belongs to a machine of the public internet. Everything with a special purpose is not (IANA's registries), and of
 * IPv6 only 2000::/3 without the forms that carry an IPv4 address, since a gateway would take those to a private one.
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false
  const parsed = ipaddr.parse(address)
  return parsed.range() === 'unicast' && (parsed instanceof ipaddr.IPv4 || parsed.match(globalUnicast))
}

/** Whether an address lies in a network that the operator named. */
export function isAllowedAddress({ networks }: OutgoingAllowed, address: string): boolean {
  if (isIP(address) === 0) return false
  const parsed = ipaddr.parse(address)
  return networks.some(([network, bits]) => network.kind() === parsed.kind() && parsed.match(network, bits))
}

/** The host of a URL without brackets and without the dot that ends a full name. */
export const bareHost = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '')

/** Reads host names, addresses and networks in CIDR notation. Throws where an entry is none of them. */
export function readOutgoingAllowed(entries: readonly string[]): OutgoingAllowed {
  const hosts = new Set<string>()
  const networks: [ipaddr.IPv4 | ipaddr.IPv6, number][] = []
  for (const entry of entries) {
    if (ipaddr.isValidCIDR(entry)) networks.push(ipaddr.parseCIDR(entry))
    else if (ipaddr.IPv6.isValid(entry) || ipaddr.IPv4.isValidFourPartDecimal(entry)) {
      const address = ipaddr.parse(entry)
      networks.push([address, address.kind() === 'ipv6' ? 128 : 32])
    } else hosts.add(hostName(entry))
  }
  return { hosts, networks }
}

function hostName(entry: string): string {
  const url = /^[^\s:/?#@\\[\]*]+$/.test(entry) && URL.canParse(`https://${entry}`) ? new URL(`https://${entry}`) : null
  // 127.1 and 0x7f000001 are addresses to a URL: an operator who means one writes it in full.
  if (url === null || ipaddr.isValid(bareHost(url)) || bareHost(url) === '') throw new Error('neither a host name nor a network')
  return bareHost(url)
}

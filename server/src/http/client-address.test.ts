import { expect, test } from 'vitest'
import fc from 'fast-check'
import { clientAddress, networkOf, readNetworks } from './client-address.ts'

const trusted = readNetworks('10.0.0.0/8, fd00::/8, 192.0.2.7')

test('without a trusted proxy the peer counts, whatever it says of itself', () => {
  fc.assert(
    fc.property(fc.string(), (said) => {
      expect(clientAddress('203.0.113.9', said, trusted)).toBe('203.0.113.9')
    }),
  )
})

test('behind trusted proxies the first address counts that none of them has', () => {
  expect(clientAddress('10.0.0.1', '198.51.100.4', trusted)).toBe('198.51.100.4')
  expect(clientAddress('::ffff:10.0.0.1', '6.6.6.6, 198.51.100.4, 10.2.2.2', trusted)).toBe('198.51.100.4')
  expect(clientAddress('fd00::1', '2001:db8::5', trusted)).toBe('2001:db8::5')
  expect(clientAddress('192.0.2.7', undefined, trusted)).toBe('192.0.2.7')
  expect(clientAddress('10.0.0.1', '198.51.100.4, nonsense', trusted)).toBe('10.0.0.1')
})

test('addresses of one IPv6 network are one place, IPv4 addresses are each their own', () => {
  expect(networkOf('198.51.100.4')).toBe('198.51.100.4')
  expect(networkOf('2001:db8::5')).toBe('2001:db8:0:0::/64')
  expect(networkOf('::1')).toBe('0:0:0:0::/64')
  const host = fc.array(fc.integer({ min: 1, max: 0xffff }), { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(host, host, (net, low) => {
      const hex = (groups: number[]) => groups.map((group) => group.toString(16)).join(':')
      expect(networkOf(`${hex(net)}:${hex(low)}`)).toBe(`${hex(net)}::/64`)
      expect(networkOf(`${hex(net)}::1`)).toBe(`${hex(net)}::/64`)
    }),
  )
})

test('what is no network is refused', () => {
  for (const text of ['', 'proxy.example', '10.0.0.0/33', '10.0.0.0/x', '::/129', '10.0.0.1,'])
    expect(() => readNetworks(text)).toThrow('not a network')
})

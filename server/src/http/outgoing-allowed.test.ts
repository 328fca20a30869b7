import { expect, test } from 'vitest'
import fc from 'fast-check'
import { isAllowedAddress, isPublicAddress, readOutgoingAllowed } from './outgoing-allowed.ts'

const notPublic = {
  unspecified: ['0.0.0.0', '0.1.2.3', '::'],
  loopback: ['127.0.0.1', '127.255.255.254', '::1'],
  'link-local, where clouds keep their credentials': ['169.254.169.254', 'fe80::1', 'fe80::1%eth0', 'febf::1'],
  private: ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.0.1', 'fc00::1', 'fd00:ec2::254', 'fec0::1'],
  'a carrier’s own': ['100.64.0.1', '100.127.255.255'],
  multicast: ['224.0.0.1', '239.255.255.250', 'ff02::1'],
  broadcast: ['255.255.255.255'],
  'reserved and documentation': [
    '192.0.0.8',
    '192.0.2.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '240.0.0.1',
    '2001:db8::1',
    '100::1',
  ],
  'IPv4 within IPv6': ['::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:a9fe:a9fe', '::127.0.0.1', '::ffff:0:127.0.0.1'],
  'translated to IPv4': ['64:ff9b::7f00:1', '64:ff9b::8.8.8.8', '64:ff9b:1::a00:1', '2002:7f00:1::', '2002:a9fe:a9fe::1', '2001:0:1::1'],
  'not an address': ['', 'localhost', '1.2.3', '0x7f.1', '1.1.1.1.1', '127.0.0.1 ', 'g::1'],
}

test.each(Object.entries(notPublic))('no public address: %s', (_, addresses) => {
  expect(addresses.filter((address) => isPublicAddress(address))).toEqual([])
})

test('machines of the internet are public', () => {
  const addresses = [
    '1.1.1.1',
    '8.8.8.8',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.255.255',
    '100.128.0.1',
    '2606:4700::1111',
    '2a00:1450::1',
  ]
  expect(addresses.filter((address) => !isPublicAddress(address))).toEqual([])
})

test('no IPv6 form of an IPv4 address is public, whichever IPv4 address it carries', () => {
  fc.assert(
    fc.property(fc.ipV4(), (v4) => {
      const [a = 0, b = 0, c = 0, d = 0] = v4.split('.').map(Number)
      const [high, low] = [((a << 8) | b).toString(16), ((c << 8) | d).toString(16)]
      for (const form of [`::ffff:${v4}`, `::${v4}`, `64:ff9b::${v4}`, `64:ff9b:1::${v4}`, `2002:${high}:${low}::1`])
        expect(isPublicAddress(form), form).toBe(false)
    }),
  )
})

test('the operator names hosts, addresses and networks', () => {
  const allowed = readOutgoingAllowed(['IdP.Bank.example', 'bücher.example', 'last.example.', '10.1.0.0/16', 'fd00:1::/32', '192.168.7.7'])
  expect([...allowed.hosts]).toEqual(['idp.bank.example', 'xn--bcher-kva.example', 'last.example'])
  const asked = ['10.1.255.255', '10.2.0.0', 'fd00:1::5', 'fd00:2::5', '192.168.7.7', '192.168.7.8', '::ffff:10.1.0.1', 'idp.bank.example']
  expect(asked.filter((address) => isAllowedAddress(allowed, address))).toEqual(['10.1.255.255', 'fd00:1::5', '192.168.7.7'])
})

test('what is neither a host name nor a network is refused', () => {
  for (const entry of [
    '',
    ' ',
    '*',
    '*.bank.example',
    'https://idp',
    'idp:8443',
    'idp/path',
    'a@b',
    '10.0.0.0/33',
    '127.1',
    '0x7f000001',
    '[::1]',
    '.',
  ])
    expect(() => readOutgoingAllowed([entry]), entry).toThrow('neither a host name nor a network')
})

import { expect, test } from 'vitest'
import { settingArguments } from './settings.ts'

const socket = { host: '/tmp/private', port: 5432 }
const given = (endpoint: Parameters<typeof settingArguments>[0], options: Partial<Parameters<typeof settingArguments>[1]> = {}) =>
  settingArguments(endpoint, { durable: true, settings: {}, ...options })

test('on a socket there is no TCP port, and over TCP no socket', () => {
  expect(given(socket)).toEqual(expect.arrayContaining(['listen_addresses=', 'unix_socket_directories=/tmp/private', 'port=5432']))
  const tcp = given({ host: '127.0.0.1', port: 40123, password: 'secret' })
  expect(tcp).toEqual(expect.arrayContaining(['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'port=40123']))
  expect(tcp.join(' ')).not.toContain('secret')
})

test('safety against power cuts is given up only when asked', () => {
  expect(given(socket).join(' ')).not.toContain('fsync')
  expect(given(socket, { durable: false })).toEqual(expect.arrayContaining(['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']))
})

test('further settings win over ours but cannot open a port', () => {
  const settings = { shared_buffers: '1GB', listen_addresses: '*' }
  expect(given(socket, { settings })).toEqual(expect.arrayContaining(['shared_buffers=1GB', 'listen_addresses=']))
})

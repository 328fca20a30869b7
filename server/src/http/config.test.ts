import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from './config.ts'

test('without settings the app listens on this machine alone', () => {
  expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 3000, databaseUrl: undefined, secret: undefined })
})

test('a secret is read from the file that NAME_FILE names', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'plumbline-config-'))
  onTestFinished(() => rm(dir, { recursive: true }))
  await writeFile(join(dir, 'secret'), 'thirty-two characters or even more\n')
  expect(readConfig({ PLUMBLINE_SECRET_FILE: join(dir, 'secret') }).secret).toBe('thirty-two characters or even more')
})

test('a wrong setting is named with what to do, and its value is not repeated', () => {
  expect(() => readConfig({ PLUMBLINE_SECRET: 'short-secret', PORT: 'many' })).toThrow(
    /PLUMBLINE_SECRET: use at least 32 random characters/,
  )
  expect(() => readConfig({ PLUMBLINE_SECRET: 'short-secret' })).toThrow(expect.not.stringContaining('short-secret') as unknown as Error)
  expect(() => readConfig({ DATABASE_URL: 'mysql://x' })).toThrow(/DATABASE_URL/)
})

test('sessions are idle after 12 hours and over after 14 days, unless set otherwise', () => {
  const hour = 3_600_000
  expect(readConfig({}).sessionLimits).toEqual({ idleMs: 12 * hour, absoluteMs: 14 * 24 * hour })
  const set = readConfig({ PLUMBLINE_SESSION_IDLE_HOURS: '0.5', PLUMBLINE_SESSION_DAYS: '1' })
  expect(set.sessionLimits).toEqual({ idleMs: hour / 2, absoluteMs: 24 * hour })
  expect(() => readConfig({ PLUMBLINE_SESSION_IDLE_HOURS: 'never' })).toThrow(/PLUMBLINE_SESSION_IDLE_HOURS/)
})

test('no proxy is trusted unless named', () => {
  expect(readConfig({}).trustedProxies.check('127.0.0.1')).toBe(false)
  const { trustedProxies } = readConfig({ PLUMBLINE_TRUSTED_PROXIES: '10.0.0.0/8, ::1' })
  expect([trustedProxies.check('10.1.2.3'), trustedProxies.check('::1', 'ipv6'), trustedProxies.check('11.0.0.1')]).toEqual([
    true,
    true,
    false,
  ])
})

test('outgoing calls reach the public internet alone unless hosts or networks are named', () => {
  expect(readConfig({}).outgoingAllow).toEqual([])
  expect(readConfig({ PLUMBLINE_OUTGOING_ALLOW: 'idp.bank.example, 10.1.0.0/16' }).outgoingAllow).toEqual([
    'idp.bank.example',
    '10.1.0.0/16',
  ])
  expect(() => readConfig({ PLUMBLINE_OUTGOING_ALLOW: 'https://idp.bank.example' })).toThrow(/PLUMBLINE_OUTGOING_ALLOW: give host names/)
})

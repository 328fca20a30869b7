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

import { mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { boundLog, logSince, logSize, openLog } from './server-log.ts'

let folder: string
let file: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-log-'))
  file = join(folder, 'postgres.log')
  onTestFinished(() => rm(folder, { recursive: true }))
})

test('a log within its limit is left alone, and so is one that is not there', async () => {
  await boundLog(file, 10)
  await writeFile(file, '0123456789')
  await boundLog(file, 10)
  expect(await readdir(folder)).toEqual(['postgres.log'])
})

test('a log over its limit moves aside, in place of the one that did before', async () => {
  await writeFile(`${file}.1`, 'oldest')
  await writeFile(file, 'older lines')
  await boundLog(file, 10)
  expect(await readFile(file, 'utf8')).toBe('')
  expect(await readFile(`${file}.1`, 'utf8')).toBe('older lines')
})

test('what was written since is read, and no more than its end', async () => {
  expect(await logSince(file, 0)).toBe('')
  await writeFile(file, 'before\n')
  const since = await logSize(file)
  await writeFile(file, 'FATAL: one\nHINT: two\n', { flag: 'a' })
  expect(await logSince(file, since)).toBe('FATAL: one | HINT: two')
  await writeFile(file, `${'x'.repeat(5000)}end`, { flag: 'a' })
  expect((await logSince(file, since)).length).toBe(2000)
})

test('a link in the log’s place leads nowhere', async () => {
  const precious = join(folder, 'precious')
  await writeFile(precious, 'do not touch these words')
  await symlink(precious, file)
  await expect(openLog(file)).rejects.toThrow('ELOOP')
  await expect(boundLog(file, 10)).rejects.toThrow('ELOOP')
  expect(await logSince(file, 0)).toBe('')
  await rm(file)
  await symlink(precious, `${file}.1`)
  await writeFile(file, 'older lines')
  await boundLog(file, 10)
  expect(await readFile(precious, 'utf8')).toBe('do not touch these words')
})

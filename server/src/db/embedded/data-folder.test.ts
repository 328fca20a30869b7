import { chmod, mkdir, mkdtemp, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { defaultDataDir, prepareDataFolder } from './data-folder.ts'

const stranger = { uid: 54321, gid: 54321 }
let folder: string

beforeEach(async () => {
  folder = await realpath(await mkdtemp('/tmp/plumbline-data-'))
  await chmod(folder, 0o755)
  onTestFinished(() => rm(folder, { recursive: true }))
})

test('the data folder is the one asked for, else .plumbline in the project', async () => {
  expect(await defaultDataDir({ PLUMBLINE_DATA: '/srv/plumbline' }, folder)).toBe('/srv/plumbline')
  expect(await defaultDataDir({ PLUMBLINE_DATA: '' }, folder)).toBe(join(folder, '.plumbline'))
})

test('in a private project root takes a folder of the project’s own in /var/lib, anyone else still the project', async () => {
  await chmod(folder, 0o700)
  const found = await defaultDataDir({}, folder)
  expect(found).toMatch(process.getuid?.() === 0 ? /^\/var\/lib\/plumbline-[0-9a-f]{12}$/ : /\/\.plumbline$/)
  expect(await defaultDataDir({}, folder)).toBe(found)
})

test('a missing folder is made for its owner alone, with the folders above it', async () => {
  const dataDir = join(folder, 'a', 'b')
  expect(await prepareDataFolder(dataDir, null)).toBe(dataDir)
  expect((await stat(dataDir)).mode & 0o777).toBe(0o700)
  expect((await stat(join(folder, 'a'))).mode & 0o077).not.toBe(0)
})

test('for another user the folder is open to pass, not to read or write', async () => {
  const made = join(folder, 'data')
  await prepareDataFolder(made, stranger)
  expect((await stat(made)).mode & 0o777).toBe(0o711)
  const empty = await mkdtemp(join(folder, 'private-'))
  await prepareDataFolder(empty, stranger)
  expect((await stat(empty)).mode & 0o777).toBe(0o711)
})

test('a folder that holds something else keeps its owner and mode', async () => {
  await writeFile(join(folder, 'precious'), '')
  const before = await stat(folder)
  await prepareDataFolder(folder, stranger)
  const after = await stat(folder)
  expect([after.uid, after.gid, after.mode]).toEqual([before.uid, before.gid, before.mode])
})

test('a folder that the database’s user cannot reach is refused with a way out', async () => {
  const dataDir = join(folder, 'data')
  await mkdir(dataDir)
  await writeFile(join(dataDir, 'precious'), '')
  await chmod(folder, 0o700)
  await expect(prepareDataFolder(dataDir, stranger)).rejects.toThrow(`(uid 54321) cannot enter ${dataDir}. Set PLUMBLINE_DATA`)
})

test('a file in the folder’s place is refused with a way out', async () => {
  await writeFile(join(folder, 'data'), '')
  await expect(prepareDataFolder(join(folder, 'data'), null)).rejects.toThrow(/cannot be made\. Set PLUMBLINE_DATA/)
})

import { chmod, mkdir, mkdtemp, readFile, readdir, readlink, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { program, usablePrograms } from './programs.ts'

const stranger = { uid: 54321, gid: 54321 }
let nativeDir: string
let dataDir: string

/** A package of the right shape, without its links, as an installation under a strict umask leaves it. */
beforeEach(async () => {
  const folder = await mkdtemp('/tmp/plumbline-programs-')
  onTestFinished(() => rm(folder, { recursive: true }))
  nativeDir = join(folder, 'package', 'native')
  dataDir = join(folder, 'data')
  for (const path of [join(nativeDir, 'bin'), join(nativeDir, 'lib'), join(nativeDir, 'share'), dataDir])
    await mkdir(path, { recursive: true })
  await writeFile(join(nativeDir, '..', 'package.json'), '{ "version": "18.9.9" }')
  await writeFile(program(nativeDir, 'postgres'), 'a program', { mode: 0o700 })
  await writeFile(join(nativeDir, 'lib', 'libz.so.1.2'), 'a library', { mode: 0o600 })
  await writeFile(join(nativeDir, 'lib', 'libz.a'), '')
  await writeFile(join(nativeDir, 'pg-symlinks.json'), '[{"source":"native/lib/libz.so.1.2","target":"native/lib/libz.so.1"}]')
})

test('the package itself is used by its owner, with the links made', async () => {
  expect(await usablePrograms(nativeDir, dataDir, null)).toBe(nativeDir)
  expect(await readlink(join(nativeDir, 'lib', 'libz.so.1'))).toBe('libz.so.1.2')
  expect(await usablePrograms(nativeDir, dataDir, null)).toBe(nativeDir)
})

test('a user who cannot read the package gets a copy that everyone can, without what only compilers need', async () => {
  const copy = await usablePrograms(nativeDir, dataDir, stranger)
  expect(copy).toBe(join(dataDir, 'programs-18.9.9', 'native'))
  expect(await readFile(join(copy, 'lib', 'libz.so.1'), 'utf8')).toBe('a library')
  expect((await stat(program(copy, 'postgres'))).mode & 0o777).toBe(0o755)
  expect((await readdir(join(copy, 'lib'))).toSorted()).toEqual(['libz.so.1', 'libz.so.1.2'])
})

test('a copy is made once; one of another version or cut short is removed', async () => {
  await mkdir(join(dataDir, 'programs.part', 'native', 'bin'), { recursive: true })
  await mkdir(join(dataDir, 'programs-17.0.0'))
  const copy = await usablePrograms(nativeDir, dataDir, stranger)
  await chmod(program(copy, 'postgres'), 0o555)
  expect(await usablePrograms(nativeDir, dataDir, stranger)).toBe(copy)
  expect((await stat(program(copy, 'postgres'))).mode & 0o777).toBe(0o555)
  expect(await readdir(dataDir)).toEqual(['programs-18.9.9'])
})

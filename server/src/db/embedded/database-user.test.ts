import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { canReach, nobodyIn } from './database-user.ts'

test('nobody is looked up in the passwd file, with the numbers that Linux and macOS give', () => {
  expect(nobodyIn('root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65533:nobody:/:/bin/false\n')).toEqual({ uid: 65534, gid: 65533 })
  expect(nobodyIn('nobody:*:-2:-2:Unprivileged User:/var/empty:/usr/bin/false')).toEqual({ uid: 4294967294, gid: 4294967294 })
  expect(nobodyIn('')).toEqual({ uid: 65534, gid: 65534 })
})

test('reach takes every folder above and the right class of permission bits', async () => {
  const folder = await mkdtemp('/tmp/plumbline-reach-')
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'program')
  await writeFile(file, '')
  const owner = await stat(folder)
  const stranger = { uid: owner.uid + 1, gid: owner.gid + 1 }
  const colleague = { uid: owner.uid + 1, gid: owner.gid }
  const reach = async (folderMode: number, fileMode: number) => {
    await chmod(folder, folderMode)
    await chmod(file, fileMode)
    return Promise.all([owner, colleague, stranger].map((user) => canReach(file, user)))
  }
  expect(await reach(0o700, 0o755)).toEqual([true, false, false])
  expect(await reach(0o710, 0o755)).toEqual([true, true, false])
  expect(await reach(0o711, 0o755)).toEqual([true, true, true])
  expect(await reach(0o755, 0o700)).toEqual([true, false, false])
  expect(await reach(0o755, 0o644)).toEqual([true, true, true])
  expect(await reach(0o755, 0o044)).toEqual([false, true, true])
  expect(await canReach(join(folder, 'missing'), owner)).toBe(false)
})

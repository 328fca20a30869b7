import { constants } from 'node:fs'
import { open, rm, stat, writeFile } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'

const maxBytes = 4 * 1024 * 1024
const checkEvery = 60_000

// Never through a link: the app may be root in a folder of another user, who could lead it to any file.
const noFollow = constants.O_NOFOLLOW

/** Opens the log for PostgreSQL to append to. It is for the owner of its folder alone. */
export async function openLog(file: string): Promise<FileHandle> {
  const handle = await open(file, constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | noFollow, 0o600)
  const { uid, gid } = await stat(dirname(file))
  const info = await handle.stat()
  // Made by root, it must be open to the folder's owner at the next start; a second name would make it somebody else's file.
  if (info.uid !== uid && info.nlink === 1) await handle.chown(uid, gid)
  return handle
}

/**
 * Keeps a log at a few MB, with one predecessor beside it. The file is emptied, not renamed: PostgreSQL holds it open and
 * appends, so that it can go on writing should the app be killed.
 */
export async function boundLog(file: string, limit = maxBytes): Promise<void> {
  if ((await logSize(file)) <= limit) return
  const handle = await open(file, constants.O_RDWR | noFollow)
  try {
    await rm(`${file}.1`, { force: true })
    await writeFile(`${file}.1`, await handle.readFile(), { flag: 'wx', mode: 0o600 })
    await handle.truncate(0)
  } finally {
    await handle.close()
  }
}

/** Bounds the log once a minute until the function it gives back is called. */
export function keepLogBounded(file: string, complain: (line: string) => void): () => void {
  const check = () => void boundLog(file).catch((error: unknown) => complain(`The log ${file} cannot be shortened: ${String(error)}`))
  const timer = setInterval(check, checkEvery).unref()
  return () => clearInterval(timer)
}

/** The log's size in bytes, to read later what was added since. */
export const logSize = (file: string) =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  )

/** The last lines written to the log after `since` bytes, in one line. */
export async function logSince(file: string, since: number): Promise<string> {
  const handle = await open(file, constants.O_RDONLY | noFollow).catch(() => null)
  if (handle === null) return ''
  try {
    const { size } = await handle.stat()
    const start = Math.max(Math.min(since, size), size - 2000)
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - start), 0, size - start, start)
    return buffer.toString('utf8', 0, bytesRead).trim().replaceAll('\n', ' | ')
  } finally {
    await handle.close()
  }
}

import { copyFile, open, stat, truncate } from 'node:fs/promises'

const maxBytes = 4 * 1024 * 1024
const checkEvery = 60_000

/**
 * Keeps a log at a few MB, with one predecessor beside it. The file is emptied, not renamed: PostgreSQL holds it open and
 * appends, so that it can go on writing should the app be killed.
 */
export async function boundLog(file: string, limit = maxBytes): Promise<void> {
  const info = await stat(file).catch(() => null)
  if (info === null || info.size <= limit) return
  await copyFile(file, `${file}.1`)
  await truncate(file, 0)
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
  const handle = await open(file).catch(() => null)
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

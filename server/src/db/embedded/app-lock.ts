import { lchownSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

const holderSchema = z.object({ pid: z.number(), since: z.string() })

// Held here as well, because a collected DatabaseSync would let go of its lock while the app still runs.
const held = new Set<DatabaseSync>()

/**
 * Takes the data folder for this process alone and gives back what releases it.
 *
 * Node has no file locks of its own; SQLite's exclusive lock on an empty file is one the operating system drops when the process
 * ends in whatever way, so there is no stale lock to guess about and a reused process id means nothing.
 * @throws an Error that names the running process when there is one.
 */
export function takeAppLock(dataDir: string): () => void {
  const file = join(dataDir, 'app.lock')
  const holderFile = join(dataDir, 'app.json')
  const lock = openLock(file)
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive')
  } catch (error) {
    lock.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === 5) throw new Error(inUse(dataDir, holderFile), { cause: error })
    throw new Error(`The lock ${file} cannot be taken.`, { cause: error })
  }
  held.add(lock)
  rmSync(holderFile, { force: true })
  writeFileSync(holderFile, JSON.stringify({ pid: process.pid, since: new Date().toISOString() }), { flag: 'wx' })
  // Should the folder's owner start the app next time, not root, the lock must be theirs.
  const { uid, gid } = statSync(dataDir)
  if (uid !== process.getuid?.()) lchownSync(file, uid, gid)
  return () => {
    if (!held.delete(lock)) return
    rmSync(holderFile, { force: true })
    lock.close()
  }
}

function openLock(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, { timeout: 0 })
  } catch (error) {
    throw new Error(`The lock ${file} cannot be opened. Start as the owner of that folder, or set PLUMBLINE_DATA to another.`, {
      cause: error,
    })
  }
}

function readHolder(file: string): z.infer<typeof holderSchema> | null {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null // the other process took the lock this very moment and has not written it yet
  }
}

function inUse(dataDir: string, holderFile: string): string {
  const holder = readHolder(holderFile)
  const who = holder ? `process ${holder.pid}, running since ${holder.since}` : 'another process'
  return (
    `The data folder ${dataDir} is in use by ${who}. Stop that one first, ` +
    'or set PLUMBLINE_DATA to another folder. Several servers on the same data need a PostgreSQL of their own: set DATABASE_URL.'
  )
}

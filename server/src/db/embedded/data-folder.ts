import { createHash } from 'node:crypto'
import { chmod, mkdir, readdir, realpath, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { canReach, chooseDatabaseUser } from './database-user.ts'
import type { OsUser } from './database-user.ts'

/**
 * Where the embedded database keeps its data unless told otherwise: `PLUMBLINE_DATA`, else `.plumbline` in the project. Run as
 * root in a project that an unprivileged user cannot reach (below /root, say), a folder of the project's own in /var/lib.
 */
export async function defaultDataDir(env: Readonly<Record<string, string | undefined>>, projectDir: string): Promise<string> {
  const wish = env['PLUMBLINE_DATA']
  if (wish) return resolve(wish)
  const project = await realpath(projectDir)
  const inProject = join(project, '.plumbline')
  const user = await chooseDatabaseUser(inProject)
  if (user === null || (await canReach(project, user))) return inProject
  return `/var/lib/plumbline-${createHash('sha256').update(project).digest('hex').slice(0, 12)}`
}

/**
 * Makes the data folder, or takes an existing one, so that the database's user can pass to what is theirs in it. Gives back its
 * real path. Root keeps the folder itself: what root writes there, nobody else can replace.
 * @throws an Error that names the folder and says what to do, when that cannot be.
 */
export async function prepareDataFolder(dataDir: string, user: OsUser | null): Promise<string> {
  const made = await makeFolder(dataDir)
  const real = await realpath(dataDir)
  if (user === null) return real
  const { uid } = await stat(real)
  // Only a folder that is new or holds nothing is opened: a slip such as PLUMBLINE_DATA=/root must not change that one.
  if (made || (uid === process.getuid?.() && (await readdir(real)).length === 0)) await chmod(real, 0o711)
  if (await canReach(real, user)) return real
  throw new Error(
    `PostgreSQL does not run as root, and the unprivileged user (uid ${user.uid}) cannot enter ${dataDir}. ` +
      'Set PLUMBLINE_DATA to a folder every user may pass to (such as /var/lib/plumbline), start as an ordinary user, or set DATABASE_URL.',
  )
}

async function makeFolder(dataDir: string): Promise<boolean> {
  try {
    await mkdir(dirname(dataDir), { recursive: true })
    await mkdir(dataDir, { mode: 0o700 })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST' && (await stat(dataDir)).isDirectory()) return false
    throw new Error(`The data folder ${dataDir} cannot be made. Set PLUMBLINE_DATA to a folder that can, or set DATABASE_URL.`, {
      cause: error,
    })
  }
}

import { readFile, realpath, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Someone of this machine, as numbers: what `chown` and `spawn` want. */
export interface OsUser {
  uid: number
  gid: number
}

const ownerOf = (path: string) =>
  stat(path).then(
    ({ uid, gid }): OsUser => ({ uid, gid }),
    () => null,
  )

/** The entry `nobody` of a passwd file. macOS writes its numbers as -2, which is 4294967294 to the kernel. */
export function nobodyIn(passwd: string): OsUser {
  const fields = passwd.split('\n').map((line) => line.split(':'))
  const entry = fields.find(([name]) => name === 'nobody')
  return { uid: Number(entry?.[2] ?? 65534) >>> 0, gid: Number(entry?.[3] ?? 65534) >>> 0 }
}

/**
 * As whom PostgreSQL runs: `null` means as ourselves. PostgreSQL refuses root, so root hands it to the owner of the data
 * folder or, when that is root or nobody has made the folder yet, to `nobody`.
 */
export async function chooseDatabaseUser(dataDir: string): Promise<OsUser | null> {
  if (process.getuid?.() !== 0) return null
  const owner = await ownerOf(dataDir)
  if (owner !== null && owner.uid !== 0) return owner
  return nobodyIn(await readFile('/etc/passwd', 'utf8').catch(() => ''))
}

/** Whether the permission bits let this user enter the folder or use the file `path` and pass every folder above it. Access lists are not looked at. */
export async function canReach(path: string, user: OsUser): Promise<boolean> {
  const info = await stat(path).catch(() => null)
  if (info === null) return false
  const wanted = info.isDirectory() ? 0o1 : info.mode & 0o111 ? 0o5 : 0o4
  if (!allows(info, wanted, user)) return false
  let folder = dirname(await realpath(path))
  for (;;) {
    if (!allows(await stat(folder), 0o1, user)) return false
    if (folder === dirname(folder)) return true
    folder = dirname(folder)
  }
}

function allows(info: OsUser & { mode: number }, wanted: number, user: OsUser): boolean {
  const shift = info.uid === user.uid ? 6 : info.gid === user.gid ? 3 : 0
  return ((info.mode >> shift) & wanted) === wanted
}

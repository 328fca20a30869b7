import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { lchown, lstat, mkdir, readFile, realpath, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canReach } from './database-user.ts'
import type { OsUser } from './database-user.ts'

/** Where the database listens. A host that is a path is the folder of a Unix socket, as everywhere in PostgreSQL's world. */
export interface Endpoint {
  host: string
  port: number
  /** Of the superuser and the owner role; only over TCP. */
  password?: string
}

export const isSocket = (endpoint: Endpoint) => endpoint.host.startsWith('/')

// The address of a Unix socket holds 104 bytes on macOS, 108 on Linux.
const longestSocketPath = 100

/**
 * The place where PostgreSQL will listen: a Unix socket in a private folder and no TCP port at all; on Windows 127.0.0.1 with a
 * free port and a password.
 *
 * On the socket PostgreSQL trusts whoever reaches it. Only the owner of the data files and root can, and both could read and
 * change those files anyway, so a password would guard nothing.
 * @throws an Error when somebody else has taken the folder's name.
 */
export async function openEndpoint(dataDir: string, user: OsUser | null): Promise<Endpoint> {
  if (process.platform === 'win32') return { host: '127.0.0.1', port: await freePort(), password: await storedPassword(dataDir) }
  const { ino } = await stat(dataDir)
  const hash = createHash('sha256').update(`${dataDir}:${ino}`)
  const name = `plumbline-${hash.digest('hex').slice(0, 16)}`
  const folder = join(await shortTmp(name, user), name)
  await makePrivate(folder, user)
  return { host: folder, port: 5432 }
}

/** Removes what an ended server left: its lock names a process id that may since be somebody else's. */
export async function clearEndpoint(endpoint: Endpoint): Promise<void> {
  if (!isSocket(endpoint)) return
  for (const ending of ['', '.lock']) await rm(join(endpoint.host, `.s.PGSQL.${endpoint.port}${ending}`), { force: true })
}

export async function closeEndpoint(endpoint: Endpoint): Promise<void> {
  await clearEndpoint(endpoint)
  if (isSocket(endpoint)) await rmdir(endpoint.host)
}

/** Kept beside the data, which it guards no better than the folder does. */
async function storedPassword(dataDir: string): Promise<string> {
  const file = join(dataDir, 'password')
  await writeFile(file, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' }).catch(() => undefined)
  return readFile(file, 'utf8')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('No free port was found on 127.0.0.1.')
  return address.port
}

async function shortTmp(name: string, user: OsUser | null): Promise<string> {
  const tmp = await realpath(tmpdir())
  const isShort = Buffer.byteLength(join(tmp, name, '.s.PGSQL.5432.lock')) <= longestSocketPath
  const isPlain = /^[\w/.-]+$/.test(tmp) // the setting unix_socket_directories is a list, where a comma or blank would split it
  return isShort && isPlain && (user === null || (await canReach(tmp, user))) ? tmp : realpath('/tmp')
}

async function makePrivate(folder: string, user: OsUser | null): Promise<void> {
  const uid = process.getuid?.()
  await mkdir(folder, { mode: 0o700 }).catch(() => undefined)
  const info = await lstat(folder)
  const isPrivate = info.isDirectory() && (info.mode & 0o777) === 0o700
  if (isPrivate && info.uid === (user?.uid ?? uid)) return
  if (!isPrivate || info.uid !== uid || user === null)
    throw new Error(`The folder ${folder} for the database's socket is not a private folder of uid ${user?.uid ?? uid}. Remove it.`)
  await lchown(folder, user.uid, user.gid)
}

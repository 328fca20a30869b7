import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import type { PackFiles } from './load.ts'
import { type PackProblem, problemLine } from './pack-problem.ts'
import { type PackText, parsePackFiles, type PlacedPack } from './parse-pack.ts'

const filesOf = async (dir: string) => (await readdir(dir)).filter((name) => name.endsWith('.yaml')).toSorted()

/** As `parsePackFiles`, for every `.yaml` file of a folder. The skills come in the order of their positions. */
export async function readPackFolder(dir: string): Promise<PlacedPack | { readonly problems: PackProblem[] }> {
  const names = await filesOf(dir)
  if (names.length === 0) return { problems: [{ line: 1, column: 1, message: `there is no .yaml file in ${dir}` }] }
  const texts: PackText[] = await Promise.all(names.map(async (name) => ({ name, text: await readFile(join(dir, name), 'utf8') })))
  const read = parsePackFiles(texts)
  if ('problems' in read) return read
  // The skills stand in one file per category.
  return { ...read, pack: { ...read.pack, skills: read.pack.skills.toSorted((a, b) => a.position - b.position) } }
}

/** The pack of a folder. Throws one error that lists all problems with their places. */
export async function readPack(dir: string): Promise<Pack> {
  const read = await readPackFolder(dir)
  if ('pack' in read) return read.pack
  const told = read.problems.map((problem) => `- ${problemLine(problem)}`)
  throw new Error(`The framework pack in ${dir} is not sound:\n${told.join('\n')}`)
}

/** A folder's files by the hash of their bytes, so that a pack that was loaded already need not be read. */
export async function packFiles(dir: string): Promise<PackFiles> {
  const hash = createHash('sha256')
  for (const name of await filesOf(dir)) hash.update(name).update(await readFile(join(dir, name)))
  return { sourceHash: hash.digest('hex'), read: () => readPack(dir) }
}

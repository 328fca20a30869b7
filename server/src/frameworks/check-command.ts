import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { checkPositions, reviewPack } from '@plumbline/shared/frameworks/review.ts'
import { type PackProblem, problemLine } from './pack-problem.ts'
import { parsePackFiles } from './parse-pack.ts'
import { readPackFolder } from './read-pack.ts'

export interface CheckedPath {
  /** A file or a folder with a pack. */
  readonly path: string
  /** Counts what a pack lacks to be complete as a problem; otherwise it is only remarked. */
  readonly strict: boolean
  /** The file with the positions that skills have for good, if they are held to one. */
  readonly ledger?: string
}

/** The ids of a ledger of positions, the first at position 0. Lines that begin with # only explain it. */
export const ledgerIds = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))

const twice = (ids: readonly string[]) =>
  ids.flatMap((id, at) =>
    ids.indexOf(id) === at ? [] : [`"${id}" stands in the ledger of positions more than once; a position is never given again`],
  )

const readAt = async (path: string) =>
  (await stat(path)).isDirectory() ? readPackFolder(path) : parsePackFiles([{ name: basename(path), text: await readFile(path, 'utf8') }])

const counts = ({ roles, skills, expectations, practices, areas, claims }: Pack) => {
  const expected = Object.values(expectations).flatMap((row) => Object.keys(row)).length
  return `${roles.length} roles, ${skills.length} skills, ${expected} expectations, ${practices.length} practices in ${areas.length} areas, ${claims.length} claims`
}

const many = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

/**
 * Checks a pack and says all that is wrong in it, one line each as `file:line:column: message`, with a summary at the end.
 * Gives back whether it may be used as it is.
 */
export async function checkFramework({ path, strict, ledger }: CheckedPath, say: (line: string) => void): Promise<boolean> {
  const read = await readAt(path)
  if ('problems' in read) {
    for (const problem of read.problems) say(problemLine(problem))
    say(`${path}: not sound, ${many(read.problems.length, 'problem')}.`)
    return false
  }
  const { pack, locate } = read
  const ids = ledger === undefined ? undefined : ledgerIds(await readFile(ledger, 'utf8'))
  const moved = ids === undefined ? [] : [...checkPositions(pack.skills, ids).map(locate), ...twice(ids).map(inLedger)]
  const lacking = reviewPack(pack).map(locate)
  for (const problem of moved) say(problemLine(problem))
  for (const problem of lacking) say(`${strict ? '' : 'remark: '}${problemLine(problem)}`)
  const problems = moved.length + (strict ? lacking.length : 0)
  const remarked = strict || lacking.length === 0 ? '' : `, ${many(lacking.length, 'remark')}`
  say(`${path}: ${pack.name}, version ${pack.version}: ${counts(pack)}.`)
  say(problems === 0 ? `Sound${strict ? ' and complete' : ''}${remarked}.` : `Not complete, ${many(problems, 'problem')}.`)
  return problems === 0
}

const inLedger = (message: string): PackProblem => ({ line: 1, column: 1, message })

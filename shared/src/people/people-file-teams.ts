import { type Cell, controlCharacters } from './people-file-cells.ts'

/** A team by its name and its parent's name; `null` at the top. */
export type NamedTeam = { readonly name: string; readonly parent: string | null }

/** Names are compared without case and with single spaces. */
export const teamKey = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLowerCase()

const longestName = 120
const deepestTeam = 30
const tooDeep = `Teams may stand up to ${deepestTeam} deep. Shorten the path.`

type Entry = { name: string; parent: string | null; stands: string }

/**
 * Reads the team cells of a file in which a cell is a team's name or its path (`A > B > C`), each team's name being used once in the
 * organisation. A name that neither the organisation nor a path of the file places is a new team at the top.
 * Answers for each cell, in order, the full path from the top.
 */
export function readTeams(
  cells: readonly { readonly line: number; readonly team: string }[],
  known: readonly NamedTeam[],
): Cell<readonly string[]>[] {
  const placed = new Map<string, Entry>()
  const ambiguous = new Set<string>()
  for (const { name, parent } of known) {
    const key = teamKey(name)
    if (placed.has(key)) ambiguous.add(key)
    // With its namesakes a team could seem to stand under itself: an ambiguous one is taken as at the top.
    const parentKey = parent === null || ambiguous.has(key) ? null : teamKey(parent)
    placed.set(key, { name, parent: parentKey, stands: `${parent === null ? 'at the top' : `under "${parent}"`} in the organisation` })
  }
  const spellings = new Map<string, string>()
  const read = cells.map(({ line, team }) => {
    const names = team.split('>').map((name) => name.trim().replaceAll(/\s+/g, ' '))
    for (const name of names) if (!spellings.has(teamKey(name))) spellings.set(teamKey(name), name)
    return { names, problem: wrongNames(names) ?? usedTwice(names, ambiguous) ?? place(line, names, placed) }
  })
  return read.map(({ names, problem }) => {
    if (problem !== undefined) return { problem }
    const keys = lineOf(teamKey(names.at(-1) ?? ''), placed)
    if (keys.length > deepestTeam) return { problem: tooDeep }
    return { value: keys.map((key) => placed.get(key)?.name ?? spellings.get(key) ?? key).toReversed() }
  })
}

function wrongNames(names: readonly string[]): string | undefined {
  if (names.length === 1 && names[0] === '') return 'Give the team, or its path such as "Engineering > Platform".'
  if (names.includes('')) return 'A team in this path has no name. Write a name on both sides of each ">".'
  if (names.length > deepestTeam) return tooDeep
  if (names.some((name) => controlCharacters.test(name))) return 'Take the control characters out of the team.'
  if (names.some((name) => name.length > longestName)) return `Shorten the team's name to ${longestName} characters.`
  return undefined
}

function usedTwice(names: readonly string[], ambiguous: ReadonlySet<string>): string | undefined {
  const name = names.find((one) => ambiguous.has(teamKey(one)))
  if (name === undefined) return undefined
  return `The organisation has several teams called "${name}". Rename all but one, then import again.`
}

/** Puts each team of a path under the one before it, unless it already stands elsewhere; says so if it does. */
function place(line: number, names: readonly string[], placed: Map<string, Entry>): string | undefined {
  for (const [at, name] of names.entries()) {
    const parentName = names[at - 1]
    if (parentName === undefined) continue
    const [key, parent] = [teamKey(name), teamKey(parentName)]
    const present = placed.get(key)
    if (present && present.parent !== parent) {
      return `Team "${name}" stands ${present.stands}, not under "${parentName}". Use that place, or another name.`
    }
    const above = lineOf(parent, placed)
    if (above.includes(key)) return `Team "${name}" would stand under itself. Correct the path.`
    if (above.length >= deepestTeam) return tooDeep
    if (!present) placed.set(key, { name, parent, stands: `under "${parentName}" in line ${line}` })
  }
  return undefined
}

/** A team and those above it, upwards; one more than the deepest at most, so that a long chain of lines stays cheap. */
function lineOf(key: string, placed: ReadonlyMap<string, Entry>): string[] {
  const line: string[] = []
  for (let at: string | null = key; at !== null && line.length <= deepestTeam; at = placed.get(at)?.parent ?? null) line.push(at)
  return line
}

import { isScalar, visit, type Node } from 'yaml'
import { isList, isRecord, pathOf, type Path } from './pack-address.ts'
import type { PackProblem } from './pack-problem.ts'
import { problemAt, type Spot, spotAt, type YamlFile } from './yaml-file.ts'

/** The files of a pack as one: its content, and where each part of it stands. */
export interface Joined {
  readonly content: Readonly<Record<string, unknown>>
  readonly spotOf: (path: Path) => Spot | undefined
}

const addressOf = (key: string, place: PropertyKey) => `${key}/${String(place)}`

/** Joins files by key: lists of the same name follow each other, records are put together, and nothing may be said twice. */
export function joinFiles(files: readonly YamlFile[]): { readonly joined: Joined } | { readonly problems: PackProblem[] } {
  const content = new Map<string, unknown>()
  // Where something stands is looked up when a problem is told: a search for each entry would compare each with each.
  const spots = new Map<string, () => Spot>()
  const problems: PackProblem[] = []
  const remember = (address: string, spot: () => Spot) => void (spots.has(address) || spots.set(address, spot))

  for (const file of files)
    for (const [key, part] of Object.entries(file.content)) {
      const before = content.get(key)
      const spot = spotAt({ file, key: null, value: file.root }, [key])
      const refuse = (address: string, at: Spot) => problems.push(problemAt(at, `${address}: stands in another file too`, 'key'))
      if (isList(part) && (before === undefined || isList(before))) {
        const earlier = before?.length ?? 0
        for (const place of part.keys()) remember(addressOf(key, earlier + place), () => spotAt(spot, [place]))
        content.set(key, [...(before ?? []), ...part])
      } else if (isRecord(part) && (before === undefined || isRecord(before))) {
        for (const name of Object.keys(part)) {
          if (before !== undefined && Object.hasOwn(before, name)) refuse(addressOf(key, name), spotAt(spot, [name]))
          remember(addressOf(key, name), () => spotAt(spot, [name]))
        }
        content.set(key, { ...before, ...part })
      } else if (before === undefined) content.set(key, part)
      else refuse(key, spot)
      remember(key, () => spot)
    }

  const [first] = files
  const whole: Spot | undefined = first && { file: { ...first, name: files.length === 1 ? first.name : undefined }, key: null, value: null }
  const spotOf = ([key, place, ...rest]: Path): Spot | undefined => {
    if (key === undefined) return whole
    const entry = place === undefined ? undefined : spots.get(addressOf(String(key), place))?.()
    if (entry) return spotAt(entry, rest)
    const list = spots.get(String(key))?.()
    return list && place !== undefined ? spotAt(list, [place]) : (list ?? whole)
  }
  return problems.length > 0 ? { problems } : { joined: { content: Object.fromEntries(content), spotOf } }
}

/** The node within a spot that a sentence speaks of: the field that it begins with, else the first value that it quotes. */
function spokenOf(spot: Spot, sentence: string): Spot {
  const [word = ''] = sentence.split(' ')
  const field = spotAt(spot, [word])
  if (field !== spot) return field
  for (const [, words] of sentence.matchAll(/"([^"]+)"/g)) {
    let found: Node | undefined
    visit(spot.value, (_, node) => {
      if (!isScalar(node) || node.value !== words) return undefined
      found = node
      return visit.BREAK
    })
    if (found) return { file: spot.file, key: null, value: found }
  }
  return spot
}

/** Places sentences that begin with an address. One that is told again speaks of the next entry of the same id. */
export function locate({ content, spotOf }: Joined): (sentence: string) => PackProblem {
  const told = new Map<string, number>()
  return (sentence) => {
    const end = sentence.indexOf(': ')
    const before = (told.get(sentence) ?? 0) + 1
    told.set(sentence, before)
    const twice = sentence.endsWith('used more than once')
    const spot = spotOf(pathOf(content, sentence.slice(0, end), twice ? before : 0))
    const unplaced = { line: 1, column: 1, message: sentence }
    if (!spot) return unplaced
    const said = spokenOf(spot, sentence.slice(end + 2))
    return problemAt(said === spot && spot.key === null ? spotAt(spot, ['id']) : said, sentence)
  }
}

import { checkPack } from '@plumbline/shared/frameworks/check.ts'
import { pack as shape, type Pack } from '@plumbline/shared/frameworks/pack.ts'
import { isScalar } from 'yaml'
import { type Joined, joinFiles, locate } from './join-files.ts'
import { addressOf, valueAt } from './pack-address.ts'
import { firstOf, type PackProblem } from './pack-problem.ts'
import { inWords } from './shape-words.ts'
import { problemAt, readYamlFile } from './yaml-file.ts'

/** A sound pack, and a way to find where a sentence that begins with an address has its place. */
export interface PlacedPack {
  readonly pack: Pack
  readonly locate: (sentence: string) => PackProblem
}

export interface PackText {
  readonly name?: string
  readonly text: string
}

type Issue = Parameters<typeof inWords>[0]

/** Each unknown key is a fault of its own. */
const single = (issue: Issue): Issue[] =>
  issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ ...issue, keys: [key] })) : [issue]

/** Each fault of shape at its value, or at the key that is itself at fault. */
function shapeProblems({ content, spotOf }: Joined, issues: readonly Issue[]): PackProblem[] {
  return firstOf(issues.flatMap(single), (issue) => {
    const [key] = issue.code === 'unrecognized_keys' ? issue.keys : []
    const spot = spotOf(key === undefined ? issue.path : [...issue.path, key])
    const source = isScalar(spot?.value) ? spot.value.source : undefined
    const words = inWords(issue, valueAt(content, issue.path), source)
    const address = addressOf(content, issue.path)
    const message = address === '' ? words : `${address}: ${words}`
    return spot
      ? problemAt(spot, message, key !== undefined || issue.code === 'invalid_key' ? 'key' : 'value')
      : { line: 1, column: 1, message }
  })
}

/**
 * Reads the files of one pack, joined by key. Problems come in three stages, each of which hides the next, and all of a stage at once: how the
 * YAML is written, the shape of the entries, and what they mean together (`checkPack`).
 */
export function parsePackFiles(texts: readonly PackText[]): PlacedPack | { readonly problems: PackProblem[] } {
  const read = texts.map(({ text, name }) => readYamlFile(text, name))
  const unreadable = read.flatMap((one) => ('problems' in one ? one.problems : []))
  if (unreadable.length > 0) return { problems: unreadable }
  const joining = joinFiles(read.flatMap((one) => ('file' in one ? [one.file] : [])))
  if ('problems' in joining) return joining
  const shaped = shape.safeParse(joining.joined.content)
  if (!shaped.success) return { problems: shapeProblems(joining.joined, shaped.error.issues) }
  const unsound = checkPack(shaped.data)
  if (unsound.length > 0) return { problems: firstOf(unsound, locate(joining.joined)) }
  return { pack: shaped.data, locate: locate(joining.joined) }
}

/** Reads a pack from the text of one YAML file (plumbline.framework/v1): the sound pack, or all problems with their places. Throws nothing. */
export function parsePackText(text: string): { pack: Pack } | { problems: PackProblem[] } {
  const read = parsePackFiles([{ text }])
  return 'pack' in read ? { pack: read.pack } : read
}

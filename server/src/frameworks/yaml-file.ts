import { isMap, isScalar, isSeq, Lexer, LineCounter, type Node, type Pair, parseDocument } from 'yaml'
import { addressOf, isRecord, type Path } from './pack-address.ts'
import { firstOf, type PackProblem } from './pack-problem.ts'
import { hiddenCharacter, hiddenWords, plainValue } from './yaml-values.ts'

/** One file of a pack: its plain content, and its nodes, which know where they stand. */
export interface YamlFile {
  readonly name: string | undefined
  readonly content: Readonly<Record<string, unknown>>
  readonly root: Node
  readonly lines: LineCounter
}

/** A file longer than this is not even parsed. The pack that comes with the product has less than a fifth of it. */
export const longestFile = 4_000_000

// The pack that comes with the product has 160,000 signs and not one backslash. Each costs the parser memory, and an error more than a sign.
const mostSigns = 400_000
const mostBackslashes = 50_000

/** Whether a text is more than the parser can bear; its lexer alone is fast and keeps nothing. */
function isTooMuch(text: string): boolean {
  let signs = text.split('\\').length > mostBackslashes ? mostSigns : 0
  for (const _ of new Lexer().lex(text)) if (++signs > mostSigns) return true
  return false
}

/** Where the lines begin. The parser would say so too, but not for a text that it cannot read. */
function linesOf(text: string): LineCounter {
  const lines = new LineCounter()
  lines.addNewLine(0)
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) lines.addNewLine(end + 1)
  return lines
}

const places = (name: string | undefined, lines: LineCounter) => (offset: number, message: string) => {
  const { line, col } = lines.linePos(offset)
  return { ...(name === undefined ? {} : { file: name }), line: Math.max(1, line), column: Math.max(1, col), message }
}

const words: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'a tab indents this line; use spaces',
  MULTIPLE_DOCS: 'a second document begins here (---); a file holds one',
  RESOURCE_EXHAUSTION: 'lists and records stand within each other too deep',
}

/** Reads the text of one file, or says all that is wrong in how it is written. */
export function readYamlFile(text: string, name?: string): { readonly file: YamlFile } | { readonly problems: PackProblem[] } {
  const lines = linesOf(text.length > longestFile ? '' : text)
  const at = places(name, lines)
  if (text.length > longestFile) return { problems: [at(0, `the file has ${text.length} characters; ${longestFile} are the most`)] }
  const hidden = hiddenCharacter(text)
  if (hidden >= 0) return { problems: [at(hidden, hiddenWords(text, hidden))] }
  if (isTooMuch(text)) return { problems: [at(0, `the file has more than ${mostSigns} words and signs; no framework has that many`)] }
  // The parser's own search for repeated keys compares each with each; `plainValue` does it in one pass.
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false, version: '1.2', schema: 'core' })
  const wrong = [...document.errors, ...document.warnings.filter(({ code }) => code !== 'TAG_RESOLVE_FAILED')]
  if (wrong.length > 0)
    return { problems: firstOf(wrong, ({ code, message, pos }) => at(pos[0], words[code] ?? `this is not YAML: ${message.slice(0, 200)}`)) }
  const { value, refusals } = plainValue(document.contents)
  const addressed = (path: Path, message: string) => (path.length === 0 ? message : `${addressOf(value, path)}: ${message}`)
  if (refusals.length > 0)
    return { problems: firstOf(refusals, ({ path, node, message }) => at(node.range?.[0] ?? 0, addressed(path, message))) }
  if (isRecord(value) && document.contents !== null) return { file: { name, content: value, root: document.contents, lines } }
  return { problems: [at(document.contents?.range[0] ?? 0, noRecord(value))] }
}

const noRecord = (value: unknown) =>
  value === null
    ? 'the file is empty; a pack is a record of keys such as version, skills and roles'
    : `the file is ${Array.isArray(value) ? 'a list' : 'plain text'}; a pack is a record of keys such as version, skills and roles`

/** A place in a file's tree: what stands there, and the key in front of it, if any. */
export interface Spot {
  readonly file: YamlFile
  readonly key: Node | null
  readonly value: Node | null
}

const pairOf = (node: Node | null, part: PropertyKey): Pair<Node, Node | null> | undefined =>
  isMap<Node, Node | null>(node) ? node.items.find(({ key }) => isScalar(key) && key.value === part) : undefined

/** Goes down a path as far as it leads. */
export function spotAt(from: Spot, path: Path): Spot {
  const [part, ...rest] = path
  if (part === undefined) return from
  const pair = pairOf(from.value, part)
  if (pair) return spotAt({ file: from.file, key: pair.key, value: pair.value }, rest)
  const item = isSeq<Node>(from.value) && typeof part === 'number' ? from.value.items[part] : undefined
  return item === undefined ? from : spotAt({ file: from.file, key: null, value: item }, rest)
}

/** The problem at a spot: at its value where that is text or a number, else at its key. */
export function problemAt({ file, key, value }: Spot, message: string, on: 'key' | 'value' = 'value'): PackProblem {
  const node = on === 'value' && isScalar(value) && value.range?.[0] !== value.range?.[1] ? value : (key ?? value)
  return places(file.name, file.lines)(node?.range?.[0] ?? 0, message)
}

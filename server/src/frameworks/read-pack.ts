import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkPack } from '@plumbline/shared/frameworks/check.ts'
import { pack, type Pack } from '@plumbline/shared/frameworks/pack.ts'
import { parseDocument } from 'yaml'

type Merged = { content: Map<string, unknown>; files: Map<string, Set<string>>; problems: string[] }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The address that problems name an entry by: `skills/python`, `expectations/ml-engineer`, or its place in the list if it has no id. */
function addressOf(key: string, place: string | number, entry: unknown) {
  return `${key}/${isRecord(entry) && typeof entry['id'] === 'string' ? entry['id'] : place}`
}

function parse(text: string): { value: unknown; problems: string[] } {
  const document = parseDocument(text, { uniqueKeys: true, prettyErrors: true })
  const problems = [...document.errors, ...document.warnings].map((problem) => problem.message)
  if (problems.length > 0) return { value: null, problems }
  try {
    // Aliases are refused outright: a few lines of them can unfold into gigabytes.
    return { value: document.toJS({ maxAliasCount: 0 }), problems }
  } catch {
    return { value: null, problems: ['aliases (*name) are not allowed'] }
  }
}

/** Adds one file: lists of the same name are joined, records too, and nothing may be said twice. */
function add({ content, files, problems }: Merged, file: string, value: Record<string, unknown>) {
  const remember = (address: string) => files.set(address, (files.get(address) ?? new Set()).add(file))
  for (const [key, part] of Object.entries(value)) {
    const before = content.get(key)
    remember(key)
    if (Array.isArray(part)) for (const [place, entry] of part.entries()) remember(addressOf(key, place, entry))
    else if (isRecord(part)) for (const name of Object.keys(part)) remember(`${key}/${name}`)

    if (before === undefined) content.set(key, part)
    else if (Array.isArray(before) && Array.isArray(part)) content.set(key, [...before, ...part])
    else if (isRecord(before) && isRecord(part)) {
      for (const name of Object.keys(part))
        if (Object.hasOwn(before, name)) problems.push(`${file}: ${key}/${name} stands in another file too`)
      content.set(key, { ...before, ...part })
    } else problems.push(`${file}: ${key} stands in another file too`)
  }
}

function shapeProblems(content: Record<string, unknown>, issues: readonly { path: readonly PropertyKey[]; message: string }[]) {
  return issues.map(({ path: [key, place, ...rest], message }) => {
    if (key === undefined) return message
    if (place === undefined) return `${String(key)}: ${message}`
    const list = content[String(key)]
    const address = addressOf(String(key), String(place), Array.isArray(list) ? list[Number(place)] : undefined)
    return `${[address, ...rest].map(String).join('/')}: ${message}`
  })
}

/** Puts the file before a problem that begins with an address, by the longest part of the address that is known. */
function withFile(files: Merged['files'], problem: string) {
  const parts = problem.slice(0, problem.indexOf(': ')).split('/')
  const addresses = parts.map((_, index) => parts.slice(0, parts.length - index).join('/'))
  const found = addresses.map((address) => files.get(address)).find((names) => names !== undefined)
  return found === undefined ? problem : `${[...found].join(', ')}: ${problem}`
}

const notSound = (dir: string, problems: readonly string[]) =>
  new Error(`The framework pack in ${dir} is not sound:\n${problems.map((problem) => `- ${problem}`).join('\n')}`)

/**
 * Reads a framework pack: every `.yaml` file of the folder, joined by key. Throws one error that lists all problems, each with its
 * file where that is known; problems of syntax come first alone, then those of shape, then those of meaning, as each hides the next.
 */
export async function readPack(dir: string): Promise<Pack> {
  const names = (await readdir(dir)).filter((name) => name.endsWith('.yaml')).toSorted()
  const texts = await Promise.all(names.map((name) => readFile(join(dir, name), 'utf8')))
  const merged: Merged = { content: new Map(), files: new Map(), problems: names.length > 0 ? [] : ['there is no .yaml file'] }
  for (const [index, text] of texts.entries()) {
    const file = names[index] ?? ''
    const { value, problems } = parse(text)
    merged.problems.push(...problems.map((problem) => `${file}: ${problem}`))
    if (isRecord(value)) add(merged, file, value)
    else if (problems.length === 0) merged.problems.push(`${file}: a file of the pack is a record of keys`)
  }
  if (merged.problems.length > 0) throw notSound(dir, merged.problems)

  const content = Object.fromEntries(merged.content)
  const read = pack.safeParse(content)
  const problems = read.success ? checkPack(read.data) : shapeProblems(content, read.error.issues)
  if (read.success && problems.length === 0) return read.data
  throw notSound(
    dir,
    problems.map((problem) => withFile(merged.files, problem)),
  )
}

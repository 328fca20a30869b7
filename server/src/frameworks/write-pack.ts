import { pack as shape, type Pack } from '@plumbline/shared/frameworks/pack.ts'
import { seniority } from '@plumbline/shared/frameworks/seniority.ts'
import { Document, isCollection, isMap, isPair, isScalar, isSeq } from 'yaml'
import { asWritten } from './write-entries.ts'

const head = ` A framework of Plumbline: the yardstick that people and teams are measured with.
 One file: levels, categories, skills, roles, what each role expects of each skill, practices, and where each of it was read.
 Edit it, check it with \`npm run framework:check -- <this file>\`, and import it into a draft.
 What is not written has its default. Positions of skills index stored levels: never change one, give a new skill the next free one.`

const width = 140
// An entry that fits on a line this long is written on one.
const longestLine = 120

// Between these a block keeps every space; elsewhere the writer of blocks loses some.
const fitsBlock = /^\S(.*\S)?(\n+\S(.*\S)?)*\n?$/u

/** How long a node would be on one line; Infinity where it cannot stand on one. Sets the short ones to do so. */
function settle(node: unknown): number {
  if (isScalar(node)) {
    const text = String(node.value)
    const lines = typeof node.value === 'string' && text.includes('\n')
    if (lines && !fitsBlock.test(text)) node.type = 'QUOTE_DOUBLE'
    return lines ? Infinity : text.length + 2
  }
  if (isPair(node)) return settle(node.key) + settle(node.value) + 2
  if (!isCollection(node)) return Infinity
  const length = node.items.reduce<number>((sum, item) => sum + settle(item) + 2, 4)
  node.flow = length <= longestLine
  return node.flow ? length : Infinity
}

/** Lists of entries have a line for each, and an empty line between entries that need several. */
function part(node: unknown): void {
  settle(node)
  if (!isSeq(node) && !isMap(node)) return
  if (node.items.length > 0) node.flow = false
  for (const [at, item] of node.items.entries()) if (at > 0 && isCollection(item) && item.flow !== true) item.spaceBefore = true
}

/** The same keys in the order of these ids; others come last. */
function inOrder<Value>(record: Readonly<Record<string, Value>>, ids: readonly string[]): Record<string, Value> {
  const place = new Map(ids.map((id, at) => [id, at]))
  const of = (key: string) => place.get(key) ?? Infinity
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : 0)))
}

/** A pack as one YAML file that `parsePackText` reads back as the same. The order is that of the schema, whatever order the pack had it in. */
export function packToYaml(pack: Pack): string {
  const skills = pack.skills.map(({ id }) => id)
  const rows = Object.entries(pack.expectations).map(([role, row]) => [role, inOrder(row, skills)] as const)
  const expectations = inOrder(
    Object.fromEntries(rows),
    pack.roles.map(({ id }) => id),
  )
  const seniorities = inOrder(pack.seniorities, seniority.options)
  const document = new Document(asWritten(shape, { ...pack, seniorities, expectations }), {
    version: '1.2',
    schema: 'core',
    aliasDuplicateObjects: false,
  })
  document.commentBefore = head
  if (isMap(document.contents))
    for (const pair of document.contents.items) {
      part(pair.value)
      if (isScalar(pair.key) && isCollection(pair.value)) pair.key.spaceBefore = true
    }
  return document.toString({ lineWidth: width, singleQuote: true })
}

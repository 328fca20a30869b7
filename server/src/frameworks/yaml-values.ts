import { isAlias, isMap, isScalar, isSeq, type Node, type ParsedNode, Scalar, type YAMLMap } from 'yaml'
import { quoted } from './pack-problem.ts'
import type { Path } from './pack-address.ts'

/** Something in a YAML file that YAML allows and a pack does not. */
export interface Refusal {
  readonly path: Path
  readonly node: Node
  readonly message: string
}

// The deepest place of a pack has eight levels.
const deepest = 16
const reserved = new Set(['__proto__', 'constructor', 'prototype'])
// PostgreSQL cannot store NUL, and the others only hide what a text says.
const controls = /[^\P{C}\n\r\t\p{Cf}\p{Co}\p{Cn}]/u

export const hiddenCharacter = (text: string): number => text.search(controls)

const named = (character: string | undefined) =>
  `U+${(character?.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}, a character that cannot be seen, stands here; take it away`

/** The sentence about the hidden character that stands at this place of the text. */
export const hiddenWords = (text: string, at: number) => named(text[at])

/**
 * The plain value of a YAML node, and what a pack may not hold: anchors, aliases and tags (a few lines of them unfold into gigabytes or into
 * other types), merge keys, keys that are no text or stand twice, hidden characters, and nesting that no pack has.
 */
export function plainValue(root: ParsedNode | null): { value: unknown; refusals: Refusal[] } {
  const refusals: Refusal[] = []

  const read = (node: Node | null, path: Path): unknown => {
    if (node === null) return null
    const refuse = (message: string) => void refusals.push({ path, node, message })
    if (isAlias(node)) return refuse('aliases (*name) are not allowed; write it out')
    if ((isScalar(node) || isMap(node) || isSeq(node)) && node.anchor !== undefined)
      refuse('anchors (&name) are not allowed; write it out at each place')
    if (node.tag !== undefined) refuse('tags (!name) are not allowed; every value is text, a number, true, false, a list or a record')
    if (isScalar(node)) return scalar(node, refuse)
    if (path.length >= deepest) return refuse(`lists and records stand within each other more than ${deepest} deep`)
    if (isSeq(node)) return node.items.map((item, at) => read(item as Node | null, [...path, at]))
    return isMap(node) ? record(node, path) : refuse('this is no value of a pack')
  }

  const scalar = (node: Scalar, refuse: (message: string) => void): unknown => {
    const { value } = node
    const hidden = typeof value === 'string' ? hiddenCharacter(value) : -1
    if (typeof value === 'string' && hidden >= 0) refuse(hiddenWords(value, hidden))
    return value
  }

  const record = (node: YAMLMap, path: Path): Record<string, unknown> => {
    const entries = new Map<string, unknown>()
    for (const { key, value } of node.items) {
      const refuse = (message: string) => void refusals.push({ path, node: key instanceof Scalar ? key : node, message })
      const name: unknown = key instanceof Scalar ? key.value : undefined
      if (key instanceof Scalar) read(key, path)
      if (name === '<<') refuse('merge keys (<<) are not allowed; write it out')
      else if (typeof name !== 'string') refuse(nonText(key))
      else if (reserved.has(name)) refuse(`${quoted(name)} cannot be a key`)
      else if (entries.has(name)) refuse(`the key ${quoted(name)} stands here more than once`)
      else {
        entries.set(name, read(value as Node | null, [...path, name]))
        if (name === 'id' && value instanceof Scalar && typeof value.value === 'string' && reserved.has(value.value))
          refusals.push({ path: [...path, name], node: value, message: `${quoted(value.value)} cannot be an id` })
      }
    }
    return Object.fromEntries(entries)
  }

  return { value: read(root, []), refusals }
}

const nonText = (key: unknown) =>
  key instanceof Scalar && key.source !== undefined && key.source !== ''
    ? `the key ${quoted(key.source)} is no text; put it in quotes`
    : 'a key of a record is a word'

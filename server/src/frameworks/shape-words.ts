import type { z } from 'zod'
import { quoted } from './pack-problem.ts'
import { isList, isRecord } from './pack-address.ts'

type Issue = z.core.$ZodIssue

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'a record of keys',
  record: 'a record of keys',
  array: 'a list',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
}

function kindOf(value: unknown): string {
  if (typeof value === 'string') return `the text ${quoted(value)}`
  if (isList(value)) return 'a list'
  return isRecord(value) ? 'a record of keys' : `${typeof value === 'number' ? 'the number ' : ''}${quoted(value)}`
}

const entries = (count: number) => (count === 1 ? '1 entry' : `${count} entries`)

function size(value: unknown, bound: string): string {
  if (typeof value === 'string') return value === '' ? 'is empty; write text here' : `has ${value.length} characters; ${bound} are allowed`
  return isList(value) ? `has ${entries(value.length)}; ${bound} are allowed` : `is ${quoted(value)}; ${bound} is allowed`
}

function ofType(expected: string, value: unknown, source: string | undefined): string {
  const meant = kinds[expected] ?? expected
  if (value === null) return `is empty; ${meant} is meant here`
  if (expected === 'string' && source !== undefined && (typeof value === 'number' || typeof value === 'boolean'))
    return `is ${kindOf(value)} where text is meant; put it in quotes: '${quoted(source).slice(1, -1)}'`
  return `is ${kindOf(value)} where ${meant} is meant`
}

const ofFormat = (message: string, pattern: string | undefined, value: unknown) => {
  if (!message.startsWith('Invalid')) return `is ${quoted(value)}, which is not ${message}`
  return `is ${quoted(value)}, which does not have the form ${pattern ?? 'that is meant here'}`
}

/** What is wrong with the shape of a value, in words that follow its address. `source` is how the value was written. */
export function inWords(issue: Issue, value: unknown, source: string | undefined): string {
  if (issue.code === 'unrecognized_keys') return `the key ${issue.keys.map(quoted).join(', ')} is not known here`
  if (value === undefined) return 'is missing'
  switch (issue.code) {
    case 'invalid_type':
      return ofType(issue.expected, value, source)
    case 'too_small':
      return size(value, `${issue.exact === true ? 'exactly' : 'at least'} ${issue.minimum}`)
    case 'too_big':
      return size(value, `${issue.exact === true ? 'exactly' : 'at most'} ${issue.maximum}`)
    case 'invalid_value':
      return `is ${value === null ? 'empty' : quoted(value)}; ${allowed(issue.values)}`
    case 'invalid_format':
      return issue.format === 'url' ? `is ${quoted(value)}; a link begins with https://` : ofFormat(issue.message, issue.pattern, value)
    case 'invalid_key':
      return `this key is not ${issue.issues.map(({ message }) => message).join(', nor ')}`
    case 'invalid_union':
      return [...new Set(issue.errors.flatMap((option) => option.map((one) => inWords(one, value, source))))].join('; or ')
    default:
      return issue.message
  }
}

const allowed = (values: readonly unknown[]) =>
  values.length === 1 ? `only ${values.join('')} is allowed` : `allowed are ${values.join(', ')}`

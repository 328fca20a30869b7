import type { FieldError } from '@plumbline/shared/errors/problem.ts'
import type { z } from 'zod'

/** One thing that is wrong, at `people/3/email` within the body. */
export interface Flaw {
  path: string
  words: string
}

export interface PlacedFlaws {
  /** By field name, one each. */
  fields: Readonly<Record<string, string>>
  /** What no field on the screen stands for. */
  rest: readonly string[]
}

/** Puts every flaw at its field, or at the nearest field around it. */
export function placeFlaws(flaws: readonly Flaw[], names: Iterable<string>): PlacedFlaws {
  const byLength = [...names].toSorted((a, b) => b.length - a.length)
  const fields: Record<string, string> = {}
  const rest: string[] = []
  for (const { path, words } of flaws) {
    const name = byLength.find((one) => path === one || path.startsWith(`${one}/`))
    if (name === undefined) rest.push(path === '' ? words : `${path}: ${words}`)
    else fields[name] ??= words
  }
  return { fields, rest }
}

export const flawsOfIssues = (issues: readonly z.core.$ZodIssue[]): Flaw[] =>
  issues.map((issue) => ({ path: issue.path.map(String).join('/'), words: issue.message }))

interface Refusal extends Error {
  errors: readonly FieldError[]
}

// By shape: the design system does not know the client. Only such errors carry words meant for people.
const isRefusal = (error: unknown): error is Refusal => error instanceof Error && 'errors' in error && Array.isArray(error.errors)

/** What to show when sending failed. The server's fields come as JSON pointers; its sentence is left out where the fields say it all. */
export function flawsOfRefusal(error: unknown, names: Iterable<string>): PlacedFlaws {
  if (!isRefusal(error)) {
    reportError(error)
    return { fields: {}, rest: ['Something went wrong on this page. What you entered is still here: try again.'] }
  }
  const flaws = error.errors.map(({ pointer, detail }) => ({
    path: pointer.slice(1).replaceAll('~1', '/').replaceAll('~0', '~'),
    words: detail,
  }))
  const { fields, rest } = placeFlaws(flaws, names)
  const said = flaws.length > 0 && rest.length === 0
  return { fields, rest: said ? [] : [error.message, ...rest] }
}

/** An error stays at its field until that field is changed. */
export function withoutFlawsOf(flaws: PlacedFlaws, changed: readonly string[]): PlacedFlaws {
  const touched = (path: string): boolean => changed.some((name) => path === name || path.startsWith(`${name}/`))
  return { fields: Object.fromEntries(Object.entries(flaws.fields).filter(([path]) => !touched(path))), rest: flaws.rest }
}

/** A schema's complaint in words for someone filling in a form; the schema's own message, where it has one, comes first. */
export function wordsForIssue(issue: z.core.$ZodRawIssue): string | undefined {
  const blank = issue.input === undefined || issue.input === null || issue.input === ''
  if (blank && issue.code !== 'custom' && issue.code !== 'unrecognized_keys') return 'Fill this in.'
  switch (issue.code) {
    case 'too_small':
      return amount('At least', Number(issue.minimum), issue.origin)
    case 'too_big':
      return amount('At most', Number(issue.maximum), issue.origin)
    case 'invalid_format':
      return formats[issue.format] ?? 'This does not have the right form.'
    case 'invalid_type':
      return types[issue.expected] ?? 'This does not have the right form.'
    case 'invalid_value':
      return typeof issue.input === 'boolean' ? 'Tick this to go on.' : 'Choose one of those offered.'
    default:
      return undefined
  }
}

const formats: Readonly<Record<string, string>> = {
  email: 'Enter an e-mail address, such as ana@example.org.',
  url: 'Enter a web address that starts with https://.',
  date: 'Enter a day, such as 2026-04-30.',
}

const types: Readonly<Record<string, string>> = { number: 'Enter a number.', int: 'Enter a whole number.', string: 'Enter some text.' }

function amount(bound: string, count: number, origin: string): string {
  if (origin === 'string') return `${bound} ${count} ${count === 1 ? 'character' : 'characters'}.`
  if (origin === 'array' || origin === 'set') return `${bound} ${count} of them.`
  return `${bound} ${count}.`
}

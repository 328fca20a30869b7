import { type Seniority, seniority } from '../frameworks/seniority.ts'
import { email, name } from '../http/fields.ts'

/** What a cell says, or what is wrong with it in words that say what to do. */
export type Cell<Value> = { readonly value: Value; readonly problem?: undefined } | { readonly problem: string }

/** Tabs, line breaks and NUL, which a database refuses. */
export const controlCharacters = /\p{Cc}/u

export function readName(text: string): Cell<string> {
  const parsed = name.safeParse(text)
  return parsed.success ? { value: parsed.data } : { problem: parsed.error.issues[0]?.message ?? 'Correct the name.' }
}

/** E-mail addresses are compared and kept in lower case. */
export function readEmail(text: string): Cell<string> {
  if (text === '') return { problem: 'Give the e-mail address; people are told apart by it.' }
  const parsed = email.safeParse(text)
  return parsed.success ? { value: parsed.data } : { problem: `"${text}" is not an e-mail address. Write it like ana@example.org.` }
}

/** A blank cell is `null`: it leaves the seniority to what is known of the person. */
export function readSeniority(text: string): Cell<Seniority | null> {
  const word = text.toLowerCase()
  if (word === '') return { value: null }
  if (word === 'junior') return { value: 'entry' }
  const parsed = seniority.safeParse(word)
  return parsed.success
    ? { value: parsed.data }
    : { problem: `Seniority "${text}" is not known. Use one of: ${seniority.options.join(', ')}, or leave it blank.` }
}

const yes = new Set(['yes', 'true', '1', 'x'])
const no = new Set(['no', 'false', '0', ''])

export function readLead(text: string): Cell<boolean> {
  const word = text.toLowerCase()
  if (yes.has(word)) return { value: true }
  return no.has(word) ? { value: false } : { problem: `"${text}" is not clear. Write yes or no, or leave it blank.` }
}

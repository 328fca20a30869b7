import { z } from 'zod'

/** An id made by the server (UUIDv7). */
export const id = z.uuid('This is not an id.')

// PostgreSQL cannot store NUL, and the others only hide what a name or note says.
const controls = /[^\P{Cc}\n\r\t]/u

/** A name that a person gives: one line, trimmed, 1 to 120 characters. */
export const name = z
  .string('Give a name.')
  .trim()
  .min(1, 'Give a name.')
  .max(120, 'Use at most 120 characters.')
  .refine((value) => !/\p{Cc}/u.test(value), 'Use letters that can be seen, on one line.')

/** An e-mail address, kept in lower case. */
export const email = z
  .string('Give an e-mail address.')
  .trim()
  .toLowerCase()
  .max(254, 'Use at most 254 characters.')
  .pipe(z.email('This is not an e-mail address.'))

/** Length is all that counts in a password. */
export const password = z.string('Give a password.').min(12, 'Use at least 12 characters.').max(200, 'Use at most 200 characters.')

/** Text in someone's own words, of one line or many. */
export const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use at most ${most.toLocaleString('en')} characters.`)
    .refine((value) => !controls.test(value), 'Use letters that can be seen.')

/** A note in the person's own words. */
export const note = words(2000)

/** A link to evidence: `https:` or `mailto:` only, so that no script hides behind it. */
export const link = z
  .string()
  .trim()
  .max(2000, 'Use at most 2,000 characters.')
  .refine((value) => /^(https:\/\/[^\s]+|mailto:[^\s@]+@[^\s@]+)$/i.test(value), 'Give a link that begins with https:// or mailto:.')

/** A query parameter that may be given once, several times or not at all. */
export const listOf = <T extends z.ZodType>(item: T, most: number) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(item).max(most))

/** An instant in ISO 8601, as JSON carries it. */
export const instant = z.preprocess((value) => (value instanceof Date ? value.toISOString() : value), z.iso.datetime())

/** The answer of a change that has nothing to tell. */
export const done = z.object({ done: z.literal(true) })

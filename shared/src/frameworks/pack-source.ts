import { z } from 'zod'

export const packId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')
  .max(60)
  // Records are keyed by ids, and an object has these keys before anyone gives it one.
  .refine((id) => !(id in {}), 'another word, this one is taken by the language')

// Neither can be stored as text, or be seen by anyone who reads it.
const canBeSeen = (words: string) => words.isWellFormed() && !/[^\P{Cc}\n\r\t]/u.test(words)

/** Words of at most this many characters, all of which can be seen. */
export const words = (most: number) => z.string().min(1).max(most).refine(canBeSeen, 'only letters and signs that can be seen')
export const text = words(600)

/** Where an entry comes from: a document of the pack, its section, and the figure exactly as printed there. */
export const source = z.strictObject({ document: packId, section: text, printed: text.optional() })
export type Source = z.infer<typeof source>
export const sources = z.array(source).max(20).default([])

export const documentEntry = z.strictObject({
  id: packId,
  title: text,
  kind: text,
  author: text,
  date: text,
  interest: text,
})

/** How an entry hangs on the documents, in order of strength, the strongest first. */
export const basis = z.enum(['stated', 'group', 'derived'])

/** An item of an open model of the field, as `model/item`. */
export const modelItem = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'a model and its item, as model/item')

/** An open model that skills and practices are set beside for orientation. Names of items are the model's, nothing else is. */
export const model = z.strictObject({
  id: packId,
  name: text,
  publisher: text,
  url: z.url({ protocol: /^https$/ }),
  licence: text,
  /** What was taken from it, and what was not. */
  use: text,
  items: z.array(z.strictObject({ id: packId, name: text })).min(1),
})
export type Model = z.infer<typeof model>

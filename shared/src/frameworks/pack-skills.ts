import { z } from 'zod'
import { basis, modelItem, packId, sources, text, words } from './pack-source.ts'

export const category = z.strictObject({ id: packId, name: text })

const descriptor = words(240)
const months = z.number().min(0.1).max(60)

/** `position` indexes the stored level arrays: it is only ever appended, never reused. */
export const skill = z.strictObject({
  id: packId,
  name: text,
  category: packId,
  position: z.int().min(0).max(999),
  aliases: z.array(text).default([]),
  /** What a person can be observed to do at each level, 0 to 5. Empty where an organisation has written none. */
  descriptors: z.union([z.array(descriptor).length(6), z.array(descriptor).length(0)]).default([]),
  /** Skills that one needs first. */
  prerequisites: z.array(packId).max(6).default([]),
  /** Months of learning beside the job for each step, 0 → 1 to 4 → 5, and why. */
  months: z.strictObject({ steps: z.array(months).length(5), reason: packId }).optional(),
  models: z.array(modelItem).default([]),
  /** Why no role expects it, where none does. */
  unexpected: text.optional(),
  sources,
})
export type Skill = z.infer<typeof skill>

/** Why learning a skill takes as long as it is said to. */
export const monthReason = z.strictObject({ id: packId, basis: basis.exclude(['group']), text, sources })

/** A product or service that the documents name; having worked with it is evidence for a skill, never a level. */
export const tool = z.strictObject({
  id: packId,
  name: text,
  aliases: z.array(text).default([]),
  /** What the documents take it for, each in its own way. */
  kinds: z.array(text).min(1),
  summary: text,
  skills: z.array(packId).default([]),
  sources,
})
export type Tool = z.infer<typeof tool>

import { z } from 'zod'
import { level } from '../levels/level.ts'
import { basis, packId, sources, text } from './pack-source.ts'

/** Every effect stands as printed, side by side and unconverted; null means that nothing is printed. */
export const certification = z.strictObject({
  id: packId,
  name: text,
  aliases: z.array(text).default([]),
  payEffect: text.nullable(),
  complexity: text.nullable(),
  demand: text.nullable(),
  cost: text.nullable().default(null),
  validity: text.nullable().default(null),
  replacedBy: packId.nullable().default(null),
  roles: z.array(z.strictObject({ role: packId, basis: basis.exclude(['group']) })),
  /** What it is evidence for, our judgement: evidence and never a level by itself. */
  skills: z.array(packId).default([]),
  sources,
})

/** What the documents say about certifications in general. */
export const certificationNote = z.strictObject({ id: packId, text, sources })

/** Certifications set beside each other point by point, as a document does it. */
export const comparison = z.strictObject({
  id: packId,
  name: text,
  of: z.array(packId).min(2).max(4),
  points: z.array(
    z.strictObject({
      id: packId,
      factor: text,
      values: z.array(z.strictObject({ certification: packId, text, printed: text.optional() })),
      sources,
    }),
  ),
})

/** Months from low to high, and the figure as printed; computed ones have no `printed` and say so. */
const duration = z.strictObject({ low: z.number(), high: z.number(), printed: text.optional() })

const stage = z.strictObject({
  id: packId,
  order: z.int().min(1).max(20),
  name: text,
  /** Another name that the same document gives it. */
  otherName: text.optional(),
  after: z.array(packId).default([]),
  duration: duration.nullable().default(null),
  /** A rule in our words, such as "one of the two clouds is enough". */
  rule: text.optional(),
  groups: z.array(
    z.strictObject({ name: text, mandatory: z.boolean().default(false), topics: z.array(text), skills: z.array(packId).default([]) }),
  ),
  skills: z.array(z.strictObject({ skill: packId, level: level.optional() })),
  tools: z.array(packId).default([]),
  certifications: z.array(packId).default([]),
  projects: z.array(text).default([]),
  sources,
})
export type Stage = z.infer<typeof stage>

/** A way of learning as one document draws it. Two documents' ways are never merged. */
export const roadmap = z.strictObject({
  id: packId,
  name: text,
  summary: text,
  /** The roles it leads to. */
  roles: z.array(packId).default([]),
  stages: z.array(stage).min(1),
  /** Total times: as stated for a starting point, or as summed up by us. */
  totals: z.array(z.strictObject({ id: packId, from: text, basis: z.enum(['stated', 'computed']), duration, sources })).default([]),
  notes: z.array(z.strictObject({ id: packId, text, sources })).default([]),
  sources,
})
export type Roadmap = z.infer<typeof roadmap>

/** Which stages of two roadmaps answer to each other, our judgement. */
export const correspondence = z.strictObject({
  id: packId,
  stages: z.array(z.strictObject({ roadmap: packId, stages: z.array(packId) })).length(2),
  /** What only one of the two has, by roadmap. */
  only: z.array(z.strictObject({ roadmap: packId, topics: z.array(text) })).default([]),
})

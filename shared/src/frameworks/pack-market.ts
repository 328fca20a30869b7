import { z } from 'zod'
import { packId, source, text } from './pack-source.ts'
import { seniority } from './seniority.ts'

export const claimTopic = z.enum([
  'pay',
  'cost',
  'time',
  'demand',
  'adoption',
  'result',
  'benefit',
  'risk',
  'hiring',
  'outlook',
  'definition',
  'case',
])
export type ClaimTopic = z.infer<typeof claimTopic>

/** What kind of claim it is. Said by one document, checked by nobody here. */
export const claimKind = z.enum([
  'prediction',
  'estimate',
  'case',
  'second-hand-report',
  'vendor-claim',
  'advertising',
  'advice',
  'goal',
  'unsourced',
  'explanation',
])
export type ClaimKind = z.infer<typeof claimKind>

/** A figure as a number: `high` is null where it is open-ended, and both are equal where one point is printed. The unit is never converted. */
const figure = z.strictObject({ low: z.number(), high: z.number().nullable(), open: z.boolean().default(false), unit: text })

/** One thing that a document says about the market: a figure, a forecast, a benefit, a risk or a piece of advice. */
export const claim = z.strictObject({
  id: packId,
  topic: claimTopic,
  kind: claimKind,
  text,
  figures: z.array(figure).default([]),
  /** Who says so, where it is not the author of the document. */
  by: text.optional(),
  seniority: seniority.optional(),
  roles: z.array(packId).default([]),
  skills: z.array(packId).default([]),
  certifications: z.array(packId).default([]),
  sources: z.array(source).min(1).max(20),
})
export type Claim = z.infer<typeof claim>

/** Where the documents disagree, with each other or with themselves. All sides stand; nothing is averaged or chosen. */
export const contradiction = z.strictObject({
  id: packId,
  type: z.enum(['between-documents', 'inside-one-document', 'terminology', 'same-figure', 'gap']),
  topic: text,
  positions: z.array(z.strictObject({ text, sources: z.array(source).min(1).max(20) })).min(1),
  /** What this product does about it. */
  shown: text,
})
export type Contradiction = z.infer<typeof contradiction>

import { z } from 'zod'
import { level } from '../levels/level.ts'
import { basis, packId, sources, text } from './pack-source.ts'
import { seniority } from './seniority.ts'

/** How a seniority shifts the level that a role expects at mid level. */
export const seniorityShift = z.strictObject({
  shift: z.int().min(-2).max(2),
  min: level,
  max: level,
  fixed: z.record(packId, level).default({}),
})

export const role = z.strictObject({
  id: packId,
  name: text,
  aliases: z.array(text).default([]),
  title: z.enum(['stated', 'duties-derived', 'derived']),
  summary: text,
  seniorityApplies: z.boolean().default(true),
  /** Why skills without an expectation have none. */
  blank: text,
  sources,
})

/** Someone whom the documents name and who is no role of the framework: what to measure them with, or why not at all. */
export const persona = z.strictObject({
  id: packId,
  name: text,
  aliases: z.array(text).default([]),
  /** An overlay changes a role; a destination is a role at a seniority; the others have no expectations. */
  kind: z.enum(['overlay', 'destination', 'counterpart', 'starting-point', 'reader']),
  role: packId.nullable().default(null),
  seniority: seniority.nullable().default(null),
  text,
  sources,
})

export const importance = z.enum(['must', 'should'])

/** Why an expectation stands: the sentence, its basis, and where it was read. */
export const reason = z.strictObject({ id: z.string().regex(/^[SGD]-[A-Z0-9]+$/), basis, text, sources })

export const expectation = z.strictObject({ level, importance, basis, reasons: z.array(z.string()).min(1) })
export type Expectation = z.infer<typeof expectation>

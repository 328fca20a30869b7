import { z } from 'zod'
import { level } from '../levels/level.ts'
import { modelItem, packId, sources, text, words } from './pack-source.ts'

/** A practice area. An optional one is a further checklist that an organisation turns on for itself. */
export const area = z.strictObject({ id: packId, name: text, summary: text, optional: z.boolean().default(false) })

export const practiceLevel = z.literal([1, 2, 3, 4])
export type PracticeLevel = z.infer<typeof practiceLevel>
export const practiceLevelNames = ['provisional', 'operational', 'scalable', 'optimizing'] as const

export const practice = z.strictObject({
  id: packId,
  area: packId,
  level: practiceLevel,
  name: text,
  status: z.enum(['stated', 'mapped', 'outcome', 'derived', 'field']),
  /** What has to hold before a team may answer "most". */
  criteria: z.array(words(240)).max(4).default([]),
  /** What would show that it holds. */
  evidence: text.optional(),
  models: z.array(modelItem).default([]),
  /** Whether a machine can report it. */
  automatable: z.boolean().default(false),
  needs: z.array(z.strictObject({ skill: packId, level, people: z.int().min(1).max(20) })).default([]),
  sources,
})
export type Practice = z.infer<typeof practice>

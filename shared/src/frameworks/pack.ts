import { z } from 'zod'
import { certification, certificationNote, comparison, correspondence, roadmap } from './pack-learning.ts'
import { claim, contradiction } from './pack-market.ts'
import { area, practice } from './pack-practices.ts'
import { expectation, persona, reason, role, seniorityShift } from './pack-roles.ts'
import { category, monthReason, skill, tool } from './pack-skills.ts'
import { documentEntry, model, packId, text, words } from './pack-source.ts'
import { seniority } from './seniority.ts'

export const packSchema = 'plumbline.framework/v1'

export const levelNames = z.array(words(30)).length(6)

/** The version that comes with the product is a year and a number; an organisation's own adds how often it published: `2026.1-3`. */
export const frameworkVersion = z.string().regex(/^[0-9]{4}\.[0-9]{1,3}(-[0-9]{1,5})?$/, 'a version such as 2026.1 or 2026.1-3')

/** One version of a framework: the yardstick that people and teams are measured with. */
export const pack = z.strictObject({
  schema: z.literal(packSchema),
  version: frameworkVersion,
  name: text,
  /** The organisation's own names of the levels 0 to 5, where it has given some. */
  levelNames: levelNames.optional(),
  documents: z.array(documentEntry).default([]),
  models: z.array(model).default([]),
  seniorities: z.record(seniority, seniorityShift),
  categories: z.array(category).min(1),
  skills: z.array(skill).min(1).max(600),
  monthReasons: z.array(monthReason).default([]),
  tools: z.array(tool).default([]),
  roles: z.array(role).min(1).max(200),
  personas: z.array(persona).default([]),
  reasons: z.array(reason),
  /** role id → skill id → what the role expects at mid level. A skill that is absent is not expected. */
  expectations: z.record(packId, z.record(packId, expectation)),
  areas: z.array(area).min(1),
  practices: z.array(practice).max(1000),
  certifications: z.array(certification).default([]),
  certificationNotes: z.array(certificationNote).default([]),
  comparisons: z.array(comparison).default([]),
  roadmaps: z.array(roadmap).default([]),
  correspondences: z.array(correspondence).default([]),
  claims: z.array(claim).default([]),
  contradictions: z.array(contradiction).default([]),
})
export type Pack = z.infer<typeof pack>

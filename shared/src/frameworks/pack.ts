import { z } from 'zod'
import { level } from '../levels/level.ts'

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')
  .max(60)
const text = z.string().min(1).max(600)

/** Where an entry comes from: a document of the pack, its section, and the figure exactly as printed there. */
export const source = z.strictObject({ document: id, section: text, printed: text.optional() })
export type Source = z.infer<typeof source>

export const documentEntry = z.strictObject({
  id,
  title: text,
  kind: text,
  author: text,
  date: text,
  interest: text,
})

export const category = z.strictObject({ id, name: text })

/** `position` indexes the stored level arrays: it is only ever appended, never reused. */
export const skill = z.strictObject({
  id,
  name: text,
  category: id,
  position: z.int().min(0).max(999),
  aliases: z.array(text).default([]),
  sources: z.array(source).min(1),
})

export const seniority = z.enum(['entry', 'mid', 'senior', 'architect'])
export type Seniority = z.infer<typeof seniority>

/** How a seniority shifts the level that a role expects at mid level. */
export const seniorityShift = z.strictObject({
  shift: z.int().min(-2).max(2),
  min: level,
  max: level,
  fixed: z.record(id, level).default({}),
})

export const role = z.strictObject({
  id,
  name: text,
  title: z.enum(['stated', 'duties-derived', 'derived']),
  summary: text,
  seniorityApplies: z.boolean().default(true),
  blank: text,
  sources: z.array(source).min(1),
})

/** In order of strength, the strongest first. */
export const basis = z.enum(['stated', 'group', 'derived'])
export const importance = z.enum(['must', 'should'])

/** Why an expectation stands: the sentence, its basis, and where it was read. */
export const reason = z.strictObject({ id: z.string().regex(/^[SGD]-[A-Z0-9]+$/), basis, text, sources: z.array(source).min(1) })

export const expectation = z.strictObject({ level, importance, basis, reasons: z.array(z.string()).min(1) })
export type Expectation = z.infer<typeof expectation>

export const area = z.strictObject({ id, name: text, summary: text })

export const practiceLevel = z.literal([1, 2, 3, 4])
export type PracticeLevel = z.infer<typeof practiceLevel>
export const practiceLevelNames = ['provisional', 'operational', 'scalable', 'optimizing'] as const

export const practice = z.strictObject({
  id,
  area: id,
  level: practiceLevel,
  name: text,
  status: z.enum(['stated', 'mapped', 'outcome', 'derived', 'field']),
  models: z.array(text).default([]),
  automatable: z.boolean().default(false),
  needs: z.array(z.strictObject({ skill: id, level, people: z.int().min(1).max(20) })).default([]),
  sources: z.array(source).default([]),
})
export type Practice = z.infer<typeof practice>

export const certification = z.strictObject({
  id,
  name: text,
  aliases: z.array(text).default([]),
  payEffect: text.nullable(),
  complexity: text.nullable(),
  demand: text.nullable(),
  replacedBy: id.nullable().default(null),
  roles: z.array(z.strictObject({ role: id, basis: z.enum(['stated', 'derived']) })),
  skills: z.array(id).default([]),
  sources: z.array(source).min(1),
})

/** What the documents say about certifications in general. */
export const certificationNote = z.strictObject({ id, text, sources: z.array(source).min(1) })

/** One version of a framework: the yardstick that people and teams are measured with. */
export const pack = z.strictObject({
  schema: z.literal('plumbline.framework/v1'),
  version: z.string().regex(/^[0-9]{4}\.[0-9]+$/),
  name: text,
  documents: z.array(documentEntry).min(1),
  seniorities: z.record(seniority, seniorityShift),
  categories: z.array(category).min(1),
  skills: z.array(skill).min(1),
  roles: z.array(role).min(1),
  reasons: z.array(reason).min(1),
  /** role id → skill id → what the role expects at mid level. A skill that is absent is not expected. */
  expectations: z.record(id, z.record(id, expectation)),
  areas: z.array(area).min(1),
  practices: z.array(practice).min(1),
  certifications: z.array(certification),
  certificationNotes: z.array(certificationNote).optional(),
})
export type Pack = z.infer<typeof pack>

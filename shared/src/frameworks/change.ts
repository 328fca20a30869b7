import { z } from 'zod'
import { level } from '../levels/level.ts'
import { certification } from './pack-learning.ts'
import { area, practice } from './pack-practices.ts'
import { importance, role } from './pack-roles.ts'
import { category, skill } from './pack-skills.ts'
import { levelNames } from './pack.ts'
import { packId, text, words } from './pack-source.ts'

const put = <Kind extends string, Entry extends z.ZodType>(kind: Kind, entry: Entry) => z.strictObject({ change: z.literal(kind), entry })

/**
 * One edit of an organisation's draft. `put` adds the entry, or replaces the one with its id. `remove` takes it away with all that refers to it;
 * with heirs, what referred to it refers to them, and at publishing ratings and answers are carried over to them.
 */
export const frameworkChange = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('rename'), name: words(120) }),
  z.strictObject({ change: z.literal('name-levels'), levelNames: levelNames.nullable() }),
  put('put-category', category),
  // The position is given when it is published: it belongs to the organisation, not to the draft.
  put('put-skill', skill.omit({ position: true })),
  put('put-role', role),
  put('put-area', area),
  put('put-practice', practice),
  put('put-certification', certification),
  z.strictObject({
    change: z.literal('remove'),
    list: z.enum(['categories', 'skills', 'roles', 'areas', 'practices', 'certifications']),
    id: packId,
    heirs: z.array(packId).max(10).default([]),
  }),
  z.strictObject({
    change: z.literal('expect'),
    role: packId,
    skill: packId,
    /** null: the role no longer expects it. `reason` is the organisation's own; without one an unchanged level keeps its reasons. */
    expectation: z.strictObject({ level, importance, reason: text.optional() }).nullable(),
  }),
])
export type FrameworkChange = z.infer<typeof frameworkChange>

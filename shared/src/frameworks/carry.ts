import { z } from 'zod'
import { packId } from './pack-source.ts'

const heirs = z.array(packId).max(10)

/**
 * What became of the items that a version no longer has, by their id in the version before: one heir (renamed), several (split) or none
 * (dropped). An item that is missing here and in the version is dropped as well. A role has at most one heir.
 */
export const carry = z.strictObject({
  skills: z.record(packId, heirs).default({}),
  practices: z.record(packId, heirs).default({}),
  roles: z.record(packId, heirs.max(1)).default({}),
})
export type Carry = z.infer<typeof carry>

export const noCarry: Carry = { skills: {}, practices: {}, roles: {} }

/** The ids that stand for an id today, after all these versions in their order. An id that no version speaks of stands for itself. */
export function heirsOf(id: string, carries: readonly Readonly<Record<string, readonly string[]>>[]): readonly string[] {
  return carries.reduce<readonly string[]>(
    (ids, step) => ids.flatMap((one) => (Object.hasOwn(step, one) ? (step[one] ?? []) : [one])),
    [id],
  )
}

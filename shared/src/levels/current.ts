import type { Level } from './level.ts'

export type AssessmentKind = 'self' | 'lead' | 'agreed'

/** The raw levels of one skill, one per kind of assessment. `null` is unrated or "not sure". */
export type RawLevels = Readonly<Record<AssessmentKind, Level | null>>

/** Which kind of assessment counts first; an organisation may set its own order. A kind left out never counts. */
export type Authority = readonly AssessmentKind[]
export const defaultAuthority: Authority = ['agreed', 'lead', 'self']

/** The raw level that counts now, with its kind: the first in the order that is rated, or `null` when none is. */
export function countingLevel(raw: RawLevels, order: Authority = defaultAuthority): { kind: AssessmentKind; level: Level } | null {
  for (const kind of order) {
    const level = raw[kind]
    if (level !== null) return { kind, level }
  }
  return null
}

/** The level that counts now: agreed, else lead, else self (or the given order); `null` when none of them is rated. */
export const currentLevel = (raw: RawLevels, order?: Authority): Level | null => countingLevel(raw, order)?.level ?? null

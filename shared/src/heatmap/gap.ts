import type { Level } from '../levels/level.ts'

/**
 * Levels missing to the expectation: max(0, expected − current). `null` where nothing is expected, and where the skill is unrated:
 * an unrated skill has no gap, it is unknown.
 */
export const gap = (expected: Level | null, current: Level | null): number | null =>
  expected === null || current === null ? null : Math.max(0, expected - current)

/** How a cell of the heatmap stands to its expectation; a rated skill that is not expected is `not_expected` as well. */
export type Mark = 'met' | 'below' | 'not_rated' | 'not_expected'

export function mark(expected: Level | null, current: Level | null): Mark {
  if (expected === null) return 'not_expected'
  if (current === null) return 'not_rated'
  return current >= expected ? 'met' : 'below'
}

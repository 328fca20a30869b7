import type { Level } from '../levels/level.ts'
import type { ExpectedSkill, PackIndex, RoleExpectations } from '../levels/pack-index.ts'
import { expectedOf, type PersonLevels } from '../levels/person-levels.ts'
import { gap } from './gap.ts'

/** How much a level counts in fit and readiness. */
export const importanceWeight = { must: 3, should: 1 } as const

export type MissingSkill = { readonly expected: ExpectedSkill; readonly current: Level; readonly gap: number }

export type Fit = {
  /** 0..1; `null` when the role expects nothing. */
  readonly value: number | null
  /** Rated below the expectation, by weight × gap from the most to the least. */
  readonly missing: readonly MissingSkill[]
  /** Unrated: 0 in the value, but not claimed as a gap; by weight × expected level. */
  readonly unknown: readonly ExpectedSkill[]
}

type Rated = { readonly expected: ExpectedSkill; readonly current: Level | null }

/** Σ w·min(current, expected) ÷ Σ w·expected. */
function reached(skills: readonly Rated[]): number | null {
  let have = 0
  let want = 0
  for (const { expected, current } of skills) {
    const weight = importanceWeight[expected.importance]
    have += weight * Math.min(current ?? 0, expected.level)
    want += weight * expected.level
  }
  return want === 0 ? null : have / want
}

/**
 * How well a person's levels (by skill position) fit a role's expectations: Σ w·min(current, expected) ÷ Σ w·expected, with w = 3
 * for must and 1 for should, and what is missing, most weighty first.
 */
export function fit(levels: readonly (Level | null)[], expectations: RoleExpectations): Fit {
  const skills = expectations.filter((one) => one !== null).map((expected) => ({ expected, current: levels[expected.position] ?? null }))
  const missing = skills.flatMap(({ expected, current }) => {
    const difference = gap(expected.level, current)
    return current === null || difference === null || difference === 0 ? [] : [{ expected, current, gap: difference }]
  })
  const weighted = ({ importance }: ExpectedSkill, levels: number) => importanceWeight[importance] * levels
  return {
    value: reached(skills),
    missing: missing.toSorted((a, b) => weighted(b.expected, b.gap) - weighted(a.expected, a.gap)),
    unknown: skills
      .filter(({ current }) => current === null)
      .map(({ expected }) => expected)
      .toSorted((a, b) => weighted(b, b.level) - weighted(a, a.level)),
  }
}

/** The same sums over all people, each against their own role: 0..1, `null` when nothing is expected of anyone; with the unrated cells. */
export function readiness(people: readonly PersonLevels[], index: PackIndex): { value: number | null; notRated: number } {
  const skills = people.flatMap((person) => expectedOf(person, index))
  return { value: reached(skills), notRated: skills.filter(({ current }) => current === null).length }
}

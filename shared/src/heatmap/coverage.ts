import { holderLevel } from '../levels/level.ts'
import type { PackIndex } from '../levels/pack-index.ts'
import { expectedOf, type PersonLevels } from '../levels/person-levels.ts'

/**
 * Counts of people by skill position. expected: their role expects the skill; rated: of those, with a current level; met: of those,
 * at the expected level or above; levelSum: the current levels of the rated added up; holders: everybody at level 3 or above,
 * whether their role expects it or not.
 */
export type TeamCounts = {
  readonly expected: readonly number[]
  readonly rated: readonly number[]
  readonly met: readonly number[]
  readonly holders: readonly number[]
  readonly levelSum: readonly number[]
}

/** Counts these people for every skill of the framework; the arrays are as long as its skills. */
export function teamCounts(people: readonly PersonLevels[], index: PackIndex): TeamCounts {
  const zeros = () => index.skills.map(() => 0)
  const counts = { expected: zeros(), rated: zeros(), met: zeros(), holders: zeros(), levelSum: zeros() }
  const add = (array: number[], position: number, amount = 1) => {
    array[position] = (array[position] ?? 0) + amount
  }
  for (const person of people) {
    for (const position of index.skills.keys()) {
      if ((person.levels[position] ?? 0) >= holderLevel) add(counts.holders, position)
    }
    for (const { expected, current } of expectedOf(person, index)) {
      add(counts.expected, expected.position)
      if (current === null) continue
      add(counts.rated, expected.position)
      add(counts.levelSum, expected.position, current)
      if (current >= expected.level) add(counts.met, expected.position)
    }
  }
  return counts
}

export const noCounts: TeamCounts = { expected: [], rated: [], met: [], holders: [], levelSum: [] }

/** A subtree's counts are its teams' added up. Positions are only ever appended, so a shorter array lacks the later skills only. */
export const addCounts = (a: TeamCounts, b: TeamCounts): TeamCounts => ({
  expected: addArrays(a.expected, b.expected),
  rated: addArrays(a.rated, b.rated),
  met: addArrays(a.met, b.met),
  holders: addArrays(a.holders, b.holders),
  levelSum: addArrays(a.levelSum, b.levelSum),
})

function addArrays(a: readonly number[], b: readonly number[]): number[] {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a]
  return long.map((count, position) => count + (short[position] ?? 0))
}

/** Coverage of one skill in words: "7 of 10, 2 not rated". */
export function coverageText({ expected, rated, met }: { expected: number; rated: number; met: number }): string {
  if (expected === 0) return 'not expected of anyone'
  const notRated = expected - rated
  return `${met} of ${expected}${notRated > 0 ? `, ${notRated} not rated` : ''}`
}

import { type Holding, singlePointsOfFailure, withoutPerson } from '@plumbline/shared/heatmap/single-points.ts'
import { holderLevel } from '@plumbline/shared/levels/level.ts'
import type { PackIndex } from '@plumbline/shared/levels/pack-index.ts'
import type { PersonLevels } from '@plumbline/shared/levels/person-levels.ts'
import type { HeatmapPerson } from './queries.ts'

const measured = (people: readonly HeatmapPerson[]): PersonLevels[] =>
  people.map(({ id, roleId, seniority, levels }) => ({ id, role: roleId, seniority, levels }))

/** Who comes nearest to holding a skill without holding it: their names and level; null where nobody is rated above 0. */
export function nearest(people: readonly HeatmapPerson[], position: number): { level: number; names: string[] } | null {
  const below = people.filter((person) => (person.levels[position] ?? 0) < holderLevel)
  const level = Math.max(0, ...below.map((person) => person.levels[position] ?? 0))
  if (level === 0) return null
  return { level, names: below.filter((person) => person.levels[position] === level).map((person) => person.name) }
}

export interface Absence {
  /** Skills that would hang on one person who is still there, and did not before. */
  readonly singlePoints: Holding['singlePoints']
  /** Skills that nobody would hold, and somebody did before. */
  readonly uncovered: readonly string[]
}

/** What gets worse while one person is away. */
export function absence(people: readonly HeatmapPerson[], awayId: string, index: PackIndex): Absence {
  const everyone = measured(people)
  const before = singlePointsOfFailure(everyone, index)
  const after = withoutPerson(everyone, awayId, index)
  const single = new Set(before.singlePoints.map(({ skill }) => skill))
  const uncovered = new Set(before.uncovered)
  return {
    singlePoints: after.singlePoints.filter(({ skill }) => !single.has(skill)),
    uncovered: after.uncovered.filter((skill) => !uncovered.has(skill)),
  }
}

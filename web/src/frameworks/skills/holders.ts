import type { HeatmapPerson } from '../../heatmap/queries.ts'
import { type Level, holderLevel } from '@plumbline/shared/levels/level.ts'

export interface Holders {
  /** Those at the level from which one works alone, the highest first. */
  readonly holders: readonly { readonly id: string; readonly name: string; readonly level: Level }[]
  /** Rated, but below that. */
  readonly learners: number
  readonly notRated: number
}

/** Who of these people holds the skill at this position. Unrated is not the same as level 0. */
export function holdersOf(people: readonly Pick<HeatmapPerson, 'id' | 'name' | 'levels'>[], position: number): Holders {
  const rated = people.flatMap(({ id, name, levels }) => {
    const level = levels[position] ?? null
    return level === null ? [] : [{ id, name, level }]
  })
  const holders = rated.filter(({ level }) => level >= holderLevel)
  return {
    holders: holders.toSorted((a, b) => b.level - a.level || a.name.localeCompare(b.name)),
    learners: rated.length - holders.length,
    notRated: people.length - rated.length,
  }
}

import { type AssessmentKind, currentLevel, type RawLevels } from '../levels/current.ts'
import type { Level } from '../levels/level.ts'
import type { PackIndex } from '../levels/pack-index.ts'
import type { PersonLevels } from '../levels/person-levels.ts'
import { teamCounts } from './coverage.ts'
import { readiness } from './fit.ts'

/** The newest rating of one person, skill and kind that came in between the point before `point` and the end of that point's day. */
export type RatingAt = {
  readonly personId: string
  readonly skillId: string
  readonly kind: AssessmentKind
  /** `null` is "not sure": it takes an earlier level of its kind back. */
  readonly level: Level | null
  readonly point: number
}

/** Readiness 0 to 1 (`null` where nothing is expected), and coverage counts added up over people and the skills expected of them. */
export type TrendPoint = { readonly readiness: number | null; readonly expected: number; readonly rated: number; readonly met: number }

/** The trend reads every rating that these people ever got, so it is worked out for teams of at most so many. */
export const mostPeopleForTrend = 2000

/** The last days of the months that ended before `today`, oldest first, and today itself. Days are ISO days in UTC. */
export function trendDays(today: string, months: number): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number)
  // Day 0 of a month is the last of the month before.
  const ends = Array.from({ length: months }, (_, at) => new Date(Date.UTC(year, month - months + at, 0)).toISOString().slice(0, 10))
  return [...ends, today]
}

/**
 * The numbers of these people at each of `count` points, from the ratings that had come in by then. Who they are, their roles and what is
 * expected of them is as given, the same at every point: so the line moves only where ratings did. At each point the newest rating of a
 * person, skill and kind stands, and of the kinds the one that counts first. A rating of someone else, or of a skill outside the framework,
 * counts for nothing.
 */
export function trend(
  people: readonly Omit<PersonLevels, 'levels'>[],
  ratings: readonly RatingAt[],
  count: number,
  index: PackIndex,
): TrendPoint[] {
  const standing = people.map((person) => ({ ...person, raw: new Map<number, RawLevels>(), levels: index.skills.map(noLevel) }))
  const byId = new Map(standing.map((person) => [person.id, person]))
  const arriving = Map.groupBy(ratings, (rating) => rating.point)
  return Array.from({ length: count }, (_, point) => {
    for (const { personId, skillId, kind, level } of arriving.get(point) ?? []) {
      const [person, position] = [byId.get(personId), index.skillById.get(skillId)?.position]
      if (person === undefined || position === undefined) continue
      const raw = { ...(person.raw.get(position) ?? unrated), [kind]: level }
      person.raw.set(position, raw)
      person.levels[position] = currentLevel(raw)
    }
    return numbersOf(standing, index)
  })
}

const unrated: RawLevels = { self: null, lead: null, agreed: null }
const noLevel = (): Level | null => null

function numbersOf(people: readonly PersonLevels[], index: PackIndex): TrendPoint {
  const { expected, rated, met } = teamCounts(people, index)
  const sum = (counts: readonly number[]) => counts.reduce((total, one) => total + one, 0)
  return { readiness: readiness(people, index).value, expected: sum(expected), rated: sum(rated), met: sum(met) }
}

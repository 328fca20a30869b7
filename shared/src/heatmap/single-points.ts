import { holderLevel } from '../levels/level.ts'
import type { PackIndex } from '../levels/pack-index.ts'
import { expectedOf, type PersonLevels } from '../levels/person-levels.ts'

/** Needed skills that hang on one person, and those that nobody holds; both by skill position. */
export type Holding = {
  readonly singlePoints: readonly { readonly skill: string; readonly personId: string }[]
  readonly uncovered: readonly string[]
}

/**
 * The single points of failure of a team: needed skills that exactly one member holds at level 3 or above. Needed is what is a must
 * for at least one member's role, and what the team demands by hand (`demanded`, skill ids).
 */
export const singlePointsOfFailure = (
  people: readonly PersonLevels[],
  index: PackIndex,
  demanded: ReadonlySet<string> = new Set(),
): Holding => holding(people, neededSkills(people, index, demanded), index)

/** The same while one person is away: the team needs what it needed, also what only the absent person's role asked for. */
export const withoutPerson = (
  people: readonly PersonLevels[],
  id: string,
  index: PackIndex,
  demanded: ReadonlySet<string> = new Set(),
): Holding =>
  holding(
    people.filter((person) => person.id !== id),
    neededSkills(people, index, demanded),
    index,
  )

function neededSkills(people: readonly PersonLevels[], index: PackIndex, demanded: ReadonlySet<string>): ReadonlySet<string> {
  const musts = people.flatMap((person) => expectedOf(person, index)).filter(({ expected }) => expected.importance === 'must')
  return new Set([...demanded, ...musts.map(({ expected }) => expected.skill)])
}

function holding(people: readonly PersonLevels[], needed: ReadonlySet<string>, index: PackIndex): Holding {
  const singlePoints: { skill: string; personId: string }[] = []
  const uncovered: string[] = []
  for (const skill of index.skills) {
    if (!skill || !needed.has(skill.id)) continue
    const [first, ...others] = people.filter((person) => (person.levels[skill.position] ?? 0) >= holderLevel)
    if (!first) uncovered.push(skill.id)
    else if (others.length === 0) singlePoints.push({ skill: skill.id, personId: first.id })
  }
  return { singlePoints, uncovered }
}

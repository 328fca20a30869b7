import type { Expectation } from '../frameworks/pack-roles.ts'
import { type PackIndex, roleExpectations } from '../levels/pack-index.ts'
import { expectedOf, type PersonLevels } from '../levels/person-levels.ts'
import { demandedByRole, presentByRole, type RoleDemand } from './gaps-demand.ts'

/** One skill in one role, counted in people and open positions. */
export type RoleSkillCount = {
  readonly skill: string
  readonly importance: Expectation['importance']
  /** People whose role expects the skill, and the unfilled positions. */
  readonly expected: number
  readonly met: number
  readonly below: number
  readonly notRated: number
  readonly unfilled: number
  /** expected − met, which is below + notRated + unfilled. */
  readonly missing: number
}

export type RoleCount = {
  readonly role: string
  readonly present: number
  readonly demanded: number
  /** Positions that nobody present can fill: max(0, demanded − present). */
  readonly unfilled: number
  /** Every skill that the role expects of somebody, by position. */
  readonly skills: readonly RoleSkillCount[]
}

/**
 * Counts people and demanded positions per role. Roles come in the framework's order, then those it does not have. A role without a
 * demand wants those present; an unfilled position is taken at mid level.
 */
export function countRoles(people: readonly PersonLevels[], demands: readonly RoleDemand[], index: PackIndex): RoleCount[] {
  const present = presentByRole(people)
  const demanded = demandedByRole(demands)
  const mentioned = new Set([...present.keys(), ...demanded.keys()])
  const known = [...index.roleById.keys()].filter((role) => mentioned.has(role))
  return [...new Set([...known, ...[...mentioned].toSorted()])].map((role) => {
    const here = present.get(role) ?? 0
    const wanted = demanded.get(role) ?? here
    const unfilled = Math.max(0, wanted - here)
    const members = people.filter((person) => person.role === role)
    return { role, present: here, demanded: wanted, unfilled, skills: countSkills(role, members, unfilled, index) }
  })
}

function countSkills(role: string, members: readonly PersonLevels[], unfilled: number, index: PackIndex): RoleSkillCount[] {
  const cells = Map.groupBy(
    members.flatMap((person) => expectedOf(person, index)),
    ({ expected }) => expected.position,
  )
  const atMid = roleExpectations(index, role, 'mid')
  return index.skills.flatMap((skill, position) => {
    const rated = cells.get(position) ?? []
    const open = atMid[position] ? unfilled : 0
    const expectation = rated[0]?.expected ?? atMid[position]
    if (!skill || !expectation || rated.length + open === 0) return []
    const met = rated.filter(({ expected, current }) => current !== null && current >= expected.level).length
    const notRated = rated.filter(({ current }) => current === null).length
    const counts = { expected: rated.length + open, met, below: rated.length - met - notRated, notRated, unfilled: open }
    return [{ skill: skill.id, importance: expectation.importance, ...counts, missing: counts.expected - met }]
  })
}

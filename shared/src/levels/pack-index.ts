import type { Expectation } from '../frameworks/pack-roles.ts'
import type { Pack } from '../frameworks/pack.ts'
import type { Seniority } from '../frameworks/seniority.ts'
import { type ExpectedLevel, expectedLevel } from './expected.ts'

type Skill = Pack['skills'][number]
type Role = Pack['roles'][number]

/** What one role expects of one skill at one seniority. Its level is at least 1. */
export type ExpectedSkill = ExpectedLevel &
  Readonly<Pick<Expectation, 'importance' | 'basis' | 'reasons'>> & { readonly skill: string; readonly position: number }

/** Indexed by skill position; `null` where the role does not expect the skill or the position is unused. */
export type RoleExpectations = readonly (ExpectedSkill | null)[]

/** A framework made ready for looking up; build it once per version with `indexPack`. */
export type PackIndex = {
  /** By position; `null` where a position is unused. Its length is the length of every array by skill position. */
  readonly skills: readonly (Skill | null)[]
  readonly skillById: ReadonlyMap<string, Skill>
  readonly roleById: ReadonlyMap<string, Role>
  readonly expected: ReadonlyMap<string, Readonly<Record<Seniority, RoleExpectations>>>
}

/** Looks up skills and roles by id and works out every role's expectations at every seniority. */
export function indexPack(pack: Pick<Pack, 'skills' | 'roles' | 'expectations' | 'seniorities'>): PackIndex {
  const skills: (Skill | null)[] = []
  for (const skill of pack.skills) {
    while (skills.length <= skill.position) skills.push(null)
    skills[skill.position] = skill
  }
  const byRole = new Map(Object.entries(pack.expectations).map(([role, bySkill]) => [role, new Map(Object.entries(bySkill))]))

  const expectationsOf = (role: Role, seniority: Seniority): RoleExpectations =>
    skills.map((skill) => {
      const expectation = skill && byRole.get(role.id)?.get(skill.id)
      if (!skill || !expectation) return null
      const expected = expectedLevel(role, skill.id, expectation, seniority, pack.seniorities)
      const { importance, basis, reasons } = expectation
      return expected.level === 0 ? null : { ...expected, skill: skill.id, position: skill.position, importance, basis, reasons }
    })

  return {
    skills,
    skillById: new Map(pack.skills.map((skill) => [skill.id, skill])),
    roleById: new Map(pack.roles.map((role) => [role.id, role])),
    expected: new Map(
      pack.roles.map((role) => [
        role.id,
        {
          entry: expectationsOf(role, 'entry'),
          mid: expectationsOf(role, 'mid'),
          senior: expectationsOf(role, 'senior'),
          architect: expectationsOf(role, 'architect'),
        },
      ]),
    ),
  }
}

/** What a role expects at a seniority, by skill position. No role, or one the framework does not have, expects nothing. */
export const roleExpectations = (index: PackIndex, role: string | null, seniority: Seniority): RoleExpectations =>
  (role === null ? undefined : index.expected.get(role)?.[seniority]) ?? []

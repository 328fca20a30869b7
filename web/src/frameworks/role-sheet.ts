import type { Expectation } from '@plumbline/shared/frameworks/pack-roles.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import type { Seniority } from '@plumbline/shared/frameworks/seniority.ts'
import { type ExpectedSkill, type PackIndex, roleExpectations } from '@plumbline/shared/levels/pack-index.ts'

type Skill = Pack['skills'][number]

export interface SkillLine {
  readonly skill: Skill
  readonly expected: ExpectedSkill
}

export type BasisCounts = Readonly<Record<Expectation['basis'], number>>

export interface RoleSheet {
  /** Every category of the framework, also those of which the role expects nothing. */
  readonly categories: readonly {
    readonly id: string
    readonly name: string
    readonly size: number
    readonly lines: readonly SkillLine[]
  }[]
  readonly expected: number
  readonly must: number
  readonly byBasis: BasisCounts
  readonly notExpected: readonly Skill[]
}

/** What one role expects at a seniority, by category in the framework's order, with its counts. */
export function roleSheet(pack: Pick<Pack, 'categories' | 'skills'>, index: PackIndex, role: string, seniority: Seniority): RoleSheet {
  const expectations = roleExpectations(index, role, seniority)
  const expectedOf = (skill: Skill): ExpectedSkill | null => expectations[skill.position] ?? null
  const found = expectations.filter((expected) => expected !== null)
  return {
    categories: pack.categories.map(({ id, name }) => {
      const skills = pack.skills.filter(({ category }) => category === id)
      const lines = skills.flatMap((skill) => {
        const expected = expectedOf(skill)
        return expected === null ? [] : [{ skill, expected }]
      })
      return { id, name, size: skills.length, lines }
    }),
    expected: found.length,
    must: found.filter(({ importance }) => importance === 'must').length,
    byBasis: countByBasis(found),
    notExpected: pack.skills.filter((skill) => expectedOf(skill) === null),
  }
}

/** How many expectations stand on each basis. */
export function countByBasis(expected: readonly (Pick<ExpectedSkill, 'basis'> | null)[]): BasisCounts {
  const count = (basis: Expectation['basis']): number => expected.filter((one) => one?.basis === basis).length
  return { stated: count('stated'), group: count('group'), derived: count('derived') }
}

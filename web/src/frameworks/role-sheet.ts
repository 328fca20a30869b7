import type { Expectation, Pack, Seniority } from '@plumbline/shared/frameworks/pack.ts'
import { type ExpectedSkill, type PackIndex, roleExpectations } from '@plumbline/shared/levels/pack-index.ts'

type Skill = Pack['skills'][number]
type Role = Pack['roles'][number]

export interface SkillLine {
  readonly skill: Skill
  readonly expected: ExpectedSkill
}

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
  readonly byBasis: Readonly<Record<Expectation['basis'], number>>
  readonly notExpected: readonly Skill[]
}

/** What one role expects at a seniority, by category in the framework's order, with its counts. */
export function roleSheet(pack: Pick<Pack, 'categories' | 'skills'>, index: PackIndex, role: string, seniority: Seniority): RoleSheet {
  const expectations = roleExpectations(index, role, seniority)
  const expectedOf = (skill: Skill): ExpectedSkill | null => expectations[skill.position] ?? null
  const found = expectations.filter((expected) => expected !== null)
  const count = (basis: Expectation['basis']): number => found.filter((expected) => expected.basis === basis).length
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
    byBasis: { stated: count('stated'), group: count('group'), derived: count('derived') },
    notExpected: pack.skills.filter((skill) => expectedOf(skill) === null),
  }
}

/** The role to show: the one asked for, else one's own, else the framework's first. A role that the framework does not have counts as none. */
export function chosenRole(pack: Pick<Pack, 'roles'>, asked: string | undefined, own: string | null): Role | undefined {
  const find = (id: string | null | undefined) => pack.roles.find((role) => role.id === id)
  return find(asked) ?? find(own) ?? pack.roles[0]
}

import type { Pack, Practice, Seniority } from '@plumbline/shared/frameworks/pack.ts'
import { type ExpectedSkill, type PackIndex, roleExpectations } from '@plumbline/shared/levels/pack-index.ts'

type Skill = Pack['skills'][number]

export interface SkillSheet {
  /** Every role of the framework; `expected` is `null` where it does not expect the skill. */
  readonly roles: readonly { readonly role: Pack['roles'][number]; readonly expected: ExpectedSkill | null }[]
  readonly practices: readonly { readonly practice: Practice; readonly need: Practice['needs'][number] }[]
  /** Certifications that are evidence of the skill. */
  readonly certifications: readonly Pack['certifications'][number][]
}

/** Everything in the framework that refers to one skill, in the framework's order. */
export function skillSheet(
  pack: Pick<Pack, 'roles' | 'practices' | 'certifications'>,
  index: PackIndex,
  { id, position }: Pick<Skill, 'id' | 'position'>,
  seniority: Seniority,
): SkillSheet {
  return {
    roles: pack.roles.map((role) => ({ role, expected: roleExpectations(index, role.id, seniority)[position] ?? null })),
    practices: pack.practices.flatMap((practice) => {
      const need = practice.needs.find(({ skill }) => skill === id)
      return need === undefined ? [] : [{ practice, need }]
    }),
    certifications: pack.certifications.filter(({ skills }) => skills.includes(id)),
  }
}

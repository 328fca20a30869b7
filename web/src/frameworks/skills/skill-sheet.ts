import type { Claim } from '@plumbline/shared/frameworks/pack-market.ts'
import type { Practice } from '@plumbline/shared/frameworks/pack-practices.ts'
import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import type { Seniority } from '@plumbline/shared/frameworks/seniority.ts'
import { type ExpectedSkill, type PackIndex, roleExpectations } from '@plumbline/shared/levels/pack-index.ts'

type Skill = Pack['skills'][number]
type Roadmap = Pack['roadmaps'][number]

export interface SkillSheet {
  /** Every role of the framework; `expected` is `null` where it does not expect the skill. */
  readonly roles: readonly { readonly role: Pack['roles'][number]; readonly expected: ExpectedSkill | null }[]
  readonly practices: readonly { readonly practice: Practice; readonly need: Practice['needs'][number] }[]
  /** Certifications that are evidence of the skill. */
  readonly certifications: readonly Pack['certifications'][number][]
  /** Products that work with the skill shows in. */
  readonly tools: readonly Pack['tools'][number][]
  /** What one needs first. */
  readonly prerequisites: readonly Skill[]
  /** What it is needed for first. */
  readonly leadsTo: readonly Skill[]
  /** Stages that teach it, as a whole or in one of their groups. */
  readonly stages: readonly { readonly roadmap: Roadmap; readonly stage: Roadmap['stages'][number] }[]
  /** Items of open models that it is set beside. */
  readonly models: readonly { readonly model: Pack['models'][number]; readonly item: string }[]
  readonly claims: readonly Claim[]
}

/** Everything in the framework that refers to one skill, in the framework's order. */
export function skillSheet(
  pack: Pick<Pack, 'roles' | 'skills' | 'practices' | 'certifications' | 'tools' | 'roadmaps' | 'models' | 'claims'>,
  index: PackIndex,
  { id, position, prerequisites, models }: Pick<Skill, 'id' | 'position' | 'prerequisites' | 'models'>,
  seniority: Seniority,
): SkillSheet {
  const names = ({ skills }: { readonly skills: readonly string[] }): boolean => skills.includes(id)
  return {
    roles: pack.roles.map((role) => ({ role, expected: roleExpectations(index, role.id, seniority)[position] ?? null })),
    practices: pack.practices.flatMap((practice) => {
      const need = practice.needs.find(({ skill }) => skill === id)
      return need === undefined ? [] : [{ practice, need }]
    }),
    certifications: pack.certifications.filter(names),
    tools: pack.tools.filter(names),
    prerequisites: pack.skills.filter((skill) => prerequisites.includes(skill.id)),
    leadsTo: pack.skills.filter((skill) => skill.prerequisites.includes(id)),
    stages: pack.roadmaps.flatMap((roadmap) =>
      roadmap.stages
        .filter(({ skills, groups }) => skills.some(({ skill }) => skill === id) || groups.some(names))
        .map((stage) => ({ roadmap, stage })),
    ),
    models: pack.models.flatMap((model) =>
      model.items.filter((item) => models.includes(`${model.id}/${item.id}`)).map((item) => ({ model, item: item.name })),
    ),
    claims: pack.claims.filter(names),
  }
}

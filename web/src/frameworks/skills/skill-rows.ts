import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { type PackIndex, roleExpectations } from '@plumbline/shared/levels/pack-index.ts'

type Skill = Pack['skills'][number]

export interface SkillRow {
  readonly skill: Skill
  readonly roles: number
  readonly practices: number
}

export interface SkillGroup {
  readonly id: string
  readonly name: string
  readonly rows: readonly SkillRow[]
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Skills by category with how many roles expect them and how many practices need them: those of one category, or whose name or alias has the text. */
export function skillRows(
  pack: Pick<Pack, 'categories' | 'skills' | 'roles' | 'practices'>,
  index: PackIndex,
  { category, find = '' }: { category?: string | undefined; find?: string | undefined },
): SkillGroup[] {
  const wanted = fold(find.trim())
  const expectations = pack.roles.map(({ id }) => roleExpectations(index, id, 'mid'))
  const rows = pack.skills
    .filter(({ name, aliases }) => [name, ...aliases].some((one) => fold(one).includes(wanted)))
    .map((skill) => ({
      skill,
      roles: expectations.filter((expected) => (expected[skill.position] ?? null) !== null).length,
      practices: pack.practices.filter(({ needs }) => needs.some((need) => need.skill === skill.id)).length,
    }))
  return pack.categories
    .filter(({ id }) => category === undefined || id === category)
    .map(({ id, name }) => ({ id, name, rows: rows.filter(({ skill }) => skill.category === id) }))
    .filter((group) => group.rows.length > 0)
}

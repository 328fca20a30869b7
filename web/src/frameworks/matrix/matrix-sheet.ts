import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { type ExpectedSkill, type PackIndex, roleExpectations } from '@plumbline/shared/levels/pack-index.ts'
import type { MatrixSearch } from '../framework-search.ts'
import { type BasisCounts, countByBasis } from '../role-sheet.ts'

type Skill = Pack['skills'][number]
type Role = Pack['roles'][number]

/** A row of the matrix: the name of a category, or a skill with a cell per role; `null` where the role does not expect it. */
export type MatrixLine =
  | { readonly kind: 'category'; readonly id: string; readonly name: string; readonly size: number }
  | { readonly kind: 'skill'; readonly skill: Skill; readonly cells: readonly (ExpectedSkill | null)[] }

export interface MatrixSheet {
  readonly roles: readonly Role[]
  readonly lines: readonly MatrixLine[]
  /** Of all cells of these roles and skills, also those that the basis leaves out. */
  readonly counts: BasisCounts
  readonly cells: number
}

/** Skills × roles at a seniority, by category in the framework's order. With a basis only skills that some role expects on it are left. */
export function matrixOf(
  pack: Pick<Pack, 'categories' | 'skills' | 'roles'>,
  index: PackIndex,
  { seniority, basis, category, role }: MatrixSearch,
): MatrixSheet {
  const roles = pack.roles.some(({ id }) => id === role) ? pack.roles.filter(({ id }) => id === role) : pack.roles
  const expectations = roles.map(({ id }) => roleExpectations(index, id, seniority))
  const rows = pack.skills
    .filter((skill) => category === undefined || skill.category === category)
    .map((skill) => ({ kind: 'skill' as const, skill, cells: expectations.map((expected) => expected[skill.position] ?? null) }))
  const kept = rows.filter(({ cells }) => basis === undefined || cells.some((cell) => cell?.basis === basis))
  const lines = pack.categories.flatMap(({ id, name }): MatrixLine[] => {
    const within = kept.filter(({ skill }) => skill.category === id)
    return within.length === 0 ? [] : [{ kind: 'category', id, name, size: within.length }, ...within]
  })
  const all = rows.flatMap(({ cells }) => cells)
  return { roles, lines, counts: countByBasis(all), cells: all.length }
}

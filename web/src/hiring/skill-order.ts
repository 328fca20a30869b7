import type { Sort } from '../ui/SortButton.tsx'
import type { skillColumns } from './hiring-search.ts'
import type { SkillGap } from './queries.ts'

type By = (typeof skillColumns)[number]

/** The skills in the chosen order; what is equal keeps the rule's order, and so does everything while nothing is chosen. */
export function inOrder(
  skills: readonly SkillGap[],
  nameOf: (skill: string) => string,
  by: By | undefined,
  order: Sort['order'],
): SkillGap[] {
  if (by === undefined) return [...skills]
  const sign = order === 'ascending' ? 1 : -1
  return skills.toSorted((a, b) => sign * (by === 'skill' ? nameOf(a.skill).localeCompare(nameOf(b.skill), 'en') : a[by] - b[by]))
}

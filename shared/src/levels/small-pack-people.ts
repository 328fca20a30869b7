import type { Seniority } from '../frameworks/seniority.ts'
import type { Level } from './level.ts'
import type { PersonLevels } from './person-levels.ts'

/** A person of the small pack, levels by skill position. For tests only. */
export const person = (id: string, role: string | null, levels: readonly (Level | null)[], seniority: Seniority = 'mid'): PersonLevels => ({
  id,
  role,
  seniority,
  levels,
})

const roles = ['platform-engineer', 'security-engineer', 'senior-platform-engineer', 'retired-role', null]
const seniorities: readonly Seniority[] = ['entry', 'mid', 'senior', 'architect']
const levels: readonly (Level | null)[] = [0, 1, 2, 3, 4, 5]

/**
 * People out of any numbers, for properties: a row is role, seniority, then levels (6 and more: unrated), each taken round its list.
 * So there are people without a role or with an unknown one, and short arrays of levels.
 */
export const peopleFrom = (rows: readonly (readonly number[])[]): PersonLevels[] =>
  rows.map(([role = 0, seniority = 0, ...rated], at) =>
    person(
      `p${at}`,
      roles[role % roles.length] ?? null,
      rated.map((level) => levels[level] ?? null),
      seniorities[seniority % seniorities.length],
    ),
  )

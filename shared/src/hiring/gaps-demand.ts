import type { PersonLevels } from '../levels/person-levels.ts'

/** At least so many people wanted in a role. Several rows of one role add up, whatever seniority they were asked for. */
export type RoleDemand = { readonly role: string; readonly people: number }

/** How many people hold each role; people without a role are in none. */
export function presentByRole(people: readonly PersonLevels[]): ReadonlyMap<string, number> {
  const present = new Map<string, number>()
  for (const { role } of people) if (role !== null) present.set(role, (present.get(role) ?? 0) + 1)
  return present
}

/** People wanted per role by these rows alone. */
export function demandedByRole(demands: readonly RoleDemand[]): ReadonlyMap<string, number> {
  const demanded = new Map<string, number>()
  for (const { role, people } of demands) demanded.set(role, (demanded.get(role) ?? 0) + people)
  return demanded
}

/**
 * The demand of several teams together. A team that sets none for a role wants those present: left out, its people would silently
 * fill the places that another team asked for.
 */
export function sumDemands(
  teams: readonly { readonly people: readonly PersonLevels[]; readonly demands: readonly RoleDemand[] }[],
): RoleDemand[] {
  const perTeam = teams.flatMap(({ people, demands }) => [...new Map([...presentByRole(people), ...demandedByRole(demands)])])
  return [...demandedByRole(perTeam.map(([role, wanted]) => ({ role, people: wanted })))].map(([role, wanted]) => ({
    role,
    people: wanted,
  }))
}

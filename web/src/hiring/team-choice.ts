import type { Actor } from '@plumbline/shared/access/actor.ts'
import { can } from '@plumbline/shared/access/can.ts'
import { inTreeOrder, subtreeOf } from '@plumbline/shared/teams/tree.ts'

interface Node {
  readonly id: string
  readonly name: string
  readonly parentId: string | null
}

/** The teams that I may plan for, as a tree: one whose parent is not among them stands at the top. */
export function plannableTeams<T extends Node>(teams: readonly T[], actor: Actor): { team: T; depth: number }[] {
  const mine = teams.filter((team) => can.planHiring.allows(actor, team))
  const known = new Set(mine.map(({ id }) => id))
  const byId = new Map(mine.map((team) => [team.id, team]))
  const nodes = mine.map(({ id, parentId }) => ({ id, parentId: parentId !== null && known.has(parentId) ? parentId : null }))
  return inTreeOrder(nodes).flatMap(({ team: { id }, depth }) => {
    const team = byId.get(id)
    return team ? [{ team, depth }] : []
  })
}

/** The teams that a choice counts: those chosen and all below them. */
export const countedTeams = (teams: readonly Node[], chosen: readonly string[]): ReadonlySet<string> =>
  new Set(chosen.flatMap((id) => subtreeOf(teams, id)))

/** Whether a team is counted because one above it is chosen. */
export const isIncluded = (teams: readonly Node[], chosen: readonly string[], id: string): boolean =>
  chosen.some((other) => other !== id && subtreeOf(teams, other).includes(id))

/** The choice after a team was ticked or unticked. A team takes those below it along, so they need no tick of their own. */
export function toggled(teams: readonly Node[], chosen: readonly string[], id: string): string[] {
  if (chosen.includes(id)) return chosen.filter((other) => other !== id)
  const below = subtreeOf(teams, id)
  return [...chosen.filter((other) => !below.includes(other)), id]
}

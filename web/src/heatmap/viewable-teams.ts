import { can } from '@plumbline/shared/access/can.ts'
import type { OkOf } from '@plumbline/shared/http/route.ts'
import type { meRoute } from '@plumbline/shared/organisations/contract.ts'
import type { Team } from '@plumbline/shared/teams/contract.ts'
import { inTreeOrder } from '@plumbline/shared/teams/tree.ts'
import { actorOf } from '../identity/queries.ts'

/** The teams whose heatmap one may see, in the order of the tree, with their depth in what is seen. */
export function viewableTeams(teams: readonly Team[], me: OkOf<typeof meRoute>): { team: Team; depth: number }[] {
  const actor = actorOf(me)
  const seen = teams.filter((team) => can.viewHeatmap.allows(actor, team))
  const ids = new Set(seen.map((team) => team.id))
  return inTreeOrder(seen.map((team) => ({ ...team, parentId: team.parentId !== null && ids.has(team.parentId) ? team.parentId : null })))
}

/** The teams above one, from the top down. */
export function teamsAbove(teams: readonly Team[], teamId: string): Team[] {
  const byId = new Map(teams.map((team) => [team.id, team]))
  const above: Team[] = []
  for (let at = byId.get(teamId)?.parentId ?? null; at !== null; at = byId.get(at)?.parentId ?? null) {
    const team = byId.get(at)
    if (team === undefined) break
    above.unshift(team)
  }
  return above
}

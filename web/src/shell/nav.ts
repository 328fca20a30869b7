import type { Actor } from '@plumbline/shared/access/actor.ts'
import { can } from '@plumbline/shared/access/can.ts'
import { addressOf, paths } from '../paths.ts'

/** One entry of the frame's navigation. Its order is the order on the screen. */
export interface NavItem {
  label: string
  to: string
  /** Pressed after `g`, goes there. */
  key: string
  visible: boolean
}

/** What decides which entries there are. */
export interface NavFacts {
  actor: Actor
  homeTeamId: string | null
  /** All teams, in the order of the tree. */
  teams: readonly { id: string }[]
}

/** The entries that lead somewhere for this actor: a team's pages are those of their own team, else of one they lead, else of the first. */
export function navFor({ actor, homeTeamId, teams }: NavFacts): NavItem[] {
  const near = [...teams.filter(({ id }) => id === homeTeamId), ...teams.filter(({ id }) => actor.leads.has(id)), ...teams]
  const team = near[0]
  const heatmap = near.find((one) => can.viewHeatmap.allows(actor, one))
  const hiring = near.some((one) => can.planHiring.allows(actor, one))
  return [
    { label: 'Home', to: paths.home, key: 'h', visible: true },
    { label: 'My assessment', to: paths.assessment, key: 'a', visible: actor.personId !== null },
    { label: 'Team', to: addressOf(paths.team, { teamId: heatmap?.id ?? '' }), key: 't', visible: heatmap !== undefined },
    { label: 'Practices', to: addressOf(paths.practices, { teamId: team?.id ?? '' }), key: 'p', visible: team !== undefined },
    { label: 'Organisation', to: paths.organisation, key: 'o', visible: true },
    { label: 'Hiring', to: paths.hiring, key: 'i', visible: hiring },
    { label: 'Framework', to: paths.framework, key: 'f', visible: true },
    { label: 'People & teams', to: paths.people, key: 'e', visible: true },
    { label: 'Audit', to: paths.audit, key: 'u', visible: can.viewAudit.allows(actor) },
  ]
}

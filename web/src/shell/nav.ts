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
  /** The team whose pages the menu leads to; `null` when there is none. */
  teamId: string | null
  /** The account is linked to a person, who can be assessed. */
  isPerson: boolean
  mayPlanHiring: boolean
}

export function navFor({ teamId, isPerson, mayPlanHiring }: NavFacts): NavItem[] {
  const team = teamId ?? ''
  return [
    { label: 'Home', to: paths.home, key: 'h', visible: true },
    { label: 'My assessment', to: paths.assessment, key: 'a', visible: isPerson },
    { label: 'Team', to: addressOf(paths.team, { teamId: team }), key: 't', visible: teamId !== null },
    { label: 'Practices', to: addressOf(paths.practices, { teamId: team }), key: 'p', visible: teamId !== null },
    { label: 'Organisation', to: paths.organisation, key: 'o', visible: true },
    { label: 'Hiring', to: paths.hiring, key: 'i', visible: mayPlanHiring },
    { label: 'Framework', to: paths.framework, key: 'f', visible: true },
    { label: 'People & teams', to: paths.people, key: 'e', visible: true },
  ]
}

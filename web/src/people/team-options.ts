import type { Team } from '@plumbline/shared/teams/contract.ts'
import { inTreeOrder } from '@plumbline/shared/teams/tree.ts'
import type { Option } from '../ui/Select.tsx'

/** Teams to choose from in the order of the tree, set in by their depth. `none` is what choosing no team is called. */
export const teamOptions = (teams: readonly Team[], none: string): Option[] => [
  { value: '', label: none },
  ...inTreeOrder(teams).map(({ team, depth }) => ({ value: team.id, label: `${'\u2003'.repeat(depth)}${team.name}` })),
]

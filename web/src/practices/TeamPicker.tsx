import type { Team } from '@plumbline/shared/teams/contract.ts'
import { inTreeOrder } from '@plumbline/shared/teams/tree.ts'
import { Select } from '../ui/Select.tsx'

interface TeamPickerProps {
  teams: readonly Team[]
  teamId: string
  onPick: (teamId: string) => void
}

/** All teams, those below another one set in. */
export function TeamPicker({ teams, teamId, onPick }: TeamPickerProps) {
  const options = inTreeOrder(teams).map(({ team, depth }) => ({ value: team.id, label: `${'\u2003'.repeat(depth)}${team.name}` }))
  return <Select label="Team" value={teamId} onChange={onPick} options={options} />
}

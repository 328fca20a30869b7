import type { Team } from '@plumbline/shared/teams/contract.ts'
import { useState } from 'react'
import { Loaded } from '../api/Loaded.tsx'
import { useFramework } from '../frameworks/queries.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'
import { DemandForm } from './DemandForm.tsx'
import { useDemand } from './queries.ts'

interface DemandDialogProps {
  tree: readonly { team: Team; depth: number }[]
  /** The team to begin with. */
  teamId: string
  onClose: () => void
}

/** What one team needs at least; another team is one choice away. */
export function DemandDialog({ tree, teamId, onClose }: DemandDialogProps) {
  const [shown, setShown] = useState(teamId)
  const framework = useFramework()
  const demand = useDemand(shown)
  const options = tree.map(({ team, depth }) => ({ value: team.id, label: `${'\u2003'.repeat(depth)}${team.name}` }))
  return (
    <Dialog open onClose={onClose} title="What a team needs" size="large">
      <div className="DemandDialog">
        <Select label="Team" value={shown} onChange={setShown} options={options} />
        <p>At least so many people in a role. Where nothing is said about a role, the team needs those who are there.</p>
        <Loaded of={framework}>
          {({ pack }) => (
            <Loaded of={demand}>
              {({ demand }) => <DemandForm key={shown} teamId={shown} demand={demand} roles={pack.roles} onDone={onClose} />}
            </Loaded>
          )}
        </Loaded>
      </div>
    </Dialog>
  )
}

import { removeTeamRoute } from '@plumbline/shared/teams/contract.ts'
import type { Team } from '@plumbline/shared/teams/contract.ts'
import { useChange } from '../api/change.ts'
import { toast } from '../ui/toast.ts'
import { ConfirmDialog } from '../api/ConfirmDialog.tsx'
import { freshAfterStale } from '../api/stale.ts'
import { usePeopleAgain } from './use-people-again.ts'

/** Asks before a team goes, and names what goes with it. */
export function RemoveTeamDialog({ team, onClose }: { team: Team; onClose: () => void }) {
  const remove = useChange(removeTeamRoute)
  const again = usePeopleAgain()
  return (
    <ConfirmDialog
      title={`Remove ${team.name}?`}
      confirm="Remove"
      onClose={onClose}
      send={() => freshAfterStale(remove.send({ params: { teamId: team.id }, ifMatch: team.version }), again)}
      onDone={() => toast(`${team.name} was removed.`)}
    >
      <p>
        Its leads, its checklist with all answers, and its hiring demand go with it. This cannot be undone. Only a team without people and
        without teams below it can be removed.
      </p>
    </ConfirmDialog>
  )
}

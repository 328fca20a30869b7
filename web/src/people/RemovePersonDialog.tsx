import { removePersonRoute } from '@plumbline/shared/people/contract.ts'
import type { Person } from '@plumbline/shared/people/contract.ts'
import { useChange } from '../api/change.ts'
import { toast } from '../ui/toast.ts'
import { ConfirmDialog } from '../api/ConfirmDialog.tsx'
import { freshAfterStale } from '../api/stale.ts'
import { usePeopleAgain } from './use-people-again.ts'

/** Asks before a person goes, and names what goes with them. */
export function RemovePersonDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const remove = useChange(removePersonRoute)
  const again = usePeopleAgain()
  return (
    <ConfirmDialog
      title={`Remove ${person.name}?`}
      confirm="Remove"
      onClose={onClose}
      send={() => freshAfterStale(remove.send({ params: { personId: person.id }, ifMatch: person.version }), again)}
      onDone={() => toast(`${person.name} was removed.`)}
    >
      <p>
        All that is held on {person.name} goes with them: their assessments and every rating with its history, an unfinished draft, an open
        invitation, their place in the team, and their access. Ratings they gave as a lead, answers to checklists and reports stay without
        their name. This cannot be undone.
      </p>
    </ConfirmDialog>
  )
}

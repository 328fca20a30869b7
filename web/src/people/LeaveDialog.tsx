import { departRoute, takeDepartureBackRoute } from '@plumbline/shared/people/contract.ts'
import type { Person } from '@plumbline/shared/people/contract.ts'
import { getRetentionRoute } from '@plumbline/shared/retention/contract.ts'
import { useChange } from '../api/change.ts'
import { ConfirmDialog } from '../api/ConfirmDialog.tsx'
import { useRoute } from '../api/query.ts'
import { freshAfterStale } from '../api/stale.ts'
import { toast } from '../ui/toast.ts'
import { usePeopleAgain } from './use-people-again.ts'

interface AskedOf {
  person: Person
  onClose: () => void
}

/** Asks before a person's access ends, and says what stays and how long. */
export function LeaveDialog({ person, onClose }: AskedOf) {
  const depart = useChange(departRoute)
  const again = usePeopleAgain()
  const days = useRoute(getRetentionRoute, {}).data?.days.leavers_ratings
  return (
    <ConfirmDialog
      title={`${person.name} has left?`}
      confirm="Note that they left"
      onClose={onClose}
      send={() => freshAfterStale(depart.send({ params: { personId: person.id }, body: {}, ifMatch: person.version }), again)}
      onDone={() => toast(`${person.name} left today.`)}
    >
      <p>
        Their access ends now, with their team, the teams that they lead and open invitations. They are in no heatmap, count or list any
        more.
      </p>
      <p>
        What was rated stays unseen for {days === undefined ? 'a while' : `${days} days`}, in case they come back; then all that is held on
        them is removed.
      </p>
    </ConfirmDialog>
  )
}

/** Takes back that a person left. */
export function ComeBackDialog({ person, onClose }: AskedOf) {
  const back = useChange(takeDepartureBackRoute)
  const again = usePeopleAgain()
  return (
    <ConfirmDialog
      title={`${person.name} is back?`}
      confirm="They are back"
      onClose={onClose}
      send={() => freshAfterStale(back.send({ params: { personId: person.id }, ifMatch: person.version }), again)}
      onDone={() => toast(`${person.name} is back. Give them a team and invite them.`)}
    >
      <p>They need a team and an invitation anew. Their ratings that are still kept count again as soon as they have a team.</p>
    </ConfirmDialog>
  )
}

import { removeSecondFactorRoute } from '@plumbline/shared/identity/second-factor-contract.ts'
import type { Person } from '@plumbline/shared/people/contract.ts'
import { useChange } from '../api/change.ts'
import { ConfirmDialog } from '../api/ConfirmDialog.tsx'
import { toast } from '../ui/toast.ts'

/** For someone who lost theirs, and every recovery code with it. */
export function RemoveSecondFactorDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const remove = useChange(removeSecondFactorRoute, { invalidates: [] })
  return (
    <ConfirmDialog
      title={`Take away the second factor of ${person.name}?`}
      confirm="Take it away"
      onClose={onClose}
      send={() => remove.send({ params: { personId: person.id } })}
      onDone={() => toast(`${person.name} signs in without a second factor now.`)}
    >
      <p>
        Make sure that it is {person.name} who asks, not someone in their name. Their passkeys, authenticator app and recovery codes stop
        working, and they are signed out everywhere. Their password alone lets them in then, until they add a second factor again.
      </p>
    </ConfirmDialog>
  )
}

import { discardDraftRoute } from '@plumbline/shared/frameworks/contract.ts'
import { useChange } from '../../api/change.ts'
import { ConfirmDialog } from '../../api/ConfirmDialog.tsx'
import { freshAfterStale } from '../../api/stale.ts'
import { toast } from '../../ui/toast.ts'
import { useEditing } from './editing.ts'
import { useDraftAgain } from './queries.ts'

/** Asks before the draft goes, and says how much work it is. */
export function DiscardDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const { origin, differences, version } = useEditing()
  const discard = useChange(discardDraftRoute, { invalidates: [] })
  const again = useDraftAgain()
  return (
    <ConfirmDialog
      title="Discard the draft?"
      confirm="Discard"
      onClose={onClose}
      send={() => freshAfterStale(discard.send({ ifMatch: version }), again)}
      onDone={() => {
        toast('The draft was discarded.')
        onDone()
      }}
    >
      <p>
        {differences.length === 1 ? '1 difference' : `${differences.length} differences`} from version {origin.version} would be lost. This
        cannot be undone.
      </p>
    </ConfirmDialog>
  )
}

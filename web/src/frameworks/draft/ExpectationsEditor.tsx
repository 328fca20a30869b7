import { useState } from 'react'
import { sentenceOf, titleOf } from '../../api/words.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { toast } from '../../ui/toast.ts'
import { useEditing } from './editing.ts'
import { ExpectationsTable } from './ExpectationsTable.tsx'
import { type EditedCell, rowChanges } from './expectation-row.ts'
import { useLeaveGuard } from './LeaveGuard.tsx'
import './ExpectationsEditor.css'

/** What one role expects, skill by skill; saved as one list of changes. What is not saved stays, whatever else changes in the draft. */
export function ExpectationsEditor({ role, find }: { role: string; find: string }) {
  const { pack, save } = useEditing()
  const [edited, setEdited] = useState<ReadonlyMap<string, EditedCell>>(new Map())
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null })
  const changes = rowChanges(pack, role, edited)
  const guard = useLeaveGuard(changes.length > 0)
  const send = async (): Promise<void> => {
    setState({ busy: true, error: null })
    try {
      await save(changes)
      setEdited(new Map())
      setState({ busy: false, error: null })
      toast(changes.length === 1 ? '1 expectation was changed in the draft.' : `${changes.length} expectations were changed in the draft.`)
    } catch (error) {
      setState({ busy: false, error })
    }
  }
  return (
    <div className="ExpectationsEditor">
      <ExpectationsTable
        role={role}
        find={find}
        edited={edited}
        onEdit={(skill, cell) => setEdited((now) => new Map(now).set(skill, cell))}
      />
      <div className="ExpectationsEditor-foot">
        {state.error !== null && (
          <Notice kind="error" title={titleOf(state.error)}>
            {sentenceOf(state.error)}
          </Notice>
        )}
        <Button variant="primary" busy={state.busy} disabled={changes.length === 0} onClick={() => void send()}>
          {changes.length === 0 ? 'Nothing to save' : changes.length === 1 ? 'Save 1 change' : `Save ${changes.length} changes`}
        </Button>
        {changes.length > 0 && <Button onClick={() => guard.leave(() => setEdited(new Map()))}>Undo what is not saved</Button>}
      </div>
      {guard.question}
    </div>
  )
}

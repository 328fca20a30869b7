import { type ReactNode, useState } from 'react'
import { sentenceOf, titleOf } from './words.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import './ConfirmDialog.css'

interface ConfirmDialogProps {
  title: string
  /** What the button says that does it. */
  confirm: string
  /** It cannot be done as it stands; what is asked says why. */
  disabled?: boolean
  onClose: () => void
  send: () => Promise<unknown>
  onDone: () => void
  /** What would be lost. */
  children: ReactNode
}

/** Asks before something is lost. A refusal stays in sight, with the question. */
export function ConfirmDialog({ title, confirm, disabled = false, onClose, send, onDone, children }: ConfirmDialogProps) {
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null })
  const go = async (): Promise<void> => {
    setState({ busy: true, error: null })
    try {
      await send()
      onDone()
      onClose()
    } catch (error) {
      setState({ busy: false, error })
    }
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      size="small"
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="danger" busy={state.busy} disabled={disabled} onClick={() => void go()}>
            {confirm}
          </Button>
        </>
      }
    >
      <div className="ConfirmDialog">
        {children}
        {state.error !== null && (
          <Notice kind="error" title={titleOf(state.error)}>
            {sentenceOf(state.error)}
          </Notice>
        )}
      </div>
    </Dialog>
  )
}

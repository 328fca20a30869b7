import { useBlocker } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'

interface LeaveGuard {
  /** Does it at once where nothing is unsaved, else asks first. */
  leave: (then: () => void) => void
  /** The question, while it stands; put it anywhere in the page. */
  question: ReactNode
}

/** Keeps what is typed from being lost by a click: asks before another page, another tab of this one, or a closed dialog takes it away. */
export function useLeaveGuard(unsaved: boolean): LeaveGuard {
  const [asked, setAsked] = useState<(() => void) | null>(null)
  const blocker = useBlocker({ shouldBlockFn: () => unsaved, enableBeforeUnload: () => unsaved, withResolver: true })
  const stay = (): void => {
    setAsked(null)
    blocker.reset?.()
  }
  const go = (): void => {
    asked?.()
    setAsked(null)
    blocker.proceed?.()
  }
  return {
    leave: (then) => (unsaved ? setAsked(() => then) : then()),
    question: (
      <Dialog
        open={asked !== null || blocker.status === 'blocked'}
        onClose={stay}
        title="Leave without saving?"
        size="small"
        actions={
          <>
            <Button variant="danger" onClick={go}>
              Throw it away
            </Button>
            <Button variant="primary" onClick={stay}>
              Keep editing
            </Button>
          </>
        }
      >
        <p>What you entered here is not saved yet.</p>
      </Dialog>
    ),
  }
}

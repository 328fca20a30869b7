import { useEffect, useState, useSyncExternalStore } from 'react'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { IconButton } from './IconButton.tsx'
import { type Toast, dismissToast, toastStore } from './toast.ts'
import './Toaster.css'

/** Milliseconds a message stays; pointing at it or moving focus into it holds it. */
const stay = 6000

/** Where `toast(…)` appears. Once, in the shell: a live region has to be in the page before its first message. */
export function Toaster() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.now)
  return (
    <div className="Toaster" role="status" aria-live="polite">
      {toasts.map((one) => (
        <ToastCard key={one.id} toast={one} />
      ))}
    </div>
  )
}

function ToastCard({ toast }: { toast: Toast }) {
  const [held, setHeld] = useState(false)
  const dismiss = (): void => dismissToast(toast.id)
  useEffect(() => {
    if (held || toast.kind === 'error') return
    const timer = setTimeout(() => dismissToast(toast.id), stay)
    return () => clearTimeout(timer)
  }, [held, toast])
  const hold = {
    onMouseEnter: () => setHeld(true),
    onMouseLeave: () => setHeld(false),
    onFocus: () => setHeld(true),
    onBlur: () => setHeld(false),
  }
  return (
    <div className="Toast" data-kind={toast.kind} {...hold}>
      <Icon name={toast.kind === 'error' ? 'error' : 'check'} />
      <span className="Toast-text">{toast.text}</span>
      {toast.action !== undefined && (
        <Button
          variant="quiet"
          onClick={() => {
            toast.action?.run()
            dismiss()
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton icon="close" label="Dismiss" onClick={dismiss} />
    </div>
  )
}

import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { IconButton } from './IconButton.tsx'
import './Dialog.css'

interface DialogProps {
  open: boolean
  /** Escape, the close button and the platform's back gesture ask for it; set `open` to false. */
  onClose: () => void
  title: string
  children: ReactNode
  /** Buttons at the foot, the main one last. */
  actions?: ReactNode
  size?: 'small' | 'medium' | 'large'
}

/** The platform's modal dialog: the rest of the page is inert, and focus goes back to where it was. Nothing is rendered while it is closed. */
export function Dialog({ open, ...rest }: DialogProps) {
  return open ? <OpenDialog {...rest} /> : null
}

function OpenDialog({ onClose, title, children, actions, size = 'medium' }: Omit<DialogProps, 'open'>) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    // The browser would choose the close button; what is to be filled in comes first.
    element?.querySelector<HTMLElement>('.Dialog-body :is(input, select, textarea):enabled')?.focus()
    // Closed before React takes it out of the page: only then does the browser give focus back.
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="Dialog"
      data-size={size}
      aria-labelledby={id}
      onCancel={(event) => {
        if (event.target !== dialog.current) return
        event.preventDefault()
        onClose()
      }}
    >
      <header className="Dialog-head">
        <h2 id={id}>{title}</h2>
        <IconButton icon="close" label="Close" onClick={onClose} />
      </header>
      <div className="Dialog-body">{children}</div>
      {actions !== undefined && <footer className="Dialog-foot">{actions}</footer>}
    </dialog>
  )
}

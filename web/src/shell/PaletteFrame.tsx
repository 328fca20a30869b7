import { type ReactNode, Suspense, useLayoutEffect, useRef } from 'react'
import { Loading } from '../ui/Loading.tsx'
import './Palette.css'

interface PaletteFrameProps {
  label: string
  onClose: () => void
  /** May be loaded lazily. */
  children: ReactNode
}

/** The dialog around a search field and what it finds: Escape and a click outside close it. */
export function PaletteFrame({ label, onClose, children }: PaletteFrameProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    // Taken before the search field, which would only empty itself.
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') element?.close()
    }
    element?.addEventListener('keydown', press, { capture: true })
    return () => {
      element?.removeEventListener('keydown', press, { capture: true })
      element?.close()
    }
  }, [])
  // An effect that runs twice, as in development, closes it and opens it in one go: that is no closing.
  const closed = (): void => {
    if (dialog.current?.open !== true) onClose()
  }
  return (
    <dialog ref={dialog} className="Palette" aria-label={label} onClose={closed} closedby="any">
      <Suspense fallback={<Loading />}>{children}</Suspense>
    </dialog>
  )
}

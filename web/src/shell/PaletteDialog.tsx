import { Suspense, lazy, useLayoutEffect, useRef } from 'react'
import { Loading } from '../ui/Loading.tsx'
import type { PaletteGroup, PaletteLoader } from './palette-items.ts'
import './Palette.css'

const Palette = lazy(async () => ({ default: (await import('./Palette.tsx')).Palette }))

interface PaletteDialogProps {
  pages: PaletteGroup
  load: PaletteLoader
  onClose: () => void
}

/** The command palette's frame; what is inside it is fetched when it is first opened. */
export function PaletteDialog({ pages, load, onClose }: PaletteDialogProps) {
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
    <dialog ref={dialog} className="Palette" aria-label="Go to" onClose={closed} closedby="any">
      <Suspense fallback={<Loading />}>
        <Palette pages={pages} load={load} onClose={onClose} />
      </Suspense>
    </dialog>
  )
}

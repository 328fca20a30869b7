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
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="Palette"
      aria-label="Go to"
      onClose={onClose}
      // Taken before the search field, which would only empty itself.
      onKeyDownCapture={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onClose()
      }}
      onMouseDown={(event) => event.target === dialog.current && onClose()}
    >
      <Suspense fallback={<Loading />}>
        <Palette pages={pages} load={load} onClose={onClose} />
      </Suspense>
    </dialog>
  )
}

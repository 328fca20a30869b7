import { lazy } from 'react'
import { PaletteFrame } from './PaletteFrame.tsx'
import type { PaletteGroup, PaletteLoader } from './palette-items.ts'

const Palette = lazy(async () => ({ default: (await import('./Palette.tsx')).Palette }))

interface PaletteDialogProps {
  pages: PaletteGroup
  load: PaletteLoader
  onClose: () => void
}

/** The command palette's frame; what is inside it is fetched when it is first opened. */
export function PaletteDialog({ pages, load, onClose }: PaletteDialogProps) {
  return (
    <PaletteFrame label="Go to" onClose={onClose}>
      <Palette pages={pages} load={load} onClose={onClose} />
    </PaletteFrame>
  )
}

import type { Pack } from '@plumbline/shared/frameworks/pack.ts'
import { lazy, useEffect, useState } from 'react'
import { PaletteFrame } from '../../shell/PaletteFrame.tsx'
import { isTyping, useShortcutHelp } from '../../shell/shortcuts.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import './SearchButton.css'

const FrameworkSearch = lazy(async () => ({ default: (await import('./FrameworkSearch.tsx')).FrameworkSearch }))

const help = { title: 'Framework', lines: [{ keys: '/', does: 'Search the framework' }] }

/** Opens the search over the whole framework, as does `/` on every page of it. */
export function SearchButton({ pack }: { pack: Pack | undefined }) {
  const [open, setOpen] = useState(false)
  useShortcutHelp(help)
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return (
    <>
      <Button className="SearchButton" aria-keyshortcuts="/" onClick={() => setOpen(true)}>
        <Icon name="search" />
        Search the framework
        <span aria-hidden="true">
          <Kbd keys="/" />
        </span>
      </Button>
      {open && pack !== undefined && (
        <PaletteFrame label="Search the framework" onClose={() => setOpen(false)}>
          <FrameworkSearch pack={pack} onClose={() => setOpen(false)} />
        </PaletteFrame>
      )}
    </>
  )
}

import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { Dialog } from '../ui/Dialog.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import type { NavItem } from './nav.ts'
import { type ShortcutGroup, isTyping, usePageShortcuts } from './shortcuts.ts'
import './Shortcuts.css'

/** Milliseconds in which a letter after `g` still counts as one movement. */
const pause = 1500

/** Keys that work on every page, and the help that lists them: `?`. */
export function Shortcuts({ nav, onPalette }: { nav: readonly NavItem[]; onPalette: () => void }) {
  const [open, setOpen] = useState(false)
  const pressedG = useRef(Number.NEGATIVE_INFINITY)
  const pages = usePageShortcuts()
  const navigate = useNavigate()

  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        return onPalette()
      }
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return
      if (event.key === '?') return setOpen(true)
      const goes = event.timeStamp - pressedG.current < pause
      pressedG.current = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY
      const item = goes ? nav.find((one) => one.key === event.key) : undefined
      if (item !== undefined) void navigate({ to: item.to })
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [nav, navigate, onPalette])

  const everywhere: ShortcutGroup = {
    title: 'Everywhere',
    lines: [
      { keys: 'Ctrl+K', does: 'Go to any page, person, team or skill (⌘+K on a Mac)' },
      { keys: '?', does: 'Show this help' },
      ...nav.map((item) => ({ keys: `g ${item.key}`, does: `Go to ${item.label}` })),
    ],
  }
  return (
    <Dialog open={open} onClose={() => setOpen(false)} title="Keyboard">
      {[...pages, everywhere].map((group) => (
        <section key={group.title} className="Shortcuts">
          <h3>{group.title}</h3>
          <dl>
            {group.lines.map((line) => (
              <div key={line.keys}>
                <dt>
                  <Kbd keys={line.keys} />
                </dt>
                <dd>{line.does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}

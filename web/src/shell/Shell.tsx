import { Link } from '@tanstack/react-router'
import { type ReactNode, useRef, useState } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { Button } from '../ui/Button.tsx'
import { Toaster } from '../ui/Toaster.tsx'
import { Mark } from './Mark.tsx'
import { useMenu } from './menu.ts'
import type { NavItem } from './nav.ts'
import { useFocusOnNewPage } from './page-focus.ts'
import type { PaletteLoader } from './palette-items.ts'
import { PaletteDialog } from './PaletteDialog.tsx'
import { Shortcuts } from './Shortcuts.tsx'
import { type ShellUser, UserMenu } from './UserMenu.tsx'
import './Shell.css'

interface ShellProps {
  nav: readonly NavItem[]
  user: ShellUser | null
  onSignOut: () => void
  /** Finds people, teams and skills for the command palette. */
  loadPalette: PaletteLoader
  /** A `<Banner>` across the top. */
  banner?: ReactNode
  children: ReactNode
}

/** The frame of every page: navigation, the palette, keys, messages, and the place where the page goes. */
export function Shell({ nav, user, onSignOut, loadPalette, banner, children }: ShellProps) {
  const content = useRef<HTMLElement>(null)
  const menu = useMenu()
  const [finding, setFinding] = useState(false)
  useFocusOnNewPage(content)
  const items = nav.filter((item) => item.visible)

  return (
    <>
      <a className="Shell-skip" href="#content">
        Skip to the content
      </a>
      {banner}
      <div className="Shell" data-menu={menu.open ? 'open' : undefined}>
        <header className="Shell-side">
          <div className="Shell-top">
            <Link to="/" className="Shell-brand">
              <Mark />
              Plumbline
            </Link>
            <Button variant="quiet" className="Shell-find" onClick={() => setFinding(true)}>
              <Icon name="search" />
              <span className="Shell-find-text">Go to…</span>
              <span className="Shell-find-key" aria-hidden="true">
                <Kbd keys="Ctrl+K" />
              </span>
            </Button>
            <span className="Shell-menu">
              <IconButton
                icon={menu.open ? 'close' : 'menu'}
                label="Menu"
                aria-expanded={menu.open}
                aria-controls="navigation"
                onClick={menu.toggle}
              />
            </span>
          </div>
          <div className="Shell-rest" id="navigation">
            <nav aria-label="Pages">
              {items.map((item) => (
                <Link key={item.to} to={item.to} activeOptions={{ exact: item.to === '/' }}>
                  {item.label}
                </Link>
              ))}
            </nav>
            <UserMenu user={user} onSignOut={onSignOut} />
          </div>
        </header>
        <main id="content" ref={content} tabIndex={-1}>
          {children}
        </main>
      </div>
      <Toaster />
      <Shortcuts nav={items} onPalette={() => setFinding(true)} />
      {finding && (
        <PaletteDialog
          load={loadPalette}
          onClose={() => setFinding(false)}
          pages={{ title: 'Pages', items: items.map((item) => ({ id: `page ${item.to}`, label: item.label, to: item.to })) }}
        />
      )}
    </>
  )
}

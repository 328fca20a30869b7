import { Outlet } from '@tanstack/react-router'
import { Toaster } from '../ui/Toaster.tsx'
import { Mark } from './Mark.tsx'
import { UserMenu } from './UserMenu.tsx'
import './Doorway.css'

const nobody = (): void => undefined

/** The frame of the pages before anyone is signed in. */
export function Doorway() {
  return (
    <div className="Doorway">
      <header className="Doorway-head">
        <span className="Doorway-brand">
          <Mark />
          Plumbline
        </span>
        <UserMenu user={null} onSignOut={nobody} />
      </header>
      <main id="content">
        <Outlet />
      </main>
      <Toaster />
    </div>
  )
}

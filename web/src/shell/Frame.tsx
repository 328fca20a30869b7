import { Outlet } from '@tanstack/react-router'
import { goToSignIn } from './session.ts'
import { navFor } from './nav.ts'
import { Shell } from './Shell.tsx'

const nav = navFor({ teamId: null, isPerson: true, mayPlanHiring: true })

/** The frame around all pages that need someone signed in, filled with what is known about them. */
export function Frame() {
  return (
    <Shell nav={nav} user={null} onSignOut={goToSignIn} loadPalette={() => Promise.resolve([])}>
      <Outlet />
    </Shell>
  )
}

import type { Purpose } from '@plumbline/shared/access/purpose.ts'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { paths } from '../paths.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Popover } from '../ui/Popover.tsx'
import { ThemeChoice } from './ThemeChoice.tsx'
import './UserMenu.css'

export interface ShellUser {
  name: string
  /** Where they are signed in: the organisation. */
  organisation: string
  /** Whether the account stands for a person, on whom something is held. */
  isPerson: boolean
  /** What they open other people's data for; null until they were asked. */
  purpose: Purpose | null
}

const PurposeChoice = lazy(() => import('./PurposeChoice.tsx'))

/** Who is signed in, the theme, and the way out. The theme can be chosen before anyone is signed in, too. */
export function UserMenu({ user, onSignOut }: { user: ShellUser | null; onSignOut: () => void }) {
  return (
    <Popover
      variant="quiet"
      className="UserMenu"
      label={user === null ? 'Theme' : `${user.name}: account and theme`}
      trigger={
        <>
          <Icon name="person" />
          <span className="UserMenu-name">{user?.name ?? 'Theme'}</span>
        </>
      }
    >
      {(close) => (
        <div className="UserMenu-panel">
          {user !== null && (
            <p>
              <strong>{user.name}</strong>
              <br />
              {user.organisation}
            </p>
          )}
          <ThemeChoice />
          {user !== null && (
            <>
              {user.purpose !== null && (
                <Suspense>
                  <PurposeChoice purpose={user.purpose} />
                </Suspense>
              )}
              {user.isPerson && (
                <Link to={paths.myRecord} onClick={close}>
                  Who read it
                </Link>
              )}
              {user.isPerson && (
                <Link to={paths.myRatings} onClick={close}>
                  What leads rated of me
                </Link>
              )}
              <Link to={paths.notice} onClick={close}>
                How your data is used
              </Link>
              <Link to={paths.signInSettings} onClick={close}>
                Sign-in and sessions
              </Link>
              <Link to={paths.tokens} onClick={close}>
                Tokens
              </Link>
              <Link to={paths.myData} onClick={close}>
                What is held on me
              </Link>
              <Button onClick={onSignOut}>Sign out</Button>
            </>
          )}
        </div>
      )}
    </Popover>
  )
}

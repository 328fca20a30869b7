import { Link } from '@tanstack/react-router'
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
}

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

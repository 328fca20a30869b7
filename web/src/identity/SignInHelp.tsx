import { listProvidersRoute } from '@plumbline/shared/identity/provider-contract.ts'
import { Link } from '@tanstack/react-router'
import { useRoute } from '../api/query.ts'
import { paths } from '../paths.ts'

/** Whom to turn to without a password, and what to do about a forgotten one. */
export function SignInHelp() {
  const mail = useRoute(listProvidersRoute, {}).data?.mail
  return (
    <p className="Doorway-note">
      {mail === true && (
        <>
          <Link to={paths.forgotPassword}>Forgot your password?</Link>{' '}
        </>
      )}
      {mail === false && 'Forgot your password? Ask an admin of your organisation for a sign-in link. '}
      No password yet? Ask an admin for an invitation link.
    </p>
  )
}

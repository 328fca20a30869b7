import { signInRuleWords } from '@plumbline/shared/identity/sign-in-rule.ts'
import { useMe } from '../organisations/queries.ts'
import { paths } from '../paths.ts'
import { goIn } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { FactorSections } from './FactorSections.tsx'
import { useSignOut } from './queries.ts'

/** All that someone sees whose session does not meet the organisation's sign-in rule: how to meet it. It stays until they go on, for recovery codes are shown once. */
export default function MustMeetRule() {
  const me = useMe().data
  const signOut = useSignOut()
  if (me?.mustUseProvider === true)
    return (
      <>
        <PageHeader title="Sign in with the provider" subtitle={signInRuleWords.provider} />
        <Button variant="primary" onClick={signOut}>
          Sign out
        </Button>
      </>
    )
  return (
    <>
      <PageHeader
        title="Add a second factor"
        subtitle="Your organisation asks for one besides the password. A passkey or an authenticator app will do."
      />
      {me?.mustAddSecondFactor === false && (
        <Notice
          kind="ok"
          action={
            <Button variant="primary" onClick={() => goIn(paths.home)}>
              Go on
            </Button>
          }
        >
          You have a second factor now.
        </Notice>
      )}
      <FactorSections />
    </>
  )
}

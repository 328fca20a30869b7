import { useMe } from '../organisations/queries.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Section } from '../ui/Section.tsx'
import { ChangePasswordForm } from './ChangePasswordForm.tsx'
import { FactorSections } from './FactorSections.tsx'
import { EmailSection } from './EmailSection.tsx'
import { ProviderProblem } from './ProviderProblem.tsx'
import { ProviderSection } from './ProviderSection.tsx'
import { SessionList } from './SessionList.tsx'
import { SignInRuleSection } from './SignInRuleSection.tsx'

/** Where I am signed in, and with what. */
export function SignInSettingsPage() {
  const me = useMe().data
  const isDemo = me?.organisation.isDemo
  return (
    <>
      <PageHeader title="Sign-in and sessions" subtitle="Where you are signed in, and with what." />
      <ProviderProblem />
      {isDemo === false && <FactorSections />}
      <Section title="Password" note="A new password ends every session but this one.">
        {isDemo === true ? <p>Visitors of the demo sign in without a password, so there is none to change.</p> : <ChangePasswordForm />}
      </Section>
      {isDemo === false && <ProviderSection />}
      {isDemo === false && <EmailSection />}
      <SessionList />
      {me?.role === 'admin' && isDemo === false && <SignInRuleSection />}
    </>
  )
}

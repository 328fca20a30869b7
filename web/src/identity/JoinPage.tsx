import type { OkOf } from '@plumbline/shared/http/route.ts'
import { acceptInvitationRoute } from '@plumbline/shared/identity/contract.ts'
import type { SecondFactor, getInvitationRoute } from '@plumbline/shared/identity/contract.ts'
import { useState } from 'react'
import { useChange } from '../api/change.ts'
import { Loaded } from '../api/Loaded.tsx'
import { paths } from '../paths.ts'
import { forgetSecret, useSecret } from '../shell/link-secret.ts'
import { goIn } from '../shell/session.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Form } from '../ui/Form.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PasswordField } from '../ui/PasswordField.tsx'
import { useForm } from '../ui/form.ts'
import { ProviderButtons } from './ProviderButtons.tsx'
import { ProviderProblem } from './ProviderProblem.tsx'
import { useInvitation } from './queries.ts'
import SecondStep from './SecondStep.tsx'

/** Accept an invitation with a password of one's own, or set a new one by a sign-in link. */
export function JoinPage() {
  const secret = useSecret('join')
  const invitation = useInvitation(secret)
  const [owed, setOwed] = useState<readonly SecondFactor[] | null>(null)
  if (owed !== null) return <SecondStep factors={owed} onDone={() => goIn(paths.home)} onBack={() => goIn(paths.signIn)} />
  if (secret === null)
    return (
      <>
        <PageHeader title="Open a link" />
        <EmptyState title="The link is not complete" action={<ButtonLink to={paths.signIn}>Go to sign-in</ButtonLink>}>
          Open the whole link that you were given, with everything behind the #.
        </EmptyState>
      </>
    )
  return (
    <>
      <PageHeader title={invitation.data === undefined ? 'Open a link' : titleOf(invitation.data)} />
      <Loaded of={invitation}>{(link) => <JoinForm {...{ secret, ...link }} onOwed={setOwed} />}</Loaded>
    </>
  )
}

type Invitation = OkOf<typeof getInvitationRoute>

const titleOf = ({ kind, organisation }: Invitation): string => (kind === 'join' ? `Join ${organisation}` : 'Set a new password')

interface JoinFormProps extends Invitation {
  secret: string
  /** The account has a second factor, which is still asked for. */
  onOwed: (factors: readonly SecondFactor[]) => void
}

function JoinForm({ secret, name, email, kind, onOwed }: JoinFormProps) {
  const joins = kind === 'join'
  const accept = useChange(acceptInvitationRoute, { invalidates: [] })
  const form = useForm({
    schema: acceptInvitationRoute.body,
    initial: { password: '' },
    send: async (body) => {
      const { data } = await accept.send({ params: { secret }, body })
      forgetSecret('join')
      if ('secondFactor' in data) onOwed(data.secondFactor)
      else goIn(paths.home)
    },
  })
  return (
    <>
      <ProviderProblem />
      <p className="Doorway-lead">
        This {joins ? 'invitation' : 'link'} is for <strong>{name}</strong>, who {joins ? 'will sign' : 'signs'} in as{' '}
        <strong>{email}</strong>. {!joins && 'Setting a new password ends every session that is open now, and your tokens.'}
      </p>
      <Form form={form} submit={joins ? 'Join' : 'Set the password'}>
        {/* So that a password manager keeps the password with the address. */}
        <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordField
          label={joins ? 'Password' : 'New password'}
          hint={joins ? 'At least 12 characters. If you have an account here already, give its password.' : 'At least 12 characters.'}
          autoComplete="new-password"
          {...form.field('password')}
        />
      </Form>
      {joins && <ProviderButtons words="Continue with" body={{ invitation: secret }} />}
    </>
  )
}

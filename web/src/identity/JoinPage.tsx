import { acceptInvitationRoute } from '@plumbline/shared/identity/contract.ts'
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
import { useInvitation } from './queries.ts'

/** Accept an invitation with a password of one's own. */
export function JoinPage() {
  const secret = useSecret('join')
  const invitation = useInvitation(secret)
  if (secret === null)
    return (
      <>
        <PageHeader title="Accept an invitation" />
        <EmptyState title="The link is not complete" action={<ButtonLink to={paths.signIn}>Go to sign-in</ButtonLink>}>
          Open the whole link that you were given, with everything behind the #.
        </EmptyState>
      </>
    )
  return (
    <>
      <PageHeader title={invitation.data === undefined ? 'Accept an invitation' : `Join ${invitation.data.organisation}`} />
      <Loaded of={invitation}>{({ name, email }) => <JoinForm {...{ secret, name, email }} />}</Loaded>
    </>
  )
}

function JoinForm({ secret, name, email }: { secret: string; name: string; email: string }) {
  const accept = useChange(acceptInvitationRoute, { invalidates: [] })
  const form = useForm({
    schema: acceptInvitationRoute.body,
    initial: { password: '' },
    send: async (body) => {
      await accept.send({ params: { secret }, body })
      forgetSecret('join')
      goIn(paths.home)
    },
  })
  return (
    <>
      <p className="Doorway-lead">
        This invitation is for <strong>{name}</strong>, who will sign in as <strong>{email}</strong>.
      </p>
      <Form form={form} submit="Join">
        {/* So that a password manager keeps the password with the address. */}
        <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordField
          label="Password"
          hint="At least 12 characters. If you have an account here already, give its password."
          autoComplete="new-password"
          {...form.field('password')}
        />
      </Form>
    </>
  )
}

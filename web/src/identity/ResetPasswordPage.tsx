import { getPasswordResetRoute, setPasswordByMailRoute } from '@plumbline/shared/identity/mail-contract.ts'
import { useState } from 'react'
import { useChange } from '../api/change.ts'
import { Loaded } from '../api/Loaded.tsx'
import { useRoute } from '../api/query.ts'
import { paths } from '../paths.ts'
import { forgetSecret, useSecret } from '../shell/link-secret.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Form } from '../ui/Form.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PasswordField } from '../ui/PasswordField.tsx'
import { useForm } from '../ui/form.ts'

/** Sets a new password by a mailed link. */
export function ResetPasswordPage() {
  const secret = useSecret('reset')
  const [done, setDone] = useState(false)
  const link = useRoute(getPasswordResetRoute, { params: { secret: secret ?? '' } }, { enabled: secret !== null && !done })
  return (
    <>
      <PageHeader title="Set a new password" />
      {done ? (
        <EmptyState title="Your password was set" action={<ButtonLink to={paths.signIn}>Sign in</ButtonLink>}>
          Every session that was open has ended. Sign in with the new password.
        </EmptyState>
      ) : secret === null ? (
        <EmptyState title="The link is not complete" action={<ButtonLink to={paths.forgotPassword}>Ask for a new one</ButtonLink>}>
          Open the whole link from the mail, with everything behind the #.
        </EmptyState>
      ) : (
        <Loaded of={link}>{({ email }) => <PasswordForm {...{ secret, email }} onDone={() => setDone(true)} />}</Loaded>
      )}
    </>
  )
}

function PasswordForm({ secret, email, onDone }: { secret: string; email: string; onDone: () => void }) {
  const set = useChange(setPasswordByMailRoute, { invalidates: [] })
  const form = useForm({
    schema: setPasswordByMailRoute.body,
    initial: { password: '' },
    send: async (body) => {
      await set.send({ params: { secret }, body })
      onDone()
      forgetSecret('reset')
    },
  })
  return (
    <>
      <p className="Doorway-lead">
        For <strong>{email}</strong>. Setting a new password ends every session that is open now, and your tokens.
      </p>
      <Form form={form} submit="Set the password">
        {/* So that a password manager keeps the password with the address. */}
        <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordField label="New password" hint="At least 12 characters." autoComplete="new-password" {...form.field('password')} />
      </Form>
    </>
  )
}

import { listProvidersRoute } from '@plumbline/shared/identity/provider-contract.ts'
import { requestPasswordResetRoute } from '@plumbline/shared/identity/mail-contract.ts'
import { useState } from 'react'
import { useChange } from '../api/change.ts'
import { Loaded } from '../api/Loaded.tsx'
import { useRoute } from '../api/query.ts'
import { paths } from '../paths.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Form } from '../ui/Form.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useForm } from '../ui/form.ts'

const back = <ButtonLink to={paths.signIn}>Back to sign-in</ButtonLink>

/** Asks for a mail with a link to a new password. It says the same whether there is such an account. */
export function ForgotPasswordPage() {
  const ways = useRoute(listProvidersRoute, {})
  const [asked, setAsked] = useState(false)
  return (
    <>
      <PageHeader title="Forgot your password" />
      <Loaded of={ways}>
        {({ mail }) =>
          !mail ? (
            <EmptyState title="No mail is sent from here" action={back}>
              Ask an admin of your organisation for a sign-in link. With it you set a new password.
            </EmptyState>
          ) : asked ? (
            <EmptyState title="Look into your mailbox" action={back}>
              If someone signs in with this address, a mail with a link is on its way. The link works once, for an hour. Nothing there? Look
              at the address again, or ask an admin.
            </EmptyState>
          ) : (
            <ResetForm onAsked={() => setAsked(true)} />
          )
        }
      </Loaded>
    </>
  )
}

function ResetForm({ onAsked }: { onAsked: () => void }) {
  const ask = useChange(requestPasswordResetRoute, { invalidates: [] })
  const form = useForm({
    schema: requestPasswordResetRoute.body,
    initial: { email: '' },
    send: async (body) => {
      await ask.send({ body })
      onAsked()
    },
  })
  return (
    <Form form={form} submit="Send the link" actions={back}>
      <TextField
        label="E-mail address"
        type="email"
        autoComplete="username"
        hint="The one that you sign in with."
        {...form.field('email')}
      />
    </Form>
  )
}

import { startOrganisationRoute } from '@plumbline/shared/setup/contract.ts'
import { useChange } from '../api/change.ts'
import { paths } from '../paths.ts'
import { forgetSecret } from '../shell/link-secret.ts'
import { goIn } from '../shell/session.ts'
import { Form } from '../ui/Form.tsx'
import { PasswordField } from '../ui/PasswordField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useForm } from '../ui/form.ts'

/** The organisation and its first admin. */
export function StartForm({ token }: { token: string }) {
  const start = useChange(startOrganisationRoute, { invalidates: [] })
  const form = useForm({
    schema: startOrganisationRoute.body,
    initial: { organisation: '', name: '', email: '', password: '' },
    toBody: (values) => ({ ...values, token }),
    send: async (body) => {
      await start.send({ body })
      forgetSecret('start')
      goIn(paths.home)
    },
  })
  return (
    <Form form={form} submit="Start">
      <TextField label="Organisation" autoComplete="organization" {...form.field('organisation')} />
      <TextField label="Your name" autoComplete="name" {...form.field('name')} />
      <TextField label="Your e-mail address" type="email" autoComplete="username" {...form.field('email')} />
      <PasswordField label="Password" hint="At least 12 characters." autoComplete="new-password" {...form.field('password')} />
    </Form>
  )
}

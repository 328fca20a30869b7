import { changePasswordRoute, listSessionsRoute } from '@plumbline/shared/identity/contract.ts'
import { useChange } from '../api/change.ts'
import { Form } from '../ui/Form.tsx'
import { PasswordField } from '../ui/PasswordField.tsx'
import { useForm } from '../ui/form.ts'
import { toast } from '../ui/toast.ts'

const blank = { oldPassword: '', password: '' }

export function ChangePasswordForm() {
  const change = useChange(changePasswordRoute, { invalidates: [listSessionsRoute] })
  const form = useForm({
    schema: changePasswordRoute.body,
    initial: blank,
    send: async (body) => {
      await change.send({ body })
      toast('Your password was changed. You are signed out everywhere else.')
      form.reset(blank)
    },
  })
  return (
    <Form form={form} submit="Change the password">
      <PasswordField label="Present password" autoComplete="current-password" {...form.field('oldPassword')} />
      <PasswordField label="New password" hint="At least 12 characters." autoComplete="new-password" {...form.field('password')} />
    </Form>
  )
}

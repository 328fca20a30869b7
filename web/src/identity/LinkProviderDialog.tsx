import { startProviderRoute } from '@plumbline/shared/identity/provider-contract.ts'
import { useChange } from '../api/change.ts'
import { paths } from '../paths.ts'
import { goIn } from '../shell/session.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { PasswordField } from '../ui/PasswordField.tsx'
import { useForm } from '../ui/form.ts'

interface LinkProviderDialogProps {
  provider: { id: string; name: string }
  /** The session is older than ten minutes. */
  asksPassword: boolean
  onClose: () => void
}

/** Goes to a provider to link it. */
export function LinkProviderDialog({ provider, asksPassword, onClose }: LinkProviderDialogProps) {
  const start = useChange(startProviderRoute, { invalidates: [] })
  const form = useForm({
    schema: startProviderRoute.body,
    initial: { password: '' },
    toBody: ({ password }) => ({ link: true, next: paths.signInSettings, ...(asksPassword && { password }) }),
    send: async (body) => {
      const { data } = await start.send({ params: { providerId: provider.id }, body })
      goIn(data.location)
    },
  })
  return (
    <Dialog open onClose={onClose} title={`Link ${provider.name}`} size="small">
      <Form form={form} submit={`Go to ${provider.name}`}>
        <p>You are taken to {provider.name} and back. From then on whoever signs in with that account there is signed in as you here.</p>
        {asksPassword && <PasswordField label="Your password" autoComplete="current-password" {...form.field('password')} />}
      </Form>
    </Dialog>
  )
}

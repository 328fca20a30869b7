import { confirmAuthenticatorAppRoute } from '@plumbline/shared/identity/second-factor-contract.ts'
import { lazy, Suspense } from 'react'
import { useChange } from '../api/change.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { Loading } from '../ui/Loading.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useForm } from '../ui/form.ts'
import { toast } from '../ui/toast.ts'
import { afterFactors } from './factors.ts'
import './AuthenticatorAppDialog.css'

const QrCode = lazy(() => import('./QrCode.tsx'))

interface AuthenticatorAppDialogProps {
  started: { secret: string; uri: string }
  onClose: () => void
  onCodes: (codes: readonly string[]) => void
}

/** The app takes the secret as a picture or as text; its first code shows that it did. */
export function AuthenticatorAppDialog({ started, onClose, onCodes }: AuthenticatorAppDialogProps) {
  const confirm = useChange(confirmAuthenticatorAppRoute, afterFactors)
  const form = useForm({
    schema: confirmAuthenticatorAppRoute.body,
    initial: { code: '' },
    send: async (body) => {
      const { data } = await confirm.send({ body })
      toast('The authenticator app was added. You are signed out everywhere else.')
      onClose()
      if (data.recoveryCodes !== null) onCodes(data.recoveryCodes)
    },
  })
  return (
    <Dialog open onClose={onClose} title="Add an authenticator app">
      <div className="AuthenticatorAppDialog">
        <div className="AuthenticatorAppDialog-picture">
          <Suspense fallback={<Loading />}>
            <QrCode text={started.uri} label="The secret for your authenticator app, to be scanned with it" />
          </Suspense>
        </div>
        <div className="AuthenticatorAppDialog-words">
          <p>Scan the picture with your authenticator app, or type this secret into it:</p>
          <p>
            <code className="AuthenticatorAppDialog-secret">{started.secret.match(/.{1,4}/g)?.join(' ')}</code>
          </p>
        </div>
        <Form form={form} submit="Add the app" actions={<Button onClick={onClose}>Cancel</Button>}>
          <TextField
            label="Code that the app shows now"
            hint="Six digits. They show that the app has the secret."
            inputMode="numeric"
            autoComplete="one-time-code"
            {...form.field('code')}
          />
        </Form>
      </div>
    </Dialog>
  )
}

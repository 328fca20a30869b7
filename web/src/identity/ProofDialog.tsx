import { getSecondFactorRoute, proveRoute } from '@plumbline/shared/identity/second-factor-contract.ts'
import { useState } from 'react'
import { z } from 'zod'
import { useChange } from '../api/change.ts'
import { sentenceOf } from '../api/words.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PasswordField } from '../ui/PasswordField.tsx'
import { useForm } from '../ui/form.ts'
import { passkeysWork, proveWithPasskey } from './passkey.ts'
import { useSignOut } from './queries.ts'
import './ProofDialog.css'

interface ProofDialogProps {
  by: readonly ('password' | 'passkey')[]
  onClose: () => void
  onProved: () => void
}

/** Asks whether it is still the same person before what they sign in with is changed. */
export function ProofDialog({ by, onClose, onProved }: ProofDialogProps) {
  const signOut = useSignOut()
  const mayUsePasskey = by.includes('passkey') && passkeysWork()
  return (
    <Dialog open onClose={onClose} title="Is it still you?" size="small">
      <div className="ProofDialog">
        <p>You signed in a while ago. What you sign in with is changed only by someone who can show that it is them.</p>
        {by.includes('password') && <PasswordProof onProved={onProved} />}
        {mayUsePasskey && <PasskeyProof onProved={onProved} />}
        {!by.includes('password') && !mayUsePasskey && (
          <>
            <p>Sign out and in again, then change it within ten minutes.</p>
            <Button onClick={signOut}>Sign out</Button>
          </>
        )}
      </div>
    </Dialog>
  )
}

const again = { invalidates: [getSecondFactorRoute] }
const schema = z.object({ password: z.string().min(1, 'Give your password.').max(200) })

function PasswordProof({ onProved }: { onProved: () => void }) {
  const prove = useChange(proveRoute, again)
  const form = useForm({
    schema,
    initial: { password: '' },
    send: async (body) => {
      await prove.send({ body })
      onProved()
    },
  })
  return (
    <Form form={form} submit="Go on">
      <PasswordField label="Your password" autoComplete="current-password" {...form.field('password')} />
    </Form>
  )
}

function PasskeyProof({ onProved }: { onProved: () => void }) {
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null })
  const ask = (): void => {
    setState({ busy: true, error: null })
    proveWithPasskey().then(onProved, (error: unknown) => setState({ busy: false, error }))
  }
  return (
    <>
      {state.error !== null && <Notice kind="error">{sentenceOf(state.error)}</Notice>}
      <Button busy={state.busy} onClick={ask}>
        Use a passkey
      </Button>
    </>
  )
}

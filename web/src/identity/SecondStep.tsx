import type { SecondFactor } from '@plumbline/shared/identity/contract.ts'
import { secondStepRoute } from '@plumbline/shared/identity/passkey-contract.ts'
import { useEffect, useRef, useState } from 'react'
import { useChange } from '../api/change.ts'
import { sentenceOf } from '../api/words.ts'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useForm } from '../ui/form.ts'
import { passkeysWork, signInWithPasskey } from './passkey.ts'
import './SecondStep.css'

interface SecondStepProps {
  factors: readonly SecondFactor[]
  onDone: () => void
  onBack: () => void
}

/** What is still owed after the password: a code, a passkey, or a recovery code. It may take five minutes. */
export default function SecondStep({ factors, onDone, onBack }: SecondStepProps) {
  const [code, setCode] = useState<'totp' | 'recovery' | null>(factors.includes('totp') ? 'totp' : null)
  const mayUsePasskey = factors.includes('passkey') && passkeysWork()
  const other = code === 'totp' ? 'recovery' : 'totp'
  return (
    <>
      <PageHeader title="One more step" subtitle="Your password was right. Show with your second factor that it is you." />
      <div className="SecondStep">
        {mayUsePasskey && <PasskeyStep onDone={onDone} />}
        {code !== null && <CodeStep key={code} kind={code} onDone={onDone} />}
        <div className="SecondStep-ways">
          {factors.includes(other) && (
            <Button variant="quiet" onClick={() => setCode(other)}>
              {other === 'totp' ? 'Use the authenticator app' : 'Use a recovery code'}
            </Button>
          )}
          <Button variant="quiet" onClick={onBack}>
            Begin again
          </Button>
        </div>
      </div>
      <p className="Doorway-note">Lost it all? An admin of your organisation can take your second factor away.</p>
    </>
  )
}

function CodeStep({ kind, onDone }: { kind: 'totp' | 'recovery'; onDone: () => void }) {
  const take = useChange(secondStepRoute, { invalidates: [] })
  const form = useForm({
    schema: secondStepRoute.body,
    initial: { code: '' },
    toBody: ({ code }) => ({ with: kind, code }),
    send: async (body) => {
      await take.send({ body })
      onDone()
    },
  })
  const app = kind === 'totp'
  const place = useRef<HTMLDivElement>(null)
  // The form before it is gone, and the focus with it.
  useEffect(() => place.current?.querySelector('input')?.focus(), [])
  return (
    <div ref={place} className="SecondStep-code">
      <Form form={form} submit="Go on">
        <TextField
          label={app ? 'Code of your authenticator app' : 'Recovery code'}
          hint={app ? 'Six digits; each works once.' : 'One of those that you kept; each works once.'}
          autoComplete={app ? 'one-time-code' : 'off'}
          inputMode={app ? 'numeric' : 'text'}
          {...form.field('code')}
        />
      </Form>
    </div>
  )
}

function PasskeyStep({ onDone }: { onDone: () => void }) {
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null })
  const ask = (): void => {
    setState({ busy: true, error: null })
    signInWithPasskey(true).then(onDone, (error: unknown) => setState({ busy: false, error }))
  }
  return (
    <div className="SecondStep-passkey">
      {state.error !== null && <Notice kind="error">{sentenceOf(state.error)}</Notice>}
      <Button variant="primary" busy={state.busy} onClick={ask}>
        Use a passkey
      </Button>
    </div>
  )
}
